"use client";

import { parseAsString, parseAsStringLiteral } from "nuqs";
import { useListFilters } from "@/components/portal/filters/use-list-filters";
import { ACTION_STATUSES } from "@/lib/domain/giving/actions/schemas";

const LIST = {
  path: "/actions",
  panel: "action",
  urlNames: { actionType: "type" },
  choices: {
    status: parseAsStringLiteral(ACTION_STATUSES),
    actionType: parseAsString,
    externalId: parseAsString,
    idempotencyKey: parseAsString,
    campaignId: parseAsString,
    tokenPoolId: parseAsString,
  },
};

export const useActionFilters = () => useListFilters(LIST);
