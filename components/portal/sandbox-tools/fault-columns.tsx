import { FAULT_LOOKS } from "@/components/portal/sandbox-tools/fault-words";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { Fault } from "@/lib/domain/faults/schemas";

const column = dataColumns<Fault>();

export const faultColumns = [
  column.accessor("kind", {
    header: "Outcome",
    enableSorting: false,
    cell: ({ getValue }) => <span className="font-medium">{FAULT_LOOKS[getValue()].word}</span>,
    meta: { phone: "title" },
  }),
  column.accessor("pathPrefix", {
    header: "Path begins with",
    enableSorting: false,
    cell: ({ getValue }) =>
      getValue() ? <span className="font-mono text-dense break-all">{getValue()}</span> : "Every path",
  }),
  column.accessor("retryAfterSeconds", {
    header: "Retry-After",
    enableSorting: false,
    cell: ({ getValue }) => {
      const seconds = getValue();
      return seconds === null ? <span className="text-content-muted">–</span> : `${seconds} s`;
    },
    meta: { align: "right", width: "md:w-32", phone: "hidden" },
  }),
  column.accessor("remaining", {
    header: "Left",
    enableSorting: false,
    cell: ({ row: { original } }) => <FaultLeft fault={original} />,
    meta: { width: "md:w-40", phone: "aside" },
  }),
  column.accessor("createdAt", {
    header: "Set",
    enableSorting: false,
    cell: ({ getValue }) => <Time at={getValue()} />,
    meta: { align: "right", width: "md:w-32" },
  }),
];

function FaultLeft({ fault: { remaining, count } }: { fault: Fault }) {
  if (remaining === 0) return <Status tone="success">Used up</Status>;
  return (
    <Status tone="progress">
      <span className="tabular-nums">
        {remaining} of {count} left
      </span>
    </Status>
  );
}
