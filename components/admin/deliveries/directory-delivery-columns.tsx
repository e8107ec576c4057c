import { DirectoryDeliveryMark } from "@/components/admin/deliveries/directory-delivery-marks";
import type { SubscriptionName } from "@/components/admin/deliveries/use-subscription-names";
import { dataColumns } from "@/components/ui/data-table-columns";
import { IdText } from "@/components/ui/id-text";
import { Time } from "@/components/ui/time";
import type { WebhookDelivery } from "@/lib/domain/webhooks/directory/schemas";

const column = dataColumns<WebhookDelivery>();

/** The columns of the list; a subscription is named by its client and target where it is known here. */
export function directoryDeliveryColumns(nameOf: (subscriptionId: string) => SubscriptionName | undefined) {
  return [
    column.accessor("eventType", {
      header: "Event",
      meta: { width: "md:w-56", phone: "title" },
      cell: (cell) => <span className="font-mono">{cell.getValue()}</span>,
    }),
    column.accessor("subjectId", {
      header: "Subject",
      meta: { width: "md:w-32", phone: "hidden" },
      cell: (cell) => {
        const subjectId = cell.row.original.subjectId;
        return subjectId ? <IdText value={subjectId} short copy={false} /> : "–";
      },
    }),
    column.accessor("subscriptionId", {
      header: "Subscription",
      meta: { width: "md:w-36", phone: "meta" },
      cell: (cell) => {
        const name = nameOf(cell.getValue());
        if (!name) return <IdText value={cell.getValue()} short copy={false} />;
        return <span title={`${name.clientName}: ${name.target}`}>{name.clientName}</span>;
      },
    }),
    column.accessor("status", {
      header: "Status",
      meta: { width: "md:w-28", phone: "aside" },
      cell: (cell) => <DirectoryDeliveryMark status={cell.getValue()} />,
    }),
    column.accessor("attempts", {
      header: "Attempts",
      meta: { align: "right", width: "md:w-20", phone: "hidden" },
    }),
    column.accessor("lastError", {
      header: "Last error",
      meta: { phone: "hidden" },
      cell: (cell) => <span title={cell.row.original.lastError}>{cell.row.original.lastError ?? "–"}</span>,
    }),
    column.accessor("createdAt", {
      header: "Created",
      meta: { align: "right", width: "md:w-24", phone: "meta" },
      cell: (cell) => <Time at={cell.getValue()} />,
    }),
  ];
}
