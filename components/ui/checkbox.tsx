"use client";

import { Check, Minus } from "lucide-react";
import { Checkbox as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";

export type CheckboxProps = {
  label: ReactNode;
  hint?: ReactNode;
  checked?: boolean | "indeterminate";
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  name?: string;
  value?: string;
  required?: boolean;
  disabled?: boolean;
  hideLabel?: boolean;
};

export function Checkbox({ label, hint, hideLabel, onCheckedChange, ...rest }: CheckboxProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="flex min-h-8 items-start gap-3 py-1">
      <Radix.Root
        id={id}
        aria-describedby={hint ? hintId : undefined}
        onCheckedChange={(checked) => onCheckedChange?.(checked === true)}
        className="group mt-px flex size-5 shrink-0 items-center justify-center rounded-mark border border-control bg-control disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent"
        {...rest}
      >
        <Radix.Indicator className="text-on-fill">
          <Check aria-hidden="true" className="hidden size-4 group-data-[state=checked]:block" />
          <Minus aria-hidden="true" className="hidden size-4 group-data-[state=indeterminate]:block" />
        </Radix.Indicator>
      </Radix.Root>
      <div className={hideLabel ? "sr-only" : "min-w-0"}>
        <label htmlFor={id} className="text-body">
          {label}
        </label>
        {hint && (
          <p id={hintId} className="text-dense text-content-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
