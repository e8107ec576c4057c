import { ClientStatusMark } from "@/components/admin/api-clients/api-client-marks";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Time } from "@/components/ui/time";
import type { ClientUsage, UsageAnalytics } from "@/lib/domain/api-clients/usage/schemas";

const count = (value: number) => value.toLocaleString("en");
const figure = (header: string, phone: "meta" | "hidden" | "aside") => ({
  header,
  meta: { align: "right" as const, width: "md:w-28", phone },
});

const client = dataColumns<ClientUsage>();
export const clientUsageColumns = [
  client.accessor("name", { header: "Client", meta: { phone: "title" } }),
  client.accessor("status", {
    header: "Status",
    meta: { width: "md:w-28", phone: "meta" },
    cell: (cell) => <ClientStatusMark status={cell.getValue()} />,
  }),
  client.accessor((row) => count(row.requests), { id: "requests", ...figure("Calls", "aside") }),
  client.accessor((row) => count(row.allowed), { id: "allowed", ...figure("Allowed", "hidden") }),
  client.accessor((row) => count(row.blocked), { id: "blocked", ...figure("Blocked", "hidden") }),
  client.accessor((row) => count(row.rateLimited), { id: "limited", ...figure("Limited", "hidden") }),
  client.accessor("activeKeys", { ...figure("Active keys", "hidden") }),
  client.accessor("lastRequestAt", {
    header: "Last call",
    meta: { align: "right", width: "md:w-28", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];

const event = dataColumns<UsageAnalytics["topEvents"][number]>();
export const topEventColumns = [
  event.accessor("eventType", {
    header: "Event",
    meta: { phone: "title" },
    cell: (cell) => <span className="font-mono text-dense break-all">{cell.getValue()}</span>,
  }),
  event.accessor((row) => count(row.count), { id: "count", ...figure("Calls", "aside") }),
];
