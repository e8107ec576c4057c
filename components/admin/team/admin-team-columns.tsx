import { ADMIN_ROLE_WORDS } from "@/components/admin/shell/admin-roles";
import { AdminMemberActions } from "@/components/admin/team/admin-member-actions";
import { WithdrawInvitation } from "@/components/admin/team/withdraw-invitation";
import { AccountStatus, OpenUntil } from "@/components/portal/team/team-columns";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { AdminInvitation, AdminMember } from "@/lib/domain/admins/schemas";

const member = dataColumns<AdminMember>();
const invitation = dataColumns<AdminInvitation>();

/** Superadmins have a menu in each row but their own. */
export function adminMemberColumns(me: { id: string; isSuperadmin: boolean } | undefined) {
  return [
    member.accessor("email", {
      header: "Administrator",
      cell: ({ getValue, row: { original } }) => (
        <span className="font-medium">
          {getValue()}
          {original.id === me?.id && <span className="font-normal text-content-muted"> (you)</span>}
        </span>
      ),
      meta: { phone: "title" },
    }),
    member.accessor("role", {
      header: "Role",
      cell: ({ getValue }) => ADMIN_ROLE_WORDS[getValue()],
      meta: { width: "md:w-32", phone: "meta" },
    }),
    member.accessor("hasSecondFactor", {
      header: "Second factor",
      cell: ({ getValue }) =>
        getValue() ? <Status tone="success">Active</Status> : <Status tone="neutral">None</Status>,
      meta: { width: "md:w-36", phone: "meta" },
    }),
    member.accessor("disabledAt", {
      header: "Account",
      cell: ({ getValue }) => <AccountStatus disabledAt={getValue()} />,
      meta: { width: "md:w-28", phone: "meta" },
    }),
    member.accessor("lastUsedAt", {
      header: "Last seen",
      cell: ({ getValue }) => <Time at={getValue()} never="Never" />,
      meta: { align: "right", width: "md:w-32", phone: "hidden" },
    }),
    ...(me?.isSuperadmin
      ? [
          member.display({
            id: "actions",
            header: () => <span className="sr-only">Actions</span>,
            cell: ({ row: { original } }) => original.id !== me.id && <AdminMemberActions member={original} />,
            meta: { align: "right" as const, width: "md:w-16", phone: "aside" as const },
          }),
        ]
      : []),
  ];
}

export function adminInvitationColumns(isSuperadmin: boolean) {
  return [
    invitation.accessor("email", { header: "Invited address", meta: { phone: "title" } }),
    invitation.accessor("role", {
      header: "Role",
      cell: ({ getValue }) => ADMIN_ROLE_WORDS[getValue()],
      meta: { width: "md:w-32", phone: "meta" },
    }),
    invitation.accessor("expiresAt", {
      header: "Open until",
      cell: ({ row: { original } }) => <OpenUntil {...original} />,
      meta: { width: "md:w-40", phone: "meta" },
    }),
    ...(isSuperadmin
      ? [
          invitation.display({
            id: "actions",
            header: () => <span className="sr-only">Actions</span>,
            cell: ({ row: { original } }) => <WithdrawInvitation invitation={original} />,
            meta: { align: "right" as const, width: "md:w-40", phone: "aside" as const },
          }),
        ]
      : []),
  ];
}
