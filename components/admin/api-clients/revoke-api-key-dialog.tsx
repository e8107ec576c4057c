"use client";

import { toast } from "sonner";
import { CLIENT_READS } from "@/components/admin/api-clients/api-client-reads";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useCall } from "@/lib/client/query";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import type { ApiClient, ApiKey } from "@/lib/domain/api-clients/schemas";

type RevokeApiKeyDialogProps = { client: ApiClient; apiKey: ApiKey; onClose: () => void };

/** Ends a key for good; that of a live client asks for its name. Mount it to open it. */
export function RevokeApiKeyDialog({ client, apiKey, onClose }: RevokeApiKeyDialogProps) {
  const reason = useReason();
  const revoke = useCall(clientsApi.revokeApiClientKey, { refresh: CLIENT_READS });
  const confirm = () => {
    const given = reason.read();
    if (given === undefined) return;
    const onSuccess = () => {
      toast.success(`Key “${apiKey.name}” revoked`);
      onClose();
    };
    revoke.mutate({ id: client.id, keyId: apiKey.id, reason: given }, { onSuccess });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Revoke key “${apiKey.name}”?`}
      consequence="From the answer on, calls with it are refused with 401 invalid_api_key. The client's other keys stay. This cannot be undone."
      confirmLabel="Revoke key"
      keepLabel="Keep key"
      typeToConfirm={client.sandboxMode ? undefined : apiKey.name}
      loading={revoke.isPending}
      error={revoke.error && problemSentence(revoke.error)}
      onConfirm={confirm}
    >
      <ReasonField reason={reason} />
    </ConfirmDialog>
  );
}
