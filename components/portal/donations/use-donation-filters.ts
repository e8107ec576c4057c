"use client";

import { parseAsString, parseAsStringLiteral } from "nuqs";
import { useListFilters } from "@/components/portal/filters/use-list-filters";
import { DONATION_STATUSES, FREQUENCIES, REWARD_STATUSES } from "@/lib/domain/giving/donations/statuses";

const LIST = {
  path: "/donations",
  panel: "donation",
  choices: {
    status: parseAsStringLiteral(DONATION_STATUSES),
    rewardStatus: parseAsStringLiteral(REWARD_STATUSES),
    frequency: parseAsStringLiteral(FREQUENCIES),
    nonprofitSlug: parseAsString,
    referralCode: parseAsString,
    externalId: parseAsString,
  },
};

export const useDonationFilters = () => useListFilters(LIST);
