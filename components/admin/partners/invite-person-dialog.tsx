"use client";

import { toast } from "sonner";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { InviteDialog } from "@/components/portal/team/invite-dialog";
import { PARTNER_ROLE_WORDS } from "@/components/portal/team/team-words";
import { useCall } from "@/lib/client/query";
import * as partnersApi from "@/lib/contract/admin/partners";
import * as peopleApi from "@/lib/contract/admin/people";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

/** Invites somebody to a partner's team. Mount it to open it. */
export function InvitePersonDialog({ partner, onClose }: { partner: PartnerRecord; onClose: () => void }) {
  const reason = useReason();
  const invite = useCall(peopleApi.invitePortalUser, { refresh: [partnersApi.listPartnerAudit] });
  const { error } = invite;
  return (
    <InviteDialog
      description={`A mail goes out with a link to ${partner.name}'s portal. It works once, for seven days.`}
      roles={PARTNER_ROLE_WORDS}
      initial="OWNER"
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
        invite.mutate({ id: partner.id, ...invited, reason: given }, { onSuccess });
      }}
    >
      <ReasonField reason={reason} />
    </InviteDialog>
  );
}
