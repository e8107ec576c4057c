"use client";

import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { useFieldControl } from "./field";
import { controlStyle } from "./input";

export type TextareaProps = ComponentProps<"textarea"> & { mono?: boolean };

export function Textarea({ mono, className, rows = 4, ...rest }: TextareaProps) {
  const props = useFieldControl(rest);
  return (
    <textarea
      rows={rows}
      className={cn(controlStyle, "px-3 py-2 read-only:bg-subtle", mono && "font-mono", className)}
      {...props}
    />
  );
}
