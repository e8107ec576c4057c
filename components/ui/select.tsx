"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { useFieldControl } from "./field";
import { controlStyle } from "./input";

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = Omit<ComponentProps<"select">, "children"> & {
  options: readonly SelectOption[];
  /** Shown while nothing is chosen; cannot be chosen itself. */
  placeholder?: string;
};

/** The platform's own list: it opens as a wheel on a phone and needs no script. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  const props = useFieldControl(rest);
  return (
    <div className={cn("relative min-w-0", className)}>
      <select className={cn(controlStyle, "h-11 appearance-none pr-8 pl-3 md:h-9")} {...props}>
        {placeholder !== undefined && (
          <option value="" disabled={rest.required}>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-2 my-auto size-4 text-content-muted"
      />
    </div>
  );
}
