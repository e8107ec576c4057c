"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useMemo, useState } from "react";
import { toast } from "sonner";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { ADMIN_ROLES_EXPLAINED } from "@/components/admin/team/admin-role-meanings";
import { adminInvitationColumns, adminMemberColumns } from "@/components/admin/team/admin-team-columns";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { loadProblem } from "@/components/portal/list-face";
import { InviteDialog } from "@/components/portal/team/invite-dialog";
import { RoleList } from "@/components/portal/team/role-list";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { query, useCall } from "@/lib/client/query";
import * as signInApi from "@/lib/contract/admin/sign-in";
import * as teamApi from "@/lib/contract/admin/team";

/** The people who run the platform. Superadmins decide who belongs to them; everybody else reads. */
export function AdminTeam() {
  const team = useQuery(query(teamApi.listAdminTeam, {}));
  const me = useQuery(query(signInApi.me, {})).data?.admin;
  const [inviting, setInviting] = useState(false);
  const isSuperadmin = me?.role === "SUPERADMIN";
  const id = me?.id;
  const members = useMemo(() => adminMemberColumns(id ? { id, isSuperadmin } : undefined), [id, isSuperadmin]);
  const invited = useMemo(() => adminInvitationColumns(isSuperadmin), [isSuperadmin]);
  const invitations = team.data?.invitations ?? [];
  return (
    <>
      <PageHeader
        title="Team"
        purpose="Who runs the platform, and what they may do."
        primaryAction={
          isSuperadmin && (
            <Button variant="primary" icon={<UserPlus aria-hidden="true" />} onClick={() => setInviting(true)}>
              Invite somebody
            </Button>
          )
        }
      />
      <DataTable
        caption="Administrators"
        columns={members}
        rows={team.data?.members}
        rowId={(row) => row.id}
        error={team.error && !team.data ? loadProblem(team.error, "The team could not be loaded") : undefined}
        onRetry={() => void team.refetch()}
        empty={null}
      />
      {invitations.length > 0 && (
        <Section title="Invitations" description="Each link works once, for seven days.">
          <DataTable caption="Invitations" columns={invited} rows={invitations} rowId={(row) => row.id} empty={null} />
        </Section>
      )}
      <RoleList roles={ADMIN_ROLES_EXPLAINED} />
      {inviting && <InviteAdmin onClose={() => setInviting(false)} />}
    </>
  );
}

function InviteAdmin({ onClose }: { onClose: () => void }) {
  const reason = useReason();
  const invite = useCall(teamApi.inviteAdmin, { refresh: [teamApi.listAdminTeam] });
  const { error } = invite;
  return (
    <InviteDialog
      description="A mail goes out with a link that works once, for seven days."
      roles={ADMIN_ROLES_EXPLAINED}
      initial="AUDITOR"
      loading={invite.isPending}
      problem={error && (error.code === "USER_EXISTS" ? error.message : problemSentence(error))}
      onClose={onClose}
      onInvite={(invited) => {
        const given = reason.read();
        if (given === undefined) return;
        const onSuccess = () => {
          toast.success(`Invitation sent to ${invited.email}`);
          onClose();
        };
        invite.mutate({ ...invited, reason: given }, { onSuccess });
      }}
    >
      <ReasonField reason={reason} />
    </InviteDialog>
  );
}
