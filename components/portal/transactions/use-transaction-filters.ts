"use client";

import { createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { toInstants } from "@/components/portal/filters/date-range";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { TRANSACTION_STATUSES, TRANSACTION_TYPES } from "@/lib/domain/giving/transactions/schemas";

const PARAMETERS = {
  type: parseAsStringLiteral(TRANSACTION_TYPES),
  status: parseAsStringLiteral(TRANSACTION_STATUSES),
  externalId: parseAsString,
  actionId: parseAsString,
  campaignId: parseAsString,
  tokenPoolId: parseAsString,
  from: parseAsString,
  to: parseAsString,
  sort: parseAsStringLiteral(["createdAt", "-createdAt"]).withDefault("-createdAt"),
  page: parseAsInteger.withDefault(1),
  transaction: parseAsString,
};

const address = createSerializer(PARAMETERS);

const NO_FILTERS = {
  type: null,
  status: null,
  externalId: null,
  actionId: null,
  campaignId: null,
  tokenPoolId: null,
  from: null,
  to: null,
  page: null,
};

/** The list's state, kept in the URL: what is asked for, and which transaction's panel is open. */
export function useTransactionFilters() {
  const [state, set] = useQueryStates(PARAMETERS);
  const { type, status, externalId, actionId, campaignId, tokenPoolId, from, to, sort, page } = state;
  const chosen = { type, status, externalId, actionId, campaignId, tokenPoolId };
  const period = toInstants({ from, to });
  const filters = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== null)) as {
    [Name in keyof typeof chosen]?: NonNullable<(typeof chosen)[Name]>;
  };
  return {
    ...state,
    isFiltered: [...Object.values(chosen), from, to].some((value) => value !== null) || page > 1,
    /** What the list and its file have in common. */
    filters,
    period,
    input: { page: String(page), limit: String(PAGE_SIZE), sort, ...filters, ...period },
    /** A changed filter starts over at the first page and closes the panel. */
    filter: (next: Partial<Omit<typeof state, "page" | "transaction">>) =>
      void set({ page: null, transaction: null, ...next }),
    clear: () => void set({ ...NO_FILTERS, transaction: null }),
    turnTo: (next: number) => void set({ page: next, transaction: null }, { scroll: true }),
    open: (transaction: string | null) =>
      void set({ transaction }, { history: state.transaction === null ? "push" : "replace" }),
    addressOf: (transaction: string) => `/transactions${address({ ...state, transaction })}`,
  };
}
