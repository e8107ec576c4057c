import { PoolMenu } from "@/components/admin/pools/pool-menu";
import { POOL_WORDS } from "@/components/portal/token-pool/pool-words";
import { Badge } from "@/components/ui/badge";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Status } from "@/components/ui/status";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

/** A pool beside the partner that it belongs to. */
export type PartnerPool = TokenPool & { partner: PartnerRecord };

const column = dataColumns<PartnerPool>();

const tokens = (cell: { getValue: () => number }) => cell.getValue().toLocaleString("en");
const figure = { align: "right", width: "md:w-28", phone: "hidden" } as const;

export const poolColumns = [
  column.accessor("name", {
    header: "Pool",
    meta: { phone: "title" },
    cell: ({ row: { original } }) => (
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate">{original.name}</span>
        {original.isDefault && <Badge>Default</Badge>}
      </span>
    ),
  }),
  column.accessor("environment", {
    header: "Environment",
    meta: { width: "md:w-28", phone: "meta" },
    cell: (cell) => (cell.getValue() === "sandbox" ? "Sandbox" : "Production"),
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-28", phone: "meta" },
    cell: (cell) => <Status tone={POOL_WORDS[cell.getValue()].tone}>{POOL_WORDS[cell.getValue()].word}</Status>,
  }),
  column.accessor("allocated", { header: "Allocated", meta: figure, cell: tokens }),
  column.accessor("distributed", { header: "Distributed", meta: figure, cell: tokens }),
  column.accessor("returned", { header: "Returned", meta: figure, cell: tokens }),
  column.accessor("withdrawn", { header: "Withdrawn", meta: figure, cell: tokens }),
  column.accessor("balance", { header: "Balance", meta: { ...figure, phone: "meta" }, cell: tokens }),
  column.display({
    id: "menu",
    header: () => <span className="sr-only">Menu</span>,
    meta: { align: "right", width: "md:w-16", phone: "aside" },
    cell: ({ row: { original } }) => <PoolMenu partner={original.partner} pool={original} />,
  }),
];
