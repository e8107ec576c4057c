"use client";

import { useState } from "react";
import { toast } from "sonner";
import { ConfirmWriteDialog } from "@/components/admin/forms/confirm-write-dialog";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { useCall } from "@/lib/client/query";
import * as teamApi from "@/lib/contract/admin/team";
import type { AdminInvitation } from "@/lib/domain/admins/schemas";

/** Withdraws an invitation to the platform's team, with a reason. */
export function WithdrawInvitation({ invitation: { id, email } }: { invitation: AdminInvitation }) {
  const [asking, setAsking] = useState(false);
  const revoke = useCall(teamApi.revokeAdminInvitation, { refresh: [teamApi.listAdminTeam] });
  const confirm = (reason: string) => {
    const onSuccess = () => toast.success(`Invitation of ${email} withdrawn`);
    revoke.mutate({ invitationId: id, reason }, { onSuccess });
  };
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)} aria-label={`Withdraw invitation of ${email}`}>
        Withdraw
      </Button>
      {asking && (
        <ConfirmWriteDialog
          title={`Withdraw the invitation of ${email}?`}
          consequence="The link in the mail opens nothing any more. The address can be invited again."
          confirmLabel="Withdraw invitation"
          keepLabel="Keep invitation"
          loading={revoke.isPending}
          error={revoke.error && problemSentence(revoke.error)}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
