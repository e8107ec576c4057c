"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export type TabItem = { value: string; label: ReactNode; count?: number; content: ReactNode };

export type TabsProps = {
  items: readonly TabItem[];
  /** Keep it in the URL where a tab is worth sharing. */
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  label: string;
  className?: string;
};

export const tabStyle = [
  "inline-flex h-11 shrink-0 items-center gap-2 border-b-2 border-transparent px-1 text-body whitespace-nowrap text-content-muted md:h-9",
  "transition-colors hover:text-content focus-visible:-outline-offset-2",
].join(" ");

export function Tabs({ items, label, className, defaultValue = items[0]?.value, ...rest }: TabsProps) {
  return (
    <Radix.Root defaultValue={defaultValue} className={cn("min-w-0", className)} {...rest}>
      <Radix.List aria-label={label} className="flex gap-4 overflow-x-auto border-b border-default">
        {items.map((item) => (
          <Radix.Trigger
            key={item.value}
            value={item.value}
            className={cn(
              tabStyle,
              "data-[state=active]:border-content data-[state=active]:font-medium data-[state=active]:text-content",
            )}
          >
            {item.label}
            {item.count !== undefined && (
              <span className="text-meta tabular-nums">{item.count.toLocaleString("en")}</span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {items.map((item) => (
        <Radix.Content key={item.value} value={item.value} className="pt-4">
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
