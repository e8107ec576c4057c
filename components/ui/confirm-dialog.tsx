"use client";

import { AlertDialog as Radix } from "radix-ui";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { cn } from "./class-names";
import { DialogFooter, dialogStyle, focusFirstField, overlayStyle } from "./dialog";
import { Field } from "./field";
import { Input } from "./input";
import { Notice } from "./notice";

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question, such as "Revoke key “Checkout”?". */
  title: ReactNode;
  /** What will happen, to whom, and whether it can be undone. */
  consequence: ReactNode;
  /** Verb and object: "Revoke key". */
  confirmLabel: string;
  /** Verb and object: "Keep key". */
  keepLabel: string;
  tone?: "danger" | "primary";
  /** For what cannot be undone in production: this text must be typed before the button works. */
  typeToConfirm?: string;
  loading?: boolean;
  error?: ReactNode;
  /** Further fields, such as a reason. */
  children?: ReactNode;
  wide?: boolean;
  onConfirm: () => void;
};

/** Stays open until its owner closes it, so that a failure shows where the decision was made. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle} />
        <Radix.Content
          data-modal
          onOpenAutoFocus={focusFieldIfAny}
          className={cn(dialogStyle, props.wide ? "md:max-w-dialog-wide" : "md:max-w-dialog")}
        >
          <ConfirmForm {...props} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What is to be filled in comes first; a mere question waits on the button that changes nothing. */
function focusFieldIfAny(event: Event) {
  if ((event.currentTarget as HTMLElement).querySelector("input, textarea, select")) focusFirstField(event);
}

function ConfirmForm({
  title,
  consequence,
  confirmLabel,
  keepLabel,
  tone = "danger",
  typeToConfirm,
  loading,
  error,
  children,
  onConfirm,
}: ConfirmDialogProps) {
  const [typed, setTyped] = useState("");
  const isArmed = typeToConfirm === undefined || typed.trim() === typeToConfirm;
  return (
    <form
      className="flex min-h-0 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (isArmed && !loading) onConfirm();
      }}
    >
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto p-6">
        <div>
          <Radix.Title className="text-section font-semibold">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="mt-1 text-body text-content-muted">{consequence}</div>
          </Radix.Description>
        </div>
        {children}
        {typeToConfirm !== undefined && (
          <Field label={<TypeLabel text={typeToConfirm} />}>
            <Input
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
        )}
        {error && (
          <Notice tone="danger" announce>
            {error}
          </Notice>
        )}
      </div>
      <DialogFooter>
        <Radix.Cancel asChild>
          <Button>{keepLabel}</Button>
        </Radix.Cancel>
        <Button type="submit" variant={tone} disabled={!isArmed} loading={loading}>
          {confirmLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}

function TypeLabel({ text }: { text: string }) {
  return (
    <>
      Type <span className="font-mono font-semibold break-all">{text}</span> to confirm
    </>
  );
}
