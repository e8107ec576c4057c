"use client";

import { useQuery } from "@tanstack/react-query";
import { listFace } from "@/components/portal/list-face";
import { recentTransactionColumns } from "@/components/portal/transactions/transaction-columns";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

const RECENT = 10;

/** The latest movements on the user's account. */
export function UserTransactions({ externalId }: { externalId: string }) {
  const transactions = useQuery(query(giving.listUserTransactions, { externalId, limit: String(RECENT) }));
  const total = transactions.data?.pagination.total ?? 0;
  const own = (parameters: Record<string, string> = {}) =>
    `/transactions?${new URLSearchParams({ externalId, ...parameters })}`;
  return (
    <Section
      title="Recent transactions"
      actions={
        total > RECENT && (
          <LinkButton size="small" href={own()}>
            View all {total.toLocaleString("en")} transactions
          </LinkButton>
        )
      }
    >
      <DataTable
        caption="Recent transactions"
        density="log"
        columns={recentTransactionColumns}
        rowId={(row) => row.id}
        rowHref={(row) => own({ transaction: row.id })}
        {...listFace(transactions, {
          failed: "Transactions could not be loaded",
          empty: (
            <EmptyState title="Nothing moved on this account yet">
              The first rewarded action that names the user puts tokens on it.
            </EmptyState>
          ),
        })}
      />
    </Section>
  );
}
