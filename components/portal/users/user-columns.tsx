import { userName } from "@/components/portal/users/user-name";
import { UserStatusMark } from "@/components/portal/users/user-status";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Time } from "@/components/ui/time";
import type { User } from "@/lib/domain/giving/users/schemas";

const column = dataColumns<User>();

export const userColumns = [
  column.accessor("externalId", {
    header: "External ID",
    meta: { phone: "title" },
    cell: (cell) => <span className="font-mono text-dense">{cell.getValue()}</span>,
  }),
  column.accessor((user) => userName(user), {
    id: "name",
    header: "Name",
    meta: { phone: "meta" },
    cell: (cell) => cell.getValue() || <NotGiven />,
  }),
  column.accessor("email", {
    header: "E-mail",
    meta: { phone: "hidden" },
    cell: (cell) => cell.getValue() ?? <NotGiven />,
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: "md:w-32", phone: "aside" },
    cell: (cell) => <UserStatusMark status={cell.getValue()} />,
  }),
  column.accessor("createdAt", {
    header: "Created",
    enableSorting: true,
    meta: { align: "right", width: "md:w-32", phone: "meta" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];

function NotGiven() {
  return <span className="text-content-muted">Not given</span>;
}
