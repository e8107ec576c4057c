import { ClientStatusMark, ModeBadge } from "@/components/admin/api-clients/api-client-marks";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Time } from "@/components/ui/time";
import type { ApiClient } from "@/lib/domain/api-clients/schemas";

const column = dataColumns<ApiClient>();

/** The columns of the list; an owner is named by the partners that are known here. */
export function apiClientColumns(ownerOf: (client: ApiClient) => string) {
  return [
    column.accessor("name", { header: "Name", meta: { phone: "title" } }),
    column.accessor(ownerOf, { id: "owner", header: "Owner", meta: { width: "md:w-44", phone: "meta" } }),
    column.accessor("sandboxMode", {
      header: "Mode",
      meta: { width: "md:w-24", phone: "meta" },
      cell: (cell) => <ModeBadge sandboxMode={cell.getValue()} />,
    }),
    column.accessor("status", {
      header: "Status",
      meta: { width: "md:w-28", phone: "aside" },
      cell: (cell) => <ClientStatusMark status={cell.getValue()} />,
    }),
    column.accessor((client) => client.scopes.length, {
      id: "scopes",
      header: "Scopes",
      meta: { align: "right", width: "md:w-20", phone: "hidden" },
    }),
    column.accessor("rateLimitPerMinute", {
      header: "Calls a minute",
      meta: { align: "right", width: "md:w-32", phone: "hidden" },
      cell: (cell) => cell.getValue().toLocaleString("en"),
    }),
    column.accessor("createdAt", {
      header: "Created",
      meta: { align: "right", width: "md:w-28", phone: "meta" },
      cell: (cell) => <Time at={cell.getValue()} />,
    }),
  ];
}
