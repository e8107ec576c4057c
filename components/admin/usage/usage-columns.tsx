import { dataColumns } from "@/components/ui/data-table-columns";
import { HttpStatus } from "@/components/ui/http-status";
import type { Usage } from "@/lib/domain/usage/schemas";

const count = (value: number) => value.toLocaleString("en");
const figure = (header: string, phone: "meta" | "hidden" | "aside") => ({
  header,
  meta: { align: "right" as const, width: "md:w-28", phone },
});

const partner = dataColumns<Usage["topPartners"][number]>();
export const topPartnerColumns = [
  partner.accessor("name", { header: "Partner", meta: { phone: "title" } }),
  partner.accessor((row) => count(row.calls), { id: "calls", ...figure("Calls", "aside") }),
  partner.accessor((row) => count(row.clientErrors), { id: "client", ...figure("4xx", "hidden") }),
  partner.accessor((row) => count(row.serverErrors), { id: "server", ...figure("5xx", "hidden") }),
  partner.accessor((row) => `${count(row.rateLimited)} × 429`, { id: "limited", ...figure("Limited", "meta") }),
];

const route = dataColumns<Usage["topRoutes"][number]>();
export const topRouteColumns = [
  route.accessor((row) => `${row.method} ${row.route}`, {
    id: "route",
    header: "Route",
    meta: { phone: "title" },
    cell: (cell) => <span className="font-mono text-dense break-all">{cell.getValue()}</span>,
  }),
  route.accessor((row) => count(row.calls), { id: "calls", ...figure("Calls", "aside") }),
  route.accessor((row) => count(row.clientErrors + row.serverErrors), { id: "errors", ...figure("Errors", "hidden") }),
];

const code = dataColumns<Usage["topErrorCodes"][number]>();
export const topErrorColumns = [
  code.accessor("code", {
    header: "Code",
    meta: { phone: "title" },
    cell: (cell) => <span className="font-mono text-dense break-all">{cell.getValue()}</span>,
  }),
  code.accessor("status", {
    header: "Status",
    meta: { width: "md:w-28", phone: "meta" },
    cell: (cell) => <HttpStatus code={cell.getValue()} />,
  }),
  code.accessor((row) => count(row.calls), { id: "calls", ...figure("Calls", "aside") }),
];
