"use client";

import { createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { toInstants } from "@/components/portal/filters/date-range";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { ACTION_STATUSES } from "@/lib/domain/giving/actions/schemas";

const PARAMETERS = {
  status: parseAsStringLiteral(ACTION_STATUSES),
  type: parseAsString,
  externalId: parseAsString,
  idempotencyKey: parseAsString,
  campaignId: parseAsString,
  tokenPoolId: parseAsString,
  from: parseAsString,
  to: parseAsString,
  sort: parseAsStringLiteral(["createdAt", "-createdAt"]).withDefault("-createdAt"),
  page: parseAsInteger.withDefault(1),
  action: parseAsString,
};

const address = createSerializer(PARAMETERS);

const NO_FILTERS = {
  status: null,
  type: null,
  externalId: null,
  idempotencyKey: null,
  campaignId: null,
  tokenPoolId: null,
  from: null,
  to: null,
  page: null,
};

/** The list's state, kept in the URL: what is asked for, and which action's panel is open. */
export function useActionFilters() {
  const [state, set] = useQueryStates(PARAMETERS);
  const { status, type, externalId, idempotencyKey, campaignId, tokenPoolId, from, to, sort, page } = state;
  const chosen = [status, type, externalId, idempotencyKey, campaignId, tokenPoolId, from, to];
  return {
    ...state,
    isFiltered: chosen.some((value) => value !== null) || page > 1,
    input: {
      page: String(page),
      limit: String(PAGE_SIZE),
      sort,
      ...(status !== null && { status }),
      ...(type !== null && { actionType: type }),
      ...(externalId !== null && { externalId }),
      ...(idempotencyKey !== null && { idempotencyKey }),
      ...(campaignId !== null && { campaignId }),
      ...(tokenPoolId !== null && { tokenPoolId }),
      ...toInstants({ from, to }),
    },
    /** A changed filter starts over at the first page and closes the panel. */
    filter: (next: Partial<Omit<typeof state, "page" | "action">>) => void set({ page: null, action: null, ...next }),
    clear: () => void set({ ...NO_FILTERS, action: null }),
    turnTo: (next: number) => void set({ page: next, action: null }, { scroll: true }),
    open: (action: string | null) => void set({ action }, { history: state.action === null ? "push" : "replace" }),
    addressOf: (action: string) => `/actions${address({ ...state, action })}`,
  };
}
