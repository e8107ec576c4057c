import { MailStatusMark } from "@/components/admin/mails/mail-status-mark";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Time } from "@/components/ui/time";
import type { MailSummary } from "@/lib/domain/mail/schemas";

const column = dataColumns<MailSummary>();

export const mailColumns = [
  column.accessor("subject", { header: "Subject", meta: { phone: "title" } }),
  column.accessor("recipient", { header: "Recipient", meta: { width: "md:w-72", phone: "meta" } }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-36", phone: "aside" },
    cell: (cell) => <MailStatusMark status={cell.getValue()} />,
  }),
  column.accessor("attempts", {
    header: "Attempts",
    meta: { align: "right", width: "md:w-24", phone: "hidden" },
  }),
  column.accessor("sentAt", {
    header: "Sent",
    meta: { align: "right", width: "md:w-32", phone: "hidden" },
    cell: (cell) => <Time at={cell.getValue()} never="Not yet" />,
  }),
  column.accessor("createdAt", {
    header: "Written",
    meta: { align: "right", width: "md:w-32", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];
