import { useQuery } from "@tanstack/react-query";
import type { Span } from "@/components/portal/dashboard/period";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

/** The period's end stands still, so its figures hardly change: coming back to the page asks for them once a minute. */
export const FRESH_MS = 60_000;

/** The figures of a period. */
export function useSummary({ from, to }: Span, enabled: boolean) {
  return useQuery({ ...query(giving.getSummary, { from, to }), staleTime: FRESH_MS, enabled });
}
