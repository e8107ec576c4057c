import { eventsText, webhookHealth, webhookName } from "@/components/portal/webhooks/webhook-health";
import { WebhookHealthMark } from "@/components/portal/webhooks/webhook-health-mark";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Time } from "@/components/ui/time";
import type { PartnerWebhook } from "@/lib/domain/giving/partner-administration/schemas";

const column = dataColumns<PartnerWebhook>();

export const partnerWebhookColumns = [
  column.accessor("url", {
    header: "URL",
    meta: { phone: "title" },
    cell: (cell) => <span className="font-mono text-dense">{webhookName(cell.getValue())}</span>,
  }),
  column.accessor("environment", {
    header: "Environment",
    meta: { width: "md:w-28", phone: "meta" },
    cell: (cell) => (cell.getValue() === "sandbox" ? "Sandbox" : "Production"),
  }),
  column.accessor((webhook) => eventsText(webhook), {
    id: "events",
    header: "Events",
    meta: { width: "md:w-36", phone: "hidden" },
  }),
  column.display({
    id: "health",
    header: "Health",
    meta: { width: "md:w-28", phone: "aside" },
    cell: (cell) => (
      <span title={webhookHealth(cell.row.original).reason}>
        <WebhookHealthMark webhook={cell.row.original} />
      </span>
    ),
  }),
  column.accessor(({ health }) => health.failedAttempts24h, {
    id: "failed",
    header: "Failed, 24 h",
    meta: { align: "right", width: "md:w-32", phone: "hidden" },
    cell: ({ row: { original } }) => failedText(original),
  }),
  column.accessor(({ health }) => health.pending, {
    id: "pending",
    header: "Waiting",
    meta: { align: "right", width: "md:w-24", phone: "hidden" },
    cell: (cell) => cell.getValue().toLocaleString("en"),
  }),
  column.accessor("lastSuccessAt", {
    header: "Last success",
    meta: { align: "right", width: "md:w-32", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];

function failedText({ health: { failedAttempts24h, attempts24h } }: PartnerWebhook): string {
  if (attempts24h === 0) return "No attempt";
  return `${failedAttempts24h.toLocaleString("en")} of ${attempts24h.toLocaleString("en")}`;
}
