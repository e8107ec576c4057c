import { PartnerStatusMark } from "@/components/admin/partners/partner-status-mark";
import { ACCESS_WORDS, TIER_WORDS } from "@/components/admin/partners/partner-words";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Time } from "@/components/ui/time";
import type { PartnerSummary } from "@/lib/domain/giving/partner-records/schemas";

const column = dataColumns<PartnerSummary>();

export const partnerColumns = [
  column.accessor("name", { header: "Name", enableSorting: true, meta: { phone: "title" } }),
  column.accessor("contactEmail", { header: "Contact", meta: { phone: "meta" } }),
  column.accessor("tier", {
    header: "Tier",
    meta: { width: "md:w-32", phone: "meta" },
    cell: (cell) => TIER_WORDS[cell.getValue()],
  }),
  column.accessor("productionAccess", {
    header: "Production",
    meta: { width: "md:w-36", phone: "hidden" },
    cell: (cell) => ACCESS_WORDS[cell.getValue()],
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-44", phone: "aside" },
    cell: (cell) => <PartnerStatusMark status={cell.getValue()} />,
  }),
  column.accessor("createdAt", {
    header: "Created",
    enableSorting: true,
    meta: { align: "right", width: "md:w-32", phone: "hidden" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];
