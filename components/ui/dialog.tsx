"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./class-names";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  wide?: boolean;
  /** False keeps it open on a click outside, for content that would be lost. */
  dismissible?: boolean;
};

export const overlayStyle = "fixed inset-0 z-40 animate-fade-in bg-scrim";

export const dialogStyle = [
  "fixed z-40 flex max-h-dvh w-full flex-col bg-floating shadow-floating outline-none",
  "inset-x-0 bottom-0 animate-slide-in-bottom rounded-t-dialog",
  "md:inset-0 md:m-auto md:h-fit md:max-h-11/12 md:animate-rise-in md:rounded-dialog",
].join(" ");

/** A dialog that hangs from the top, so that its first line stays put while the list below it grows. */
export const menuStackStyle = "max-md:top-0 max-md:rounded-none md:mt-12 md:max-w-dialog-wide md:max-h-96";

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  wide,
  dismissible = true,
}: DialogProps) {
  const keepOpen = dismissible ? undefined : (event: Event) => event.preventDefault();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle} />
        <Radix.Content
          data-modal
          onOpenAutoFocus={focusFirstField}
          onInteractOutside={keepOpen}
          className={cn(dialogStyle, wide ? "md:max-w-dialog-wide" : "md:max-w-dialog")}
        >
          <header className="flex items-start gap-4 px-6 pt-6">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-section font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-body text-content-muted">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <Button variant="ghost" size="iconSmall" aria-label="Close" className="-mt-1 -mr-2">
                <X aria-hidden="true" />
              </Button>
            </Radix.Close>
          </header>
          <div className="min-h-0 overflow-y-auto px-6 pt-4 pb-6">{children}</div>
          {footer && <DialogFooter>{footer}</DialogFooter>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The first field, or the dialog itself: a ring around "Close" would suggest leaving. */
export function focusFirstField(event: Event) {
  event.preventDefault();
  const content = event.currentTarget as HTMLElement;
  const field = content.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select");
  (field ?? content).focus();
}

export function DialogFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex shrink-0 flex-col-reverse gap-2 border-t border-default px-6 py-4 md:flex-row md:justify-end">
      {children}
    </footer>
  );
}
