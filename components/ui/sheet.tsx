"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { KeyboardEvent, ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./class-names";
import { DialogFooter, focusFirstField, overlayStyle } from "./dialog";

export type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
  /** Beside the close button, such as a link to the full page. */
  actions?: ReactNode;
  /** On a phone a right sheet is a drawer from below. */
  side?: "right" | "left";
  /** False leaves the page behind it usable: for a panel that accompanies a list. */
  modal?: boolean;
  /** Arrow keys, or J and K, step to the next (1) or previous (-1) entry. */
  onStep?: (direction: 1 | -1) => void;
  hideTitle?: boolean;
};

const SIDES = {
  right: [
    "inset-x-0 bottom-0 max-h-11/12 animate-slide-in-bottom rounded-t-dialog",
    "md:inset-y-0 md:right-0 md:left-auto md:max-h-none md:w-full md:max-w-panel md:animate-slide-in-right md:rounded-none",
  ].join(" "),
  left: "inset-y-0 left-0 w-72 max-w-11/12 animate-slide-in-left",
};

export function Sheet({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  actions,
  onStep,
  ...rest
}: SheetProps) {
  const { side = "right", modal = true, hideTitle } = rest;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={modal}>
      <Radix.Portal>
        {modal && <Radix.Overlay className={overlayStyle} />}
        <Radix.Content
          data-modal={modal ? true : undefined}
          onInteractOutside={modal ? undefined : (event) => event.preventDefault()}
          onOpenAutoFocus={focusFirstField}
          onKeyDown={onStep && ((event) => step(event, onStep))}
          className={cn("fixed z-40 flex flex-col bg-floating shadow-floating outline-none", SIDES[side])}
        >
          <div
            className={cn(
              "flex shrink-0 items-center gap-2",
              hideTitle ? "absolute top-2 right-2 z-10" : "border-b border-default px-4 py-3 md:px-6",
            )}
          >
            <div className="min-w-0 flex-1">
              <Radix.Title className={cn("truncate text-section font-semibold", hideTitle && "sr-only")}>
                {title}
              </Radix.Title>
              {description && (
                <Radix.Description className="truncate text-dense text-content-muted">{description}</Radix.Description>
              )}
            </div>
            {actions}
            <Radix.Close asChild>
              <Button variant="ghost" size="iconSmall" aria-label="Close">
                <X aria-hidden="true" />
              </Button>
            </Radix.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          {footer && <DialogFooter>{footer}</DialogFooter>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function step(event: KeyboardEvent, onStep: (direction: 1 | -1) => void) {
  if ((event.target as HTMLElement).matches("input, textarea, select, [role=tab]")) return;
  const direction = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key] as 1 | -1 | undefined;
  if (!direction || event.metaKey || event.ctrlKey || event.altKey) return;
  event.preventDefault();
  onStep(direction);
}
