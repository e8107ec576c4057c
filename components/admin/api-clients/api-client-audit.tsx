"use client";

import { useQuery } from "@tanstack/react-query";
import { ScrollText } from "lucide-react";
import { OutcomeMark } from "@/components/admin/api-clients/api-client-marks";
import { metadataText } from "@/components/admin/api-clients/metadata-text";
import { loadProblem } from "@/components/portal/list-face";
import { DataTable } from "@/components/ui/data-table";
import { dataColumns } from "@/components/ui/data-table-columns";
import { EmptyState } from "@/components/ui/empty-state";
import { IdText } from "@/components/ui/id-text";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { query } from "@/lib/client/query";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import type { ApiAuditEvent } from "@/lib/domain/api-clients/schemas";

const REFRESH_MS = 15_000;

const column = dataColumns<ApiAuditEvent>();
const COLUMNS = [
  column.accessor("eventType", {
    header: "Event",
    meta: { width: "md:w-72", phone: "title" },
    cell: (cell) => <span className="font-mono text-dense break-all">{cell.getValue()}</span>,
  }),
  column.accessor("status", {
    header: "Outcome",
    meta: { width: "md:w-36", phone: "aside" },
    cell: (cell) => <OutcomeMark outcome={cell.getValue()} />,
  }),
  column.accessor((event) => event.subjectId ?? "", {
    id: "subject",
    header: "Subject",
    meta: { width: "md:w-48", phone: "hidden" },
    cell: (cell) => (cell.getValue() ? <IdText value={cell.getValue()} short /> : "–"),
  }),
  column.accessor((event) => metadataText(event.requestMetadata), {
    id: "metadata",
    header: "Details",
    meta: { phone: "hidden" },
    cell: (cell) => (
      <span title={cell.getValue()} className="line-clamp-1 text-dense break-all text-content-muted">
        {cell.getValue()}
      </span>
    ),
  }),
  column.accessor("createdAt", {
    header: "When",
    meta: { align: "right", width: "md:w-28", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];

/** The newest hundred attempted calls of a client and acts on it. */
export function ApiClientAudit({ id }: { id: string }) {
  const events = useQuery({
    ...query(clientsApi.listApiAuditEvents, { apiClientId: id }),
    refetchInterval: REFRESH_MS,
  });
  const rows = events.data?.data;
  return (
    <Section title="Newest 100 events" description="Calls as they were answered, and what administrators did.">
      <DataTable
        caption="Audit events"
        density="log"
        columns={COLUMNS}
        rows={rows}
        rowId={(row) => row.id}
        error={events.error && !rows ? loadProblem(events.error, "The events could not be loaded") : undefined}
        onRetry={() => void events.refetch()}
        empty={
          <EmptyState icon={<ScrollText />} title="Nothing has happened yet">
            The first call with one of its keys appears here within seconds, let in or not.
          </EmptyState>
        }
      />
    </Section>
  );
}
