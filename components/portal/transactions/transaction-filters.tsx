"use client";

import { DateFilter } from "@/components/portal/filters/date-filter";
import { FilterLine } from "@/components/portal/filters/filter-line";
import { TextFilter } from "@/components/portal/filters/text-filter";
import { usePoolOptions } from "@/components/portal/filters/use-pool-options";
import { STATUS_WORDS, TYPE_WORDS } from "@/components/portal/transactions/transaction-words";
import type { useTransactionFilters } from "@/components/portal/transactions/use-transaction-filters";
import { TRANSACTION_STATUSES, TRANSACTION_TYPES } from "@/lib/domain/giving/transactions/schemas";
import { ExternalId } from "@/lib/domain/giving/users/schemas";
import { ObjectId } from "@/lib/domain/shared/schemas";

const TYPE_OPTIONS = TRANSACTION_TYPES.map((value) => ({ value, label: TYPE_WORDS[value].word }));
const STATUS_OPTIONS = TRANSACTION_STATUSES.map((value) => ({ value, label: STATUS_WORDS[value].word }));

export function TransactionFilters({ filters }: { filters: ReturnType<typeof useTransactionFilters> }) {
  const { type, status, tokenPoolId, externalId, actionId, campaignId, from, to, filter } = filters;
  const pools = usePoolOptions();
  return (
    <FilterLine
      filters={[
        { key: "type", label: "Type", single: true, options: TYPE_OPTIONS },
        { key: "status", label: "Status", single: true, options: STATUS_OPTIONS },
        { key: "tokenPoolId", label: "Token pool", single: true, options: pools },
      ]}
      values={{
        type: type ? [type] : [],
        status: status ? [status] : [],
        tokenPoolId: tokenPoolId ? [tokenPoolId] : [],
      }}
      onValuesChange={(values) =>
        filter({
          type: TRANSACTION_TYPES.find((one) => one === values.type?.[0]) ?? null,
          status: TRANSACTION_STATUSES.find((one) => one === values.status?.[0]) ?? null,
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
        label="Action"
        hint="The action's ID, as its page shows it."
        schema={ObjectId}
        value={actionId}
        onChange={(next) => filter({ actionId: next })}
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
