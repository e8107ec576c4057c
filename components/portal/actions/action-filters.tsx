"use client";

import { useQuery } from "@tanstack/react-query";
import { ACTION_WORDS } from "@/components/portal/actions/action-status";
import type { useActionFilters } from "@/components/portal/actions/use-action-filters";
import { DateFilter } from "@/components/portal/filters/date-filter";
import { FilterLine } from "@/components/portal/filters/filter-line";
import { TextFilter } from "@/components/portal/filters/text-filter";
import { usePoolOptions } from "@/components/portal/filters/use-pool-options";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { ACTION_STATUSES, type ActionStatus, IdempotencyKey } from "@/lib/domain/giving/actions/schemas";
import { ExternalId } from "@/lib/domain/giving/users/schemas";
import { DEFAULT_ACTION_TYPES } from "@/lib/domain/partners/statuses";
import { ObjectId } from "@/lib/domain/shared/schemas";

const STATUS_OPTIONS = ACTION_STATUSES.map((value) => ({ value, label: ACTION_WORDS[value].word }));

export function ActionFilters({ filters }: { filters: ReturnType<typeof useActionFilters> }) {
  const { status, actionType, tokenPoolId, externalId, idempotencyKey, campaignId, from, to, filter } = filters;
  const partner = useQuery(query(giving.getPartnerInfo, {}));
  const pools = usePoolOptions();
  const types = partner.data?.actionTypes ?? DEFAULT_ACTION_TYPES;
  return (
    <FilterLine
      filters={[
        { key: "status", label: "Status", single: true, options: STATUS_OPTIONS },
        { key: "actionType", label: "Type", single: true, options: types.map((value) => ({ value, label: value })) },
        { key: "tokenPoolId", label: "Token pool", single: true, options: pools },
      ]}
      values={{
        status: status ? [status] : [],
        actionType: actionType ? [actionType] : [],
        tokenPoolId: tokenPoolId ? [tokenPoolId] : [],
      }}
      onValuesChange={(values) =>
        filter({
          status: (values.status?.[0] as ActionStatus | undefined) ?? null,
          actionType: values.actionType?.[0] ?? null,
          tokenPoolId: values.tokenPoolId?.[0] ?? null,
        })
      }
    >
      <TextFilter
        label="User"
        hint="The user's external ID, in full."
        schema={ExternalId}
        value={externalId}
        onChange={(next) => filter({ externalId: next })}
      />
      <TextFilter
        label="Idempotency key"
        hint="The key your server sent, in full."
        schema={IdempotencyKey}
        value={idempotencyKey}
        onChange={(next) => filter({ idempotencyKey: next })}
      />
      <TextFilter
        label="Campaign"
        hint="The campaign's ID."
        schema={ObjectId}
        value={campaignId}
        onChange={(next) => filter({ campaignId: next })}
      />
      <DateFilter range={{ from, to }} onChange={filter} />
    </FilterLine>
  );
}
