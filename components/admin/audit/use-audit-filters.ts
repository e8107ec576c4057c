"use client";

import { parseAsInteger, parseAsString, useQueryStates } from "nuqs";
import { RECORDS_SHOWN } from "@/components/admin/audit/audit-records";
import { toInstants } from "@/components/portal/filters/date-range";

const PARAMETERS = {
  action: parseAsString,
  actor: parseAsString,
  target: parseAsString,
  partnerId: parseAsString,
  from: parseAsString,
  to: parseAsString,
  page: parseAsInteger.withDefault(1),
};

/** Which records are listed, kept in the URL. `asked` is what the list and its file have in common. */
export function useAuditFilters() {
  const [state, set] = useQueryStates(PARAMETERS);
  const { page, from, to, ...exact } = state;
  const period = Object.entries(toInstants({ from, to })).filter(([, value]) => value !== undefined);
  const given = Object.entries(exact).filter(([, value]) => value !== null);
  // Only what was given is left, so every value is text.
  const asked = Object.fromEntries([...given, ...period]) as Partial<
    Record<keyof typeof exact | "from" | "to", string>
  >;
  return {
    ...state,
    asked,
    input: { ...asked, page: String(page), limit: String(RECORDS_SHOWN) },
    filter: (next: Partial<Omit<typeof state, "page">>) => void set({ page: null, ...next }),
    turnTo: (next: number) => void set({ page: next }, { scroll: true }),
  };
}

export type AuditFilterState = ReturnType<typeof useAuditFilters>;
