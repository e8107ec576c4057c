"use client";

import { createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { toInstants } from "@/components/portal/filters/date-range";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { DONATION_STATUSES, FREQUENCIES, REWARD_STATUSES } from "@/lib/domain/giving/donations/statuses";

const PARAMETERS = {
  status: parseAsStringLiteral(DONATION_STATUSES),
  rewardStatus: parseAsStringLiteral(REWARD_STATUSES),
  frequency: parseAsStringLiteral(FREQUENCIES),
  nonprofitSlug: parseAsString,
  referralCode: parseAsString,
  externalId: parseAsString,
  from: parseAsString,
  to: parseAsString,
  sort: parseAsStringLiteral(["createdAt", "-createdAt"]).withDefault("-createdAt"),
  page: parseAsInteger.withDefault(1),
  donation: parseAsString,
};

const address = createSerializer(PARAMETERS);

const NO_FILTERS = {
  status: null,
  rewardStatus: null,
  frequency: null,
  nonprofitSlug: null,
  referralCode: null,
  externalId: null,
  from: null,
  to: null,
  page: null,
};

/** The list's state, kept in the URL: what is asked for, and which donation's panel is open. */
export function useDonationFilters() {
  const [state, set] = useQueryStates(PARAMETERS);
  const { status, rewardStatus, frequency, nonprofitSlug, referralCode, externalId, from, to, sort, page } = state;
  const chosen = { status, rewardStatus, frequency, nonprofitSlug, referralCode, externalId };
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
    filter: (next: Partial<Omit<typeof state, "page" | "donation">>) =>
      void set({ page: null, donation: null, ...next }),
    clear: () => void set({ ...NO_FILTERS, donation: null }),
    turnTo: (next: number) => void set({ page: next, donation: null }, { scroll: true }),
    open: (donation: string | null) =>
      void set({ donation }, { history: state.donation === null ? "push" : "replace" }),
    addressOf: (donation: string) => `/donations${address({ ...state, donation })}`,
  };
}
