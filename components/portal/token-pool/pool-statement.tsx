"use client";

import { useQuery } from "@tanstack/react-query";
import { DateFilter } from "@/components/portal/filters/date-filter";
import { toInstants } from "@/components/portal/filters/date-range";
import { FilterLine } from "@/components/portal/filters/filter-line";
import { keepList, listFace } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { entryColumns } from "@/components/portal/token-pool/entry-columns";
import { ENTRY_WORDS } from "@/components/portal/token-pool/pool-words";
import type { usePoolAddress } from "@/components/portal/token-pool/use-pool-address";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { POOL_ENTRY_TYPES } from "@/lib/domain/giving/token-pools/schemas";

const TYPE_OPTIONS = POOL_ENTRY_TYPES.map((value) => ({ value, label: ENTRY_WORDS[value] }));

export type PoolStatementProps = { poolId: string; address: ReturnType<typeof usePoolAddress> };

/** Every movement of the pool, as the ledger has it. */
export function PoolStatement({ poolId, address }: PoolStatementProps) {
  const { type, from, to, page, filter, turnTo } = address;
  const entries = useQuery({
    ...query(giving.listPoolEntries, {
      poolId,
      page: String(page),
      limit: String(PAGE_SIZE),
      ...(type !== null && { type }),
      ...toInstants({ from, to }),
    }),
    placeholderData: keepList({ poolId }),
  });
  return (
    <Section title="Statement" description="Each entry with the balance it left behind, newest first.">
      <FilterLine
        filters={[{ key: "type", label: "Type", single: true, options: TYPE_OPTIONS }]}
        values={{ type: type ? [type] : [] }}
        onValuesChange={(values) => filter({ type: POOL_ENTRY_TYPES.find((one) => one === values.type?.[0]) ?? null })}
      >
        <DateFilter range={{ from, to }} onChange={filter} />
      </FilterLine>
      <DataTable
        caption="Statement"
        density="log"
        columns={entryColumns}
        rowId={(row) => row.id}
        page={page}
        pageSize={PAGE_SIZE}
        onPageChange={turnTo}
        filtered={[type, from, to].some((value) => value !== null) || page > 1}
        onClearFilters={() => filter({ type: null, from: null, to: null })}
        {...listFace(entries, {
          failed: "The statement could not be loaded",
          empty: (
            <EmptyState title="No entries yet">
              An allocation puts tokens into the pool, and each rewarded action takes some out. Both appear here.
            </EmptyState>
          ),
        })}
      />
    </Section>
  );
}
