import { InquiryStatusMark } from "@/components/admin/inquiries/inquiry-status-mark";
import { TIER_WORDS } from "@/components/admin/partners/partner-words";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Time } from "@/components/ui/time";
import type { InquirySummary } from "@/lib/domain/giving/inquiries/schemas";

const column = dataColumns<InquirySummary>();

export const queueColumns = [
  column.accessor("partnerName", { header: "Name", enableSorting: true, meta: { phone: "title" } }),
  column.accessor("contactEmail", { header: "Contact", meta: { phone: "hidden" } }),
  column.accessor("expectedMonthlyActionVolume", {
    header: "Actions a month",
    enableSorting: true,
    meta: { align: "right", width: "md:w-40", phone: "meta" },
    cell: (cell) => cell.getValue().toLocaleString("en"),
  }),
  column.accessor("tierHint", {
    header: "Tier hint",
    meta: { width: "md:w-32", phone: "meta" },
    cell: (cell) => TIER_WORDS[cell.getValue()],
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-44", phone: "aside" },
    cell: (cell) => <InquiryStatusMark status={cell.getValue()} />,
  }),
  column.accessor("openSince", {
    header: "In this status since",
    meta: { align: "right", width: "md:w-40", phone: "hidden" },
    cell: (cell) => <Time at={cell.getValue()} never="Closed" />,
  }),
  column.accessor("submittedAt", {
    id: "createdAt",
    header: "Received",
    enableSorting: true,
    meta: { align: "right", width: "md:w-32", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];
