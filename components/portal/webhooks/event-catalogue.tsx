"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { loadProblem } from "@/components/portal/list-face";
import { PanelLinks } from "@/components/portal/panel-links";
import { usePanelSteps } from "@/components/portal/use-panel-steps";
import { WebhookTabs } from "@/components/portal/webhooks/webhook-tabs";
import { CodeBlock } from "@/components/ui/code-block";
import { DataTable } from "@/components/ui/data-table";
import { dataColumns } from "@/components/ui/data-table-columns";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Sheet } from "@/components/ui/sheet";
import { query } from "@/lib/client/query";
import type { ResponseOf } from "@/lib/contract/endpoint";
import * as giving from "@/lib/contract/giving";

type CatalogueEvent = ResponseOf<typeof giving.listEventTypes>["data"][number];

const column = dataColumns<CatalogueEvent>();
const columns = [
  column.accessor("type", {
    header: "Event",
    meta: { phone: "title", width: "md:w-72" },
    cell: (cell) => <span className="font-mono text-dense">{cell.getValue()}</span>,
  }),
  column.accessor("description", { header: "Fires when", meta: { phone: "meta" } }),
];

/** Every event there is: when it fires, how it looks, and its schema. */
export function EventCatalogue() {
  const [open, setOpen] = useQueryState("event", parseAsString);
  const { data, error, refetch } = useQuery(query(giving.listEventTypes, {}));
  const types = data?.data;
  const step = usePanelSteps(types?.map(({ type }) => type) ?? [], open, (type) => void setOpen(type));
  const shown = types?.find(({ type }) => type === open);
  return (
    <>
      <PageHeader title="Webhooks" purpose="URLs of yours that are told about events, signed, at least once." />
      <WebhookTabs />
      <PanelLinks parameter="event" onOpen={(type) => void setOpen(type)}>
        <DataTable
          caption="Event catalogue"
          columns={columns}
          rows={types}
          rowId={({ type }) => type}
          rowHref={({ type }) => `/webhooks/events?event=${type}`}
          selectedId={open ?? undefined}
          empty={<EmptyState title="No events" />}
          error={error && !data ? loadProblem(error, "The event catalogue could not be loaded") : undefined}
          onRetry={() => void refetch()}
        />
      </PanelLinks>
      {shown && <EventPanel event={shown} onStep={step} onClose={() => void setOpen(null)} />}
    </>
  );
}

type EventPanelProps = { event: CatalogueEvent; onStep: (direction: 1 | -1) => void; onClose: () => void };

function EventPanel({ event, onStep, onClose }: EventPanelProps) {
  return (
    <Sheet
      open
      modal={false}
      onOpenChange={(open) => !open && onClose()}
      onStep={onStep}
      title={<span className="font-mono">{event.type}</span>}
    >
      <div className="flex flex-col gap-6 p-4 md:p-6">
        <p>{event.description}</p>
        <Section title="Sample" description="The body of a delivery; its bytes are what is signed.">
          <CodeBlock wrap title="application/json" what="sample" code={JSON.stringify(event.sample, null, 2)} />
        </Section>
        <Section title="Schema" description="JSON Schema of data.">
          <CodeBlock wrap title="JSON Schema" what="schema" code={JSON.stringify(event.schema, null, 2)} />
        </Section>
      </div>
    </Sheet>
  );
}
