import { eventsText, webhookHealth, webhookName } from "@/components/portal/webhooks/webhook-health";
import { WebhookHealthMark } from "@/components/portal/webhooks/webhook-health-mark";
import { WebhookMenu } from "@/components/portal/webhooks/webhook-menu";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Time } from "@/components/ui/time";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

const column = dataColumns<Webhook>();

export const webhookColumns = [
  column.accessor("url", {
    header: "URL",
    meta: { phone: "title" },
    cell: (cell) => <span className="font-mono text-dense">{webhookName(cell.getValue())}</span>,
  }),
  column.accessor((webhook) => eventsText(webhook), {
    id: "events",
    header: "Events",
    meta: { width: "md:w-48", phone: "hidden" },
  }),
  column.display({
    id: "health",
    header: "Health",
    meta: { width: "md:w-32", phone: "meta" },
    cell: (cell) => <WebhookHealthMark webhook={cell.row.original} />,
  }),
  column.accessor((webhook) => webhookHealth(webhook).reason, {
    id: "reason",
    header: "Why",
    meta: { phone: "hidden" },
    cell: (cell) => (
      <span className="text-content-muted" title={cell.getValue()}>
        {cell.getValue()}
      </span>
    ),
  }),
  column.accessor("consecutiveFailures", {
    header: "Failures in a row",
    meta: { align: "right", width: "md:w-36", phone: "hidden" },
    cell: (cell) => cell.getValue().toLocaleString("en"),
  }),
  column.accessor("lastSuccessAt", {
    header: "Last success",
    meta: { align: "right", width: "md:w-32", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
  column.display({
    id: "menu",
    header: () => <span className="sr-only">Menu</span>,
    meta: { align: "right", width: "md:w-16", phone: "aside" },
    cell: (cell) => <WebhookMenu webhook={cell.row.original} />,
  }),
];
