import { ActionStatusMark } from "@/components/portal/actions/action-status";
import { amountText, stakeholdersText } from "@/components/portal/actions/action-text";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Time } from "@/components/ui/time";
import type { Action } from "@/lib/domain/giving/actions/schemas";

const column = dataColumns<Action>();

export const actionColumns = [
  column.accessor("idempotencyKey", {
    header: "Idempotency key",
    meta: { phone: "title" },
    cell: (cell) => <span className="font-mono">{cell.getValue()}</span>,
  }),
  column.accessor("actionType", { header: "Type", meta: { width: "md:w-32", phone: "meta" } }),
  column.accessor(stakeholdersOf, {
    id: "stakeholders",
    header: "Stakeholders",
    meta: { phone: "hidden" },
  }),
  column.accessor(amountText, { id: "amount", header: "Amount", meta: { align: "right", width: "md:w-32" } }),
  column.accessor("tokensDistributed", {
    header: "Tokens",
    meta: { align: "right", width: "md:w-24", phone: "hidden" },
    cell: (cell) => cell.getValue().toLocaleString("en"),
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-36", phone: "aside" },
    cell: (cell) => <ActionStatusMark status={cell.getValue()} />,
  }),
  column.accessor("createdAt", {
    header: "Created",
    enableSorting: true,
    meta: { align: "right", width: "md:w-32", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];

/** The same for a short list that is not sorted. */
export const recentActionColumns = actionColumns.map((one) => ({ ...one, enableSorting: false }));

function stakeholdersOf(action: Action): string {
  return stakeholdersText(action.stakeholders);
}
