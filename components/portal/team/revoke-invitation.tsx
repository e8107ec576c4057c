"use client";

import { useState } from "react";
import { toast } from "sonner";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Invitation } from "@/lib/domain/invitations/schemas";

/** Withdraws an invitation, after asking. */
export function RevokeInvitation({ invitation: { id, email } }: { invitation: Invitation }) {
  const [asking, setAsking] = useState(false);
  const revoke = useCall(giving.revokeInvitation, { refresh: [giving.listTeam] });
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)} aria-label={`Withdraw invitation of ${email}`}>
        Withdraw
      </Button>
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={setAsking}
          title={`Withdraw the invitation of ${email}?`}
          consequence="The link in the mail opens nothing any more. You can invite the address again."
          confirmLabel="Withdraw invitation"
          keepLabel="Keep invitation"
          loading={revoke.isPending}
          error={revoke.error && problemSentence(revoke.error)}
          onConfirm={() =>
            revoke.mutate({ invitationId: id }, { onSuccess: () => toast.success(`Invitation of ${email} withdrawn`) })
          }
        />
      )}
    </>
  );
}
