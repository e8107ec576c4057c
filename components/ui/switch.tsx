"use client";

import { Switch as Radix } from "radix-ui";
import { type ReactNode, useId } from "react";

export type SwitchProps = {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  name?: string;
};

/** For settings that take effect at once. A form that is saved later takes a checkbox. */
export function Switch({ label, hint, ...rest }: SwitchProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <label htmlFor={id} className="text-body font-medium">
          {label}
        </label>
        {hint && (
          <p id={hintId} className="text-dense text-content-muted">
            {hint}
          </p>
        )}
      </div>
      <Radix.Root
        id={id}
        aria-describedby={hint ? hintId : undefined}
        className="flex h-6 w-11 shrink-0 items-center rounded-full border border-control bg-muted px-px transition-colors disabled:opacity-50 data-[state=checked]:border-accent data-[state=checked]:bg-accent"
        {...rest}
      >
        <Radix.Thumb className="size-5 rounded-full bg-content-muted transition-transform data-[state=checked]:translate-x-5 data-[state=checked]:bg-on-fill" />
      </Radix.Root>
    </div>
  );
}
