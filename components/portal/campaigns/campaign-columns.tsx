import { UsedBar } from "@/components/portal/campaigns/budget-bars";
import { CampaignStatusMark } from "@/components/portal/campaigns/campaign-status";
import { rateText } from "@/components/portal/campaigns/campaign-text";
import { Badge } from "@/components/ui/badge";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Time } from "@/components/ui/time";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";

const column = dataColumns<Campaign>();

export const campaignColumns = [
  column.accessor("name", { header: "Name", meta: { phone: "title" } }),
  column.display({
    id: "default",
    header: () => <span className="sr-only">Default</span>,
    meta: { width: "md:w-20", phone: "hidden" },
    cell: (cell) => cell.row.original.isDefault && <Badge>Default</Badge>,
  }),
  column.accessor((campaign) => campaign.actionTypes.join(", "), {
    id: "actionTypes",
    header: "Action types",
    meta: { phone: "meta" },
  }),
  column.accessor((campaign) => rateText(campaign), {
    id: "rate",
    header: "Tokens a unit",
    meta: { align: "right", width: "md:w-32", phone: "hidden" },
  }),
  column.display({
    id: "budget",
    header: "Tokens given",
    meta: { width: "md:w-48", phone: "hidden" },
    cell: ({ row: { original } }) => (
      <UsedBar
        hideLabel
        label={`Budget of ${original.name}`}
        used={original.tokensDistributed}
        limit={original.budget.totalTokens}
      />
    ),
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-32", phone: "aside" },
    cell: (cell) => <CampaignStatusMark status={cell.getValue()} />,
  }),
  column.accessor("createdAt", {
    header: "Created",
    meta: { align: "right", width: "md:w-28", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];
