"use client";

import { toast } from "sonner";
import { CLIENT_READS } from "@/components/admin/api-clients/api-client-reads";
import { ConfirmWriteDialog } from "@/components/admin/forms/confirm-write-dialog";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { useCall } from "@/lib/client/query";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import type { ApiClient, ApiKey } from "@/lib/domain/api-clients/schemas";

type RevokeApiKeyDialogProps = { client: ApiClient; apiKey: ApiKey; onClose: () => void };

/** Ends a key for good; that of a live client asks for its name. Mount it to open it. */
export function RevokeApiKeyDialog({ client, apiKey, onClose }: RevokeApiKeyDialogProps) {
  const revoke = useCall(clientsApi.revokeApiClientKey, { refresh: CLIENT_READS });
  const confirm = (reason: string) => {
    const onSuccess = () => {
      toast.success(`Key “${apiKey.name}” revoked`);
      onClose();
    };
    revoke.mutate({ id: client.id, keyId: apiKey.id, reason }, { onSuccess });
  };
  return (
    <ConfirmWriteDialog
      title={`Revoke key “${apiKey.name}”?`}
      consequence="From the answer on, calls with it are refused with 401 invalid_api_key. The client's other keys stay. This cannot be undone."
      confirmLabel="Revoke key"
      keepLabel="Keep key"
      typeToConfirm={client.sandboxMode ? undefined : apiKey.name}
      loading={revoke.isPending}
      error={revoke.error && problemSentence(revoke.error)}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
