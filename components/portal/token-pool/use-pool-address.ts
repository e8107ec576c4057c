"use client";

import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { POOL_ENTRY_TYPES } from "@/lib/domain/giving/token-pools/schemas";

const PARAMETERS = {
  pool: parseAsString,
  type: parseAsStringLiteral(POOL_ENTRY_TYPES),
  from: parseAsString,
  to: parseAsString,
  page: parseAsInteger.withDefault(1),
};

const NO_FILTERS = { type: null, from: null, to: null, page: null };

/** Which pool is shown, and which of its entries: kept in the URL. */
export function usePoolAddress() {
  const [state, set] = useQueryStates(PARAMETERS);
  return {
    ...state,
    filter: (next: Partial<Omit<typeof state, "page" | "pool">>) => void set({ page: null, ...next }),
    turnTo: (page: number) => void set({ page }),
    choosePool: (pool: string) => void set({ ...NO_FILTERS, pool }),
  };
}
