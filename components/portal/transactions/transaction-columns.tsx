import { TransactionStatusMark } from "@/components/portal/transactions/transaction-status";
import { TYPE_WORDS } from "@/components/portal/transactions/transaction-words";
import { dataColumns } from "@/components/ui/data-table-columns";
import { IdText } from "@/components/ui/id-text";
import { Time } from "@/components/ui/time";
import type { Transaction } from "@/lib/domain/giving/transactions/schemas";

const column = dataColumns<Transaction>();

export const transactionColumns = [
  column.accessor("id", {
    header: "Transaction",
    meta: { width: "md:w-48", phone: "title" },
    cell: (cell) => <IdText value={cell.getValue()} copy={false} short />,
  }),
  column.accessor((transaction) => TYPE_WORDS[transaction.type].word, {
    id: "type",
    header: "Type",
    meta: { width: "md:w-36", phone: "meta" },
  }),
  column.accessor("externalId", {
    header: "User",
    meta: { phone: "meta" },
    cell: (cell) => <span className="font-mono text-dense">{cell.getValue()}</span>,
  }),
  column.accessor((transaction) => transaction.stakeholderTypeCode ?? "None", {
    id: "stakeholder",
    header: "Stakeholder",
    meta: { width: "md:w-36", phone: "hidden" },
  }),
  column.accessor("tokens", {
    header: "Tokens",
    meta: { align: "right", width: "md:w-24", phone: "aside" },
    cell: (cell) => cell.getValue().toLocaleString("en"),
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-40", phone: "meta" },
    cell: (cell) => <TransactionStatusMark status={cell.getValue()} />,
  }),
  column.accessor("createdAt", {
    header: "Created",
    enableSorting: true,
    meta: { align: "right", width: "md:w-32", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];

/** The same for a short list that is not sorted, of one user. */
export const recentTransactionColumns = transactionColumns
  .filter((one) => !("accessorKey" in one && one.accessorKey === "externalId"))
  .map((one) => ({ ...one, enableSorting: false }));
