import Link from "next/link";
import { SubscriptionMenu } from "@/components/admin/subscriptions/subscription-menu";
import { SubscriptionStatusMark } from "@/components/admin/subscriptions/subscription-status-mark";
import { eventsText, webhookName } from "@/components/portal/webhooks/webhook-health";
import { type DataColumn, dataColumns } from "@/components/ui/data-table-columns";
import { Time } from "@/components/ui/time";
import type { ApiClient } from "@/lib/domain/api-clients/schemas";
import type { WebhookSubscription } from "@/lib/domain/webhooks/directory/schemas";

type Named = {
  clientOf: (subscription: WebhookSubscription) => ApiClient | undefined;
  /** Whether the person may pause, resume and revoke. */
  mayChange: boolean;
};

const column = dataColumns<WebhookSubscription>();

/** The columns of the list, which names the clients that are known here. */
export function subscriptionColumns({ clientOf, mayChange }: Named): DataColumn<WebhookSubscription>[] {
  const facts: DataColumn<WebhookSubscription>[] = [
    column.accessor("targetUrl", {
      header: "Target",
      meta: { phone: "title" },
      cell: (cell) => <span className="font-mono text-dense">{webhookName(cell.getValue())}</span>,
    }),
    column.accessor("apiClientId", {
      header: "Client",
      meta: { width: "md:w-36", phone: "meta" },
      cell: ({ row: { original } }) => (
        <Link className="link" href={`/admin/api-clients/${original.apiClientId}`}>
          {clientOf(original)?.name ?? original.apiClientId}
        </Link>
      ),
    }),
    column.accessor((subscription) => eventsText({ receiveAllEvents: false, ...subscription }), {
      id: "events",
      header: "Events",
      meta: { width: "md:w-44", phone: "meta" },
      cell: (cell) => <span title={cell.row.original.eventTypes.join(", ")}>{cell.getValue()}</span>,
    }),
    column.accessor("signingSecretPreview", {
      header: "Secret",
      meta: { width: "md:w-36", phone: "hidden" },
      cell: (cell) => <span className="font-mono text-dense">{cell.getValue()}</span>,
    }),
    column.accessor("status", {
      header: "Status",
      meta: { width: "md:w-28", phone: mayChange ? "meta" : "aside" },
      cell: (cell) => <SubscriptionStatusMark status={cell.getValue()} />,
    }),
    column.accessor("createdAt", {
      header: "Created",
      meta: { align: "right", width: "md:w-24", phone: "hidden" },
      cell: (cell) => <Time at={cell.getValue()} />,
    }),
  ];
  if (!mayChange) return facts;
  const menu = column.display({
    id: "menu",
    header: () => <span className="sr-only">Actions</span>,
    meta: { width: "md:w-16", align: "right", phone: "aside" },
    cell: ({ row: { original } }) => (
      <SubscriptionMenu subscription={original} isLive={clientOf(original)?.sandboxMode === false} />
    ),
  });
  return [...facts, menu];
}
