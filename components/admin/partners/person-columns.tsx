import { dataColumns } from "@/components/ui/data-table-columns";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { PartnerPerson } from "@/lib/domain/giving/partner-administration/schemas";
import type { PartnerRole } from "@/lib/domain/keys/scopes";

const ROLE_WORDS: Record<PartnerRole, string> = {
  OWNER: "Owner",
  ADMIN: "Administrator",
  DEVELOPER: "Developer",
  VIEWER: "Viewer",
};

const column = dataColumns<PartnerPerson>();

export const personColumns = [
  column.accessor("email", { header: "Address", meta: { phone: "title" } }),
  column.accessor(({ firstName, lastName }) => `${firstName} ${lastName}`, {
    id: "name",
    header: "Name",
    meta: { phone: "meta" },
  }),
  column.accessor("role", {
    header: "Role",
    meta: { width: "md:w-36", phone: "meta" },
    cell: (cell) => ROLE_WORDS[cell.getValue()],
  }),
  column.display({
    id: "state",
    header: "Account",
    meta: { width: "md:w-40", phone: "aside" },
    cell: ({ row: { original } }) => <State person={original} />,
  }),
  column.accessor("createdAt", {
    header: "Since",
    meta: { align: "right", width: "md:w-32", phone: "hidden" },
    cell: (cell) => <Time at={cell.getValue()} />,
  }),
];

function State({ person: { disabledAt, emailVerifiedAt } }: { person: PartnerPerson }) {
  if (disabledAt !== null) return <Status tone="danger">Disabled</Status>;
  if (emailVerifiedAt === null) return <Status tone="neutral">Not confirmed</Status>;
  return <Status tone="success">Active</Status>;
}
