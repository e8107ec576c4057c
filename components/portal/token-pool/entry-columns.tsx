import Link from "next/link";
import { ENTRY_WORDS, signedTokens } from "@/components/portal/token-pool/pool-words";
import { dataColumns } from "@/components/ui/data-table-columns";
import { IdText } from "@/components/ui/id-text";
import { Time } from "@/components/ui/time";
import type { PoolEntry } from "@/lib/domain/giving/token-pools/schemas";

const column = dataColumns<PoolEntry>();

export const entryColumns = [
  column.accessor((entry) => ENTRY_WORDS[entry.type], { id: "type", header: "Type", meta: { phone: "title" } }),
  column.accessor("actionId", {
    header: "Action",
    meta: { width: "md:w-52", phone: "meta" },
    cell: (cell) => <ActionLink actionId={cell.getValue()} />,
  }),
  column.accessor("transactionId", {
    header: "Transaction",
    meta: { width: "md:w-52", phone: "hidden" },
    cell: (cell) => <IdText value={cell.getValue()} what="transaction id" short />,
  }),
  column.accessor("tokens", {
    header: "Tokens",
    meta: { align: "right", width: "md:w-28", phone: "aside" },
    cell: (cell) => signedTokens(cell.getValue()),
  }),
  column.accessor("balanceAfter", {
    header: "Balance after",
    meta: { align: "right", width: "md:w-36", phone: "hidden" },
    cell: (cell) => cell.getValue().toLocaleString("en"),
  }),
  column.accessor("createdAt", {
    header: "Created",
    meta: { align: "right", width: "md:w-32", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];

function ActionLink({ actionId }: { actionId: string | null }) {
  if (actionId === null) return <span className="text-content-muted">None</span>;
  return (
    <Link className="link" href={`/actions/${actionId}`}>
      <IdText value={actionId} copy={false} short />
    </Link>
  );
}
