"use client";

import { createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { INQUIRY_SORTS } from "@/lib/domain/giving/inquiries/schemas";
import { INQUIRY_STATUSES } from "@/lib/domain/giving/inquiries/statuses";

/** Unless a status or all are chosen, those of which something may still become. */
export const QUEUE_CHOICES = [...INQUIRY_STATUSES, "ALL"] as const;

const PARAMETERS = {
  search: parseAsString,
  status: parseAsStringLiteral(QUEUE_CHOICES),
  // Who waits longest comes first.
  sort: parseAsStringLiteral(INQUIRY_SORTS).withDefault("createdAt"),
  page: parseAsInteger.withDefault(1),
  inquiry: parseAsString,
};

const address = createSerializer(PARAMETERS);

/** Which inquiries are listed, and which one is open: kept in the URL. */
export function useQueueAddress() {
  const [state, set] = useQueryStates(PARAMETERS);
  const { search, status, sort, page } = state;
  return {
    ...state,
    isFiltered: search !== null || status !== null || page > 1,
    input: {
      page: String(page),
      limit: String(PAGE_SIZE),
      sort,
      ...(search && { search }),
      ...(status === null ? { open: "true" as const } : status !== "ALL" && { status }),
    },
    filter: (next: Partial<{ [Name in "search" | "status" | "sort"]: (typeof state)[Name] | null }>) =>
      void set({ page: null, inquiry: null, ...next }),
    turnTo: (next: number) => void set({ page: next, inquiry: null }, { scroll: true }),
    open: (inquiry: string | null) => void set({ inquiry }, { history: state.inquiry === null ? "push" : "replace" }),
    addressOf: (inquiry: string) => `/admin/queue${address({ ...state, inquiry })}`,
  };
}
