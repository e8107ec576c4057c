"use client";

import { useQuery } from "@tanstack/react-query";
import { toast } from "sonner";
import { BlastRadiusNotice } from "@/components/admin/blast-radius/blast-radius-notice";
import { rehearsal } from "@/components/admin/blast-radius/rehearsal";
import { ConfirmWriteDialog } from "@/components/admin/forms/confirm-write-dialog";
import { KEY_READS } from "@/components/admin/keys/key-reads";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { useCall } from "@/lib/client/query";
import * as keysApi from "@/lib/contract/admin/keys";
import type { PartnerKey } from "@/lib/domain/giving/key-administration/schemas";

type TakeKeyProps = { apiKey: PartnerKey; onClose: () => void };

/** What stops real rewards asks for the key's name. */
const nameInProduction = ({ environment, name }: PartnerKey) => (environment === "production" ? name : undefined);

/** Revokes a pair, after saying what that would have done to its traffic. Mount it to open it. */
export function TakeKeyDialog({ apiKey, onClose }: TakeKeyProps) {
  const ids = { id: apiKey.partnerId, keyId: apiKey.id };
  const dryRun = useQuery(rehearsal(keysApi.revokePartnerKey, ids));
  const revoke = useCall(keysApi.revokePartnerKey, { refresh: KEY_READS });
  const confirm = (reason: string) => {
    const onSuccess = () => {
      toast.success(`Key “${apiKey.name}” revoked`);
      onClose();
    };
    revoke.mutate({ ...ids, reason }, { onSuccess });
  };
  return (
    <ConfirmWriteDialog
      title={`Revoke key “${apiKey.name}”?`}
      consequence="From the next request on, calls with it are refused with API_KEY_REVOKED. This cannot be undone."
      confirmLabel="Revoke key"
      keepLabel="Keep key"
      typeToConfirm={nameInProduction(apiKey)}
      loading={revoke.isPending}
      error={revoke.error && problemSentence(revoke.error)}
      onConfirm={confirm}
      onClose={onClose}
    >
      <BlastRadiusNotice answer={dryRun} />
    </ConfirmWriteDialog>
  );
}

/** Switches a pair off, which can be undone, or on again. Mount it to open it. */
export function SwitchKeyDialog({ apiKey, isActive, onClose }: TakeKeyProps & { isActive: boolean }) {
  const ids = { id: apiKey.partnerId, keyId: apiKey.id, isActive };
  const dryRun = useQuery({ ...rehearsal(keysApi.updatePartnerKey, ids), enabled: !isActive });
  const update = useCall(keysApi.updatePartnerKey, { refresh: KEY_READS });
  const confirm = (reason: string) => {
    const onSuccess = () => {
      toast.success(`Key “${apiKey.name}” ${isActive ? "reactivated" : "deactivated"}`);
      onClose();
    };
    update.mutate({ ...ids, reason }, { onSuccess });
  };
  const consequence = isActive
    ? "From the next request on, calls with it are served again."
    : "From the next request on, calls with it are refused with API_KEY_REVOKED, until it is reactivated.";
  return (
    <ConfirmWriteDialog
      title={`${isActive ? "Reactivate" : "Deactivate"} key “${apiKey.name}”?`}
      consequence={consequence}
      confirmLabel={isActive ? "Reactivate key" : "Deactivate key"}
      keepLabel={isActive ? "Leave deactivated" : "Keep key active"}
      tone={isActive ? "primary" : "danger"}
      typeToConfirm={isActive ? undefined : nameInProduction(apiKey)}
      loading={update.isPending}
      error={update.error && problemSentence(update.error)}
      onConfirm={confirm}
      onClose={onClose}
    >
      {!isActive && <BlastRadiusNotice answer={dryRun} />}
    </ConfirmWriteDialog>
  );
}
