"use client";

import {
  createSerializer,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
  useQueryStates,
} from "nuqs";
import { POOL_ENTRY_TYPES } from "@/lib/domain/giving/token-pools/schemas";

const PARAMETERS = {
  pool: parseAsString,
  type: parseAsStringLiteral(POOL_ENTRY_TYPES),
  from: parseAsString,
  to: parseAsString,
  page: parseAsInteger.withDefault(1),
  request: parseAsBoolean.withDefault(false),
};

const address = createSerializer({ pool: PARAMETERS.pool });

const NO_FILTERS = { type: null, from: null, to: null, page: null };

/** Which pool is shown, and which of its entries: kept in the URL. */
export function usePoolAddress() {
  const [state, set] = useQueryStates(PARAMETERS);
  return {
    ...state,
    filter: (next: Partial<Omit<typeof state, "page" | "pool" | "request">>) => void set({ page: null, ...next }),
    turnTo: (page: number) => void set({ page }),
    addressOf: (pool: string) => `/token-pool${address({ pool })}`,
    choosePool: (pool: string) => void set({ ...NO_FILTERS, pool }),
    /** Opens or closes the question for more tokens. */
    ask: (request: boolean) => void set({ request: request || null }),
  };
}
