import type { ReactNode } from "react";
import { MemberActions } from "@/components/portal/team/member-actions";
import { PARTNER_ROLE_WORDS } from "@/components/portal/team/team-words";
import { dataColumns } from "@/components/ui/data-table-columns";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { TeamMember } from "@/lib/domain/accounts/team/schemas";
import type { Invitation } from "@/lib/domain/invitations/schemas";

const member = dataColumns<TeamMember>();
const invitation = dataColumns<Invitation>();

export function memberColumns(isOwner: boolean) {
  return [
    member.accessor("email", {
      header: "Person",
      cell: ({ row: { original } }) => <Person {...original} />,
      meta: { phone: "title" },
    }),
    member.accessor("role", {
      header: "Role",
      cell: ({ getValue }) => PARTNER_ROLE_WORDS[getValue()].word,
      meta: { width: "md:w-40", phone: "meta" },
    }),
    member.accessor("disabledAt", {
      header: "Account",
      cell: ({ getValue }) => <AccountStatus disabledAt={getValue()} />,
      meta: { width: "md:w-32", phone: "meta" },
    }),
    member.accessor("createdAt", {
      header: "Since",
      cell: ({ getValue }) => <Time at={getValue()} />,
      meta: { align: "right", width: "md:w-32", phone: "hidden" },
    }),
    ...(isOwner
      ? [
          member.display({
            id: "actions",
            header: () => <span className="sr-only">Actions</span>,
            cell: ({ row: { original } }) => <MemberActions member={original} />,
            meta: { align: "right" as const, width: "md:w-16", phone: "aside" as const },
          }),
        ]
      : []),
  ];
}

export function invitationColumns(revoke?: (invitation: Invitation) => ReactNode) {
  return [
    invitation.accessor("email", { header: "Invited address", meta: { phone: "title" } }),
    invitation.accessor("role", {
      header: "Role",
      cell: ({ getValue }) => PARTNER_ROLE_WORDS[getValue()].word,
      meta: { width: "md:w-40", phone: "meta" },
    }),
    invitation.accessor("expiresAt", {
      header: "Open until",
      cell: ({ row: { original } }) => <OpenUntil {...original} />,
      meta: { width: "md:w-40", phone: "meta" },
    }),
    ...(revoke
      ? [
          invitation.display({
            id: "actions",
            header: () => <span className="sr-only">Actions</span>,
            cell: ({ row: { original } }) => revoke(original),
            meta: { align: "right" as const, width: "md:w-40", phone: "aside" as const },
          }),
        ]
      : []),
  ];
}

export function AccountStatus({ disabledAt }: { disabledAt: string | null }) {
  return disabledAt ? <Status tone="danger">Closed</Status> : <Status tone="success">Open</Status>;
}

export function OpenUntil({ isExpired, expiresAt }: { isExpired: boolean; expiresAt: string }) {
  return isExpired ? <Status tone="warning">Expired</Status> : <Time at={expiresAt} />;
}

function Person({ firstName, lastName, email }: TeamMember) {
  return (
    <span className="flex min-w-0 flex-col">
      <span className="truncate font-medium">
        {firstName} {lastName}
      </span>
      <span className="truncate text-dense text-content-muted">{email}</span>
    </span>
  );
}
