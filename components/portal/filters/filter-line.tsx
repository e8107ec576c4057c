import type { ReactNode } from "react";
import { FilterBar, type FilterBarProps } from "@/components/ui/filter-bar";

export type FilterLineProps = Omit<FilterBarProps, "actions"> & {
  /** Filters whose value is written; they follow those that are chosen from lists. */
  children: ReactNode;
};

/** One line on wide screens. On a phone the filters wrap, and a pill too long for it scrolls by itself. */
export function FilterLine({ children, ...bar }: FilterLineProps) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      <div className="max-w-full min-w-0">
        <FilterBar {...bar} />
      </div>
      {children}
    </div>
  );
}
