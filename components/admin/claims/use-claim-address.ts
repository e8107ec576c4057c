"use client";

import { createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { CLAIM_STATUSES } from "@/lib/domain/directory/claims/statuses";

/** Unless a status or all are chosen, those that wait for a decision. */
export const CLAIM_CHOICES = [...CLAIM_STATUSES, "all"] as const;

const PARAMETERS = {
  search: parseAsString,
  status: parseAsStringLiteral(CLAIM_CHOICES),
  page: parseAsInteger.withDefault(1),
  claim: parseAsString,
};

const address = createSerializer(PARAMETERS);

/** Which claims are listed, and which one is open: kept in the URL. */
export function useClaimAddress() {
  const [state, set] = useQueryStates(PARAMETERS);
  const { search, status, page } = state;
  return {
    ...state,
    isFiltered: search !== null || status !== null || page > 1,
    input: {
      page: String(page),
      pageSize: String(PAGE_SIZE),
      ...(search && { q: search }),
      ...(status === null ? { undecided: "true" } : status !== "all" && { status }),
    },
    filter: (next: Partial<Pick<typeof state, "search" | "status">>) => void set({ page: null, claim: null, ...next }),
    turnTo: (next: number) => void set({ page: next, claim: null }, { scroll: true }),
    open: (claim: string | null) => void set({ claim }, { history: state.claim === null ? "push" : "replace" }),
    addressOf: (claim: string) => `/admin/claims${address({ ...state, claim })}`,
  };
}
