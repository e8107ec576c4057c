"use client";

import { parseAsString, parseAsStringLiteral } from "nuqs";
import { useListFilters } from "@/components/portal/filters/use-list-filters";
import { TRANSACTION_STATUSES, TRANSACTION_TYPES } from "@/lib/domain/giving/transactions/schemas";

const LIST = {
  path: "/transactions",
  panel: "transaction",
  choices: {
    type: parseAsStringLiteral(TRANSACTION_TYPES),
    status: parseAsStringLiteral(TRANSACTION_STATUSES),
    externalId: parseAsString,
    actionId: parseAsString,
    campaignId: parseAsString,
    tokenPoolId: parseAsString,
  },
};

export const useTransactionFilters = () => useListFilters(LIST);
