import { DonationStatusMark, RewardStatusMark } from "@/components/portal/donations/donation-status";
import { FREQUENCY_WORDS } from "@/components/portal/donations/donation-words";
import { dataColumns } from "@/components/ui/data-table-columns";
import { formatMoney } from "@/components/ui/format-money";
import { IdText } from "@/components/ui/id-text";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { Donation } from "@/lib/domain/giving/donations/schemas";

const column = dataColumns<Donation>();

export const donationColumns = [
  column.accessor("partnerDonationId", {
    header: "Donation",
    meta: { width: "md:w-48", phone: "title" },
    cell: (cell) => <IdText value={cell.getValue()} copy={false} short />,
  }),
  column.accessor("nonprofitSlug", {
    header: "Nonprofit",
    meta: { phone: "meta" },
    cell: (cell) => (
      <span className="inline-flex max-w-full items-center gap-3">
        <span className="truncate">{cell.getValue()}</span>
        {cell.row.original.reviewReason !== null && <Status tone="warning">In review</Status>}
      </span>
    ),
  }),
  column.accessor("amount", {
    header: "Amount",
    meta: { align: "right", width: "md:w-28", phone: "aside" },
    cell: (cell) => formatMoney(cell.getValue(), cell.row.original.currency),
  }),
  column.accessor((donation) => FREQUENCY_WORDS[donation.frequency], {
    id: "frequency",
    header: "Frequency",
    meta: { width: "md:w-28", phone: "hidden" },
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-36", phone: "meta" },
    cell: (cell) => <DonationStatusMark status={cell.getValue()} />,
  }),
  column.accessor("rewardStatus", {
    header: "Reward",
    meta: { width: "md:w-40", phone: "meta" },
    cell: (cell) => <RewardStatusMark rewardStatus={cell.getValue()} />,
  }),
  column.accessor("tokensAwarded", {
    header: "Tokens",
    meta: { align: "right", width: "md:w-24", phone: "hidden" },
    cell: (cell) => cell.getValue().toLocaleString("en"),
  }),
  column.accessor("createdAt", {
    header: "Created",
    enableSorting: true,
    meta: { align: "right", width: "md:w-32", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];
