"use client";

import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { useFieldControl } from "./field";

/** Sixteen pixels on touch screens: a smaller input makes phones zoom into the page. */
export const controlStyle = [
  "w-full min-w-0 rounded-control border border-control bg-control text-lead text-content md:text-body pointer-coarse:text-lead",
  "placeholder:text-content-subtle transition-colors",
  "focus-visible:border-accent focus-visible:outline-offset-0",
  "aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-muted disabled:text-content-muted",
].join(" ");

export type InputProps = ComponentProps<"input"> & { mono?: boolean };

export function Input({ mono, className, ...rest }: InputProps) {
  const props = useFieldControl(rest);
  return (
    <input
      className={cn(controlStyle, "h-11 px-3 read-only:bg-subtle md:h-9", mono && "font-mono", className)}
      {...props}
    />
  );
}
