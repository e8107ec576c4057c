import type { SortingState } from "@tanstack/react-table";

/** The contract's form, "createdAt" or "-createdAt", as the table's. */
export function parseSort(sort: string | undefined): SortingState {
  if (!sort) return [];
  return [{ id: sort.replace(/^-/, ""), desc: sort.startsWith("-") }];
}

export function printSort(sorting: SortingState): string | undefined {
  const [first] = sorting;
  return first && `${first.desc ? "-" : ""}${first.id}`;
}
