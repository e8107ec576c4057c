import { DeliveryStatusMark } from "@/components/portal/webhooks/delivery-status";
import { attemptsText, VERDICT_WORDS } from "@/components/portal/webhooks/delivery-text";
import { dataColumns } from "@/components/ui/data-table-columns";
import { HttpStatus } from "@/components/ui/http-status";
import { IdText } from "@/components/ui/id-text";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { Delivery } from "@/lib/domain/webhooks/schemas";

const column = dataColumns<Delivery>();

export const deliveryColumns = [
  column.accessor("eventType", {
    header: "Event",
    meta: { phone: "title" },
    cell: (cell) => (
      <span className="inline-flex max-w-full gap-3 font-mono">
        {cell.getValue()}
        <IdText
          value={cell.row.original.eventId}
          copy={false}
          short
          className="font-normal text-content-muted max-md:hidden"
        />
      </span>
    ),
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-36", phone: "aside" },
    cell: (cell) => <DeliveryStatusMark status={cell.getValue()} />,
  }),
  column.display({
    id: "answer",
    header: "Last answer",
    meta: { width: "md:w-36", phone: "meta" },
    cell: (cell) => <LastAnswer delivery={cell.row.original} />,
  }),
  column.accessor("verdict", {
    header: "Replay",
    meta: { width: "md:w-28", phone: "hidden" },
    cell: (cell) => <ReplayMark delivery={cell.row.original} />,
  }),
  column.accessor((delivery) => attemptsText(delivery), {
    id: "attempts",
    header: "Attempts",
    meta: { align: "right", width: "md:w-24", phone: "hidden" },
  }),
  column.accessor("nextAttemptAt", {
    header: "Next attempt",
    meta: { align: "right", width: "md:w-32", phone: "hidden" },
    cell: (cell) => <Time at={cell.getValue()} never="None" />,
  }),
  column.accessor("createdAt", {
    header: "Created",
    meta: { align: "right", width: "md:w-32", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];

/** For a redelivery: how it compares with the one it repeats. */
function ReplayMark({ delivery: { verdict, redeliveryOf } }: { delivery: Delivery }) {
  if (verdict) return <Status tone={VERDICT_WORDS[verdict].tone}>{VERDICT_WORDS[verdict].word}</Status>;
  return redeliveryOf ? <span className="text-content-muted">Replayed</span> : null;
}

function LastAnswer({ delivery }: { delivery: Delivery }) {
  const last = delivery.attempts.at(-1);
  if (!last) return <span className="text-content-muted">Not sent yet</span>;
  return last.httpStatus === null ? "No answer" : <HttpStatus code={last.httpStatus} />;
}
