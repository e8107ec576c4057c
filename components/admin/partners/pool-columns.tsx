import { POOL_WORDS } from "@/components/portal/token-pool/pool-words";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Status } from "@/components/ui/status";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

const column = dataColumns<TokenPool>();

const tokens = (cell: { getValue: () => number }) => cell.getValue().toLocaleString("en");

export const poolColumns = [
  column.accessor("name", { header: "Name", meta: { phone: "title" } }),
  column.accessor("environment", {
    header: "Environment",
    meta: { width: "md:w-32", phone: "meta" },
    cell: (cell) => (cell.getValue() === "sandbox" ? "Sandbox" : "Production"),
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-28", phone: "aside" },
    cell: (cell) => <Status tone={POOL_WORDS[cell.getValue()].tone}>{POOL_WORDS[cell.getValue()].word}</Status>,
  }),
  column.accessor("allocated", {
    header: "Allocated",
    meta: { align: "right", width: "md:w-28", phone: "hidden" },
    cell: tokens,
  }),
  column.accessor("distributed", {
    header: "Distributed",
    meta: { align: "right", width: "md:w-28", phone: "hidden" },
    cell: tokens,
  }),
  column.accessor("balance", {
    header: "Balance",
    meta: { align: "right", width: "md:w-28", phone: "meta" },
    cell: tokens,
  }),
];
