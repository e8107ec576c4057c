"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { ExportProgress } from "@/components/portal/export/export-progress";
import { useListExport } from "@/components/portal/export/use-list-export";
import { keepList, listFace } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { PanelLinks } from "@/components/portal/panel-links";
import { transactionColumns } from "@/components/portal/transactions/transaction-columns";
import { TRANSACTION_FILE } from "@/components/portal/transactions/transaction-file";
import { TransactionFilters } from "@/components/portal/transactions/transaction-filters";
import { TransactionPanel } from "@/components/portal/transactions/transaction-panel";
import { TransactionsEmpty } from "@/components/portal/transactions/transactions-empty";
import { useTransactionFilters } from "@/components/portal/transactions/use-transaction-filters";
import { usePanelSteps } from "@/components/portal/use-panel-steps";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { call } from "@/lib/client/call";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

/** Movements on users' accounts, with one of them in a panel beside the list, and all of them as a file. */
export function TransactionList() {
  const { environment } = useEnvironment();
  const filters = useTransactionFilters();
  const file = useListExport();
  const transactions = useQuery({ ...query(giving.listTransactions, filters.input), placeholderData: keepList() });
  const rows = transactions.data?.data ?? [];
  const ids = rows.map((row) => row.id);
  const step = usePanelSteps(ids, filters.opened, filters.open);
  const exportAll = () =>
    void file.start({
      what: "transactions",
      environment,
      sort: filters.sort,
      ...filters.period,
      columns: TRANSACTION_FILE,
      idOf: (row) => row.id,
      read: (cut, signal) => call(giving.listTransactions, { ...filters.filters, ...cut }, signal),
    });
  return (
    <>
      <PageHeader
        title="Transactions"
        purpose="Every movement on your users' accounts. Exports obey filters and sort."
        actions={
          <Button
            icon={<Download aria-hidden="true" />}
            disabled={rows.length === 0}
            loading={file.state.step === "running"}
            onClick={exportAll}
          >
            Export CSV
          </Button>
        }
      />
      <TransactionFilters filters={filters} />
      <ExportProgress what="transactions" state={file.state} onClear={file.clear} />
      <PanelLinks parameter="transaction" onOpen={filters.open}>
        <DataTable
          caption="Transactions"
          density="log"
          columns={transactionColumns}
          rowId={(row) => row.id}
          rowHref={(row) => filters.addressOf(row.id)}
          selectedId={filters.opened ?? undefined}
          page={filters.page}
          pageSize={PAGE_SIZE}
          onPageChange={filters.turnTo}
          sort={filters.sort}
          onSortChange={(sort) => filters.filter({ sort: sort === "createdAt" ? sort : "-createdAt" })}
          filtered={filters.isFiltered}
          onClearFilters={filters.clear}
          {...listFace(transactions, { failed: "Transactions could not be loaded", empty: <TransactionsEmpty /> })}
        />
      </PanelLinks>
      {filters.opened !== null && (
        <TransactionPanel
          transactionId={filters.opened}
          listed={rows.find((row) => row.id === filters.opened)}
          onStep={step}
          onClose={() => filters.open(null)}
        />
      )}
    </>
  );
}
