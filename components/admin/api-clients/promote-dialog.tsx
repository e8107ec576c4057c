"use client";

import { useState } from "react";
import { toast } from "sonner";
import { CLIENT_READS } from "@/components/admin/api-clients/api-client-reads";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import type { Promotion } from "@/lib/domain/api-clients/promotion/schemas";
import type { ApiClient } from "@/lib/domain/api-clients/schemas";

type PromoteDialogProps = {
  client: ApiClient;
  windowDays: number;
  onClose: () => void;
  /** What the review showed no longer holds. */
  onReviewAgain: () => void;
};

/** Lets a client go live, by its owner's approval. Mount it to open it. */
export function PromoteDialog({ client, windowDays, onClose, onReviewAgain }: PromoteDialogProps) {
  const [isApproved, setApproved] = useState(false);
  const [notes, setNotes] = useState("");
  const [wrong, setWrong] = useState<string>();
  const promote = useCall(clientsApi.promoteApiClient, { refresh: CLIENT_READS });
  const result = promote.data?.data;
  const confirm = () => {
    const approvalNotes = notes.trim();
    const problem = !isApproved
      ? "Tick that the owner approved: without it nobody is promoted."
      : approvalNotes === ""
        ? "Say who approved what, and when."
        : undefined;
    setWrong(problem);
    if (problem) return;
    const onSuccess = ({ data }: { data: Promotion }) => {
      if (data.status !== "promoted") return onReviewAgain();
      toast.success(`Client “${client.name}” is live`);
      onClose();
    };
    // A live client takes this dialog away before its answer is told: the promise outlives it.
    promote
      .mutateAsync({ id: client.id, ownerApproved: true, dryRun: false, approvalNotes, windowDays })
      .then(onSuccess, () => {});
  };
  return (
    <ConfirmDialog
      open
      wide
      onOpenChange={onClose}
      title={`Promote “${client.name}” to production?`}
      consequence="From the answer on, it leaves sandbox mode: its claims and webhooks are real. It does not go back; pausing or revoking it ends its calls."
      confirmLabel="Promote client"
      keepLabel="Keep in sandbox"
      tone="primary"
      typeToConfirm={client.name}
      loading={promote.isPending}
      error={promote.error ? problemSentence(promote.error) : wrong}
      onConfirm={confirm}
    >
      <Checkbox
        label="The owner approved this promotion"
        hint="Its purpose, scopes, limit and webhook events."
        checked={isApproved}
        onCheckedChange={setApproved}
      />
      <Field label="Approval notes" hint="Who approved what, and when. Kept in the audit record.">
        <Textarea rows={3} maxLength={2000} value={notes} onChange={(event) => setNotes(event.target.value)} />
      </Field>
      {result && result.status !== "promoted" && (
        <Notice tone="warning" title="Not promoted" announce>
          <ul>
            {result.blockers.map((blocker) => (
              <li key={blocker}>{blocker}</li>
            ))}
          </ul>
        </Notice>
      )}
    </ConfirmDialog>
  );
}
