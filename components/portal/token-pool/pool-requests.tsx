"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keepList, listFace } from "@/components/portal/list-face";
import { REQUEST_WORDS } from "@/components/portal/token-pool/pool-words";
import { DataTable } from "@/components/ui/data-table";
import { dataColumns } from "@/components/ui/data-table-columns";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { PoolRequest } from "@/lib/domain/giving/token-pools/schemas";

const REQUESTS_SHOWN = 10;
const column = dataColumns<PoolRequest>();

const columns = [
  column.accessor("reason", {
    header: "Reason",
    meta: { phone: "title" },
    cell: (cell) => <span title={cell.getValue()}>{cell.getValue()}</span>,
  }),
  column.accessor("amount", {
    header: "Asked for",
    meta: { align: "right", width: "md:w-28", phone: "meta" },
    cell: (cell) => cell.getValue().toLocaleString("en"),
  }),
  column.accessor("approvedAmount", {
    header: "Approved",
    meta: { align: "right", width: "md:w-28", phone: "hidden" },
    cell: (cell) => cell.getValue()?.toLocaleString("en") ?? "–",
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-32", phone: "aside" },
    cell: (cell) => {
      const { tone, word } = REQUEST_WORDS[cell.getValue()];
      return <Status tone={tone}>{word}</Status>;
    },
  }),
  column.accessor("decisionNote", {
    header: "Decision",
    meta: { width: "md:w-48", phone: "hidden" },
    cell: (cell) => <span title={cell.getValue() ?? undefined}>{cell.getValue() ?? "–"}</span>,
  }),
  column.accessor("createdAt", {
    header: "Created",
    meta: { align: "right", width: "md:w-28", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];

/** What was asked for in this environment, for whichever pool, and what became of it. */
export function PoolRequests() {
  const [page, setPage] = useState(1);
  const requests = useQuery({
    ...query(giving.listPoolRequests, { page: String(page), limit: String(REQUESTS_SHOWN) }),
    placeholderData: keepList(),
  });
  return (
    <Section title="Requests for tokens" description="token_pool.request_updated tells your server each decision.">
      <DataTable
        caption="Requests for tokens"
        density="log"
        columns={columns}
        rowId={(row) => row.id}
        page={page}
        pageSize={REQUESTS_SHOWN}
        onPageChange={setPage}
        {...listFace(requests, {
          failed: "Requests could not be loaded",
          empty: (
            <EmptyState title="No requests yet">
              When the balance will not last, request tokens here or with POST /v1/partner/token-pools/request.
            </EmptyState>
          ),
        })}
      />
    </Section>
  );
}
