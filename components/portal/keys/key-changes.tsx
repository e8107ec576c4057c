"use client";

import { toast } from "sonner";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { EditKeyDialog } from "@/components/portal/keys/edit-key-dialog";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatRelative } from "@/components/ui/format-time";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Key } from "@/lib/domain/keys/schemas";

export type KeyChange = { kind: "edit" | "deactivate" | "reactivate" | "revoke"; key: Key };

const REFRESH = [giving.listKeys, giving.getKey, giving.me];

/** The dialog of the change that was asked for. Mount it to open it. */
export function KeyChangeDialog({ change, onClose }: { change: KeyChange; onClose: () => void }) {
  const { kind, key } = change;
  if (kind === "edit") return <EditKeyDialog apiKey={key} onClose={onClose} />;
  if (kind === "revoke") return <RevokeKey apiKey={key} onClose={onClose} />;
  return <SwitchKey apiKey={key} isActive={kind === "reactivate"} onClose={onClose} />;
}

type ChangeProps = { apiKey: Key; onClose: () => void };

function lastUse({ lastUsedAt }: Key): string {
  return lastUsedAt ? `It was last used ${formatRelative(new Date(lastUsedAt), new Date())}.` : "It was never used.";
}

/** What cannot be undone, or stops real rewards, asks for the name in production. */
function nameInProduction({ environment, name }: Key): string | undefined {
  return environment === "production" ? name : undefined;
}

function RevokeKey({ apiKey, onClose }: ChangeProps) {
  const revoke = useCall(giving.revokeKey, { refresh: REFRESH });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Revoke key “${apiKey.name}”?`}
      consequence={`From the next request on, calls with it are refused with API_KEY_REVOKED. ${lastUse(apiKey)} This cannot be undone.`}
      confirmLabel="Revoke key"
      keepLabel="Keep key"
      typeToConfirm={nameInProduction(apiKey)}
      loading={revoke.isPending}
      error={revoke.error && problemSentence(revoke.error)}
      onConfirm={() =>
        revoke.mutate(
          { id: apiKey.id },
          {
            onSuccess: () => {
              toast.success(`Key “${apiKey.name}” revoked`);
              onClose();
            },
          },
        )
      }
    />
  );
}

function SwitchKey({ apiKey, isActive, onClose }: ChangeProps & { isActive: boolean }) {
  const update = useCall(giving.updateKey, { refresh: REFRESH });
  const consequence = isActive
    ? "From the next request on, calls with it are served again."
    : `From the next request on, calls with it are refused with API_KEY_REVOKED, until you reactivate it. ${lastUse(apiKey)}`;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`${isActive ? "Reactivate" : "Deactivate"} key “${apiKey.name}”?`}
      consequence={consequence}
      confirmLabel={isActive ? "Reactivate key" : "Deactivate key"}
      keepLabel={isActive ? "Leave deactivated" : "Keep key active"}
      tone={isActive ? "primary" : "danger"}
      typeToConfirm={isActive ? undefined : nameInProduction(apiKey)}
      loading={update.isPending}
      error={update.error && problemSentence(update.error)}
      onConfirm={() =>
        update.mutate(
          { id: apiKey.id, isActive },
          {
            onSuccess: () => {
              toast.success(`Key “${apiKey.name}” ${isActive ? "reactivated" : "deactivated"}`);
              onClose();
            },
          },
        )
      }
    />
  );
}
