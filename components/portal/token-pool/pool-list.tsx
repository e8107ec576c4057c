"use client";

import { useMemo } from "react";
import { POOL_WORDS } from "@/components/portal/token-pool/pool-words";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Progress } from "@/components/ui/progress";
import { Status } from "@/components/ui/status";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

const column = dataColumns<TokenPool>();

const columns = [
  column.accessor("name", { header: "Pool", meta: { phone: "title" } }),
  column.display({
    id: "default",
    header: () => <span className="sr-only">Default</span>,
    meta: { width: "md:w-24", phone: "hidden" },
    cell: (cell) => cell.row.original.isDefault && <Badge>Default</Badge>,
  }),
  column.display({
    id: "balance",
    header: "Balance",
    meta: { width: "md:w-64", phone: "meta" },
    cell: ({ row: { original } }) => <Left pool={original} />,
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-32", phone: "aside" },
    cell: (cell) => {
      const { tone, word } = POOL_WORDS[cell.getValue()];
      return <Status tone={tone}>{word}</Status>;
    },
  }),
];

export type PoolListProps = { pools: readonly TokenPool[]; chosen: string; addressOf: (poolId: string) => string };

/** All pools of the environment; the one that is shown below is marked. */
export function PoolList({ pools, chosen, addressOf }: PoolListProps) {
  const rows = useMemo(() => [...pools], [pools]);
  return (
    <DataTable
      caption="Token pools"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      rowHref={(row) => addressOf(row.id)}
      selectedId={chosen}
      empty={null}
    />
  );
}

/** What is left of all that was ever put in. */
function Left({ pool: { name, balance, allocated, lowBalanceThreshold } }: { pool: TokenPool }) {
  const isLow = lowBalanceThreshold !== null && balance < lowBalanceThreshold;
  const tone = balance === 0 ? "danger" : isLow ? "warning" : "accent";
  return (
    <Progress
      hideLabel
      label={`Balance of ${name}`}
      value={balance}
      max={allocated}
      tone={tone}
      note={`${balance.toLocaleString("en")} of ${allocated.toLocaleString("en")}`}
    />
  );
}
