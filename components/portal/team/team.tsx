"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useMemo, useState } from "react";
import { toast } from "sonner";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { loadProblem } from "@/components/portal/list-face";
import { NoPartnerYet } from "@/components/portal/no-partner-yet";
import { InviteDialog } from "@/components/portal/team/invite-dialog";
import { RevokeInvitation } from "@/components/portal/team/revoke-invitation";
import { RoleList } from "@/components/portal/team/role-list";
import { invitationColumns, memberColumns } from "@/components/portal/team/team-columns";
import { PARTNER_ROLE_WORDS } from "@/components/portal/team/team-words";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { query, useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Invitation } from "@/lib/domain/invitations/schemas";

const revoke = (invitation: Invitation) => <RevokeInvitation invitation={invitation} />;

/** The partner's people. Owners invite, change roles and close accounts; everybody else reads. */
export function Team() {
  const team = useQuery(query(giving.listTeam, {}));
  const me = useQuery(query(giving.me, {}));
  const [inviting, setInviting] = useState(false);
  const isOwner = me.data?.user.role === "OWNER";
  const members = useMemo(() => memberColumns(isOwner), [isOwner]);
  const invited = useMemo(() => invitationColumns(isOwner ? revoke : undefined), [isOwner]);
  const invitations = team.data?.invitations ?? [];
  const hasPartner = team.error?.code !== "PARTNER_NOT_FOUND";
  return (
    <>
      <PageHeader
        title="Team"
        purpose={
          isOwner
            ? "Who signs in for your organisation, and what they may do."
            : "Who signs in. Owners change the team."
        }
        primaryAction={
          isOwner &&
          hasPartner && (
            <Button variant="primary" icon={<UserPlus aria-hidden="true" />} onClick={() => setInviting(true)}>
              Invite somebody
            </Button>
          )
        }
      />
      {hasPartner ? (
        <DataTable
          caption="Members"
          columns={members}
          rows={team.data?.members}
          rowId={({ id }) => id}
          error={team.error && !team.data ? loadProblem(team.error, "The team could not be loaded") : undefined}
          onRetry={() => void team.refetch()}
          empty={null}
        />
      ) : (
        <NoPartnerYet />
      )}
      {invitations.length > 0 && (
        <Section title="Invitations" description="Each link works once, for seven days.">
          <DataTable caption="Invitations" columns={invited} rows={invitations} rowId={({ id }) => id} empty={null} />
        </Section>
      )}
      <RoleList roles={PARTNER_ROLE_WORDS} />
      {inviting && <InviteMember onClose={() => setInviting(false)} />}
    </>
  );
}

function InviteMember({ onClose }: { onClose: () => void }) {
  const invite = useCall(giving.inviteMember, { refresh: [giving.listTeam] });
  const { error } = invite;
  return (
    <InviteDialog
      description="A mail goes out with a link that works once, for seven days."
      roles={PARTNER_ROLE_WORDS}
      initial="DEVELOPER"
      loading={invite.isPending}
      problem={error && (error.code === "USER_EXISTS" ? error.message : problemSentence(error))}
      onClose={onClose}
      onInvite={(invited) =>
        invite.mutate(invited, {
          onSuccess: ({ email }) => {
            toast.success(`Invitation sent to ${email}`);
            onClose();
          },
        })
      }
    />
  );
}
