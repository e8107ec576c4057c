"use client";

import { createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { toInstants } from "@/components/portal/filters/date-range";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { DELIVERY_STATUSES } from "@/lib/domain/webhooks/schemas";

const PARAMETERS = {
  status: parseAsStringLiteral(DELIVERY_STATUSES),
  eventType: parseAsString,
  from: parseAsString,
  to: parseAsString,
  page: parseAsInteger.withDefault(1),
  delivery: parseAsString,
};

const address = createSerializer(PARAMETERS);

/** Which deliveries are listed, and whose panel is open: kept in the URL. */
export function useDeliveryAddress(webhookId: string) {
  const [state, set] = useQueryStates(PARAMETERS);
  const { status, eventType, from, to, page } = state;
  return {
    ...state,
    isFiltered: [status, eventType, from, to].some((value) => value !== null) || page > 1,
    input: {
      webhookId,
      page: String(page),
      limit: String(PAGE_SIZE),
      ...(status !== null && { status }),
      ...(eventType !== null && { eventType }),
      ...toInstants({ from, to }),
    },
    filter: (next: Partial<Omit<typeof state, "page" | "delivery">>) =>
      void set({ page: null, delivery: null, ...next }),
    clear: () => void set({ status: null, eventType: null, from: null, to: null, page: null, delivery: null }),
    turnTo: (next: number) => void set({ page: next, delivery: null }, { scroll: true }),
    open: (delivery: string | null) =>
      void set({ delivery }, { history: state.delivery === null ? "push" : "replace" }),
    addressOf: (delivery: string) => `/webhooks/${webhookId}${address({ ...state, delivery })}`,
  };
}
