"use client";

import { useState } from "react";
import { toast } from "sonner";
import { CLIENT_READS } from "@/components/admin/api-clients/api-client-reads";
import { ConfirmWriteDialog } from "@/components/admin/forms/confirm-write-dialog";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { useCall } from "@/lib/client/query";
import * as clientsApi from "@/lib/contract/directory/admin-clients";
import type { ApiClient, ClientStatus } from "@/lib/domain/api-clients/schemas";

type Move = { to: ClientStatus; label: string; keep: string; done: string; does: string; tone: "primary" | "danger" };

const PAUSE: Move = {
  to: "paused",
  label: "Pause client",
  keep: "Keep client active",
  done: "paused",
  does: "From the answer on, every call with any of its keys is refused with 403 client_inactive, until somebody resumes it. Keys, scopes and evidence stay.",
  tone: "danger",
};
const RESUME: Move = {
  to: "active",
  label: "Resume client",
  keep: "Leave paused",
  done: "resumed",
  does: "From the answer on, its calls are served again, with the keys and scopes it has.",
  tone: "primary",
};
const REVOKE: Move = {
  to: "revoked",
  label: "Revoke client",
  keep: "Keep client",
  done: "revoked",
  does: "From the answer on, every call with any of its keys is refused with 403 client_inactive, for good: a revoked client takes no change and no key. This cannot be undone.",
  tone: "danger",
};

/** What may be done to a client in its present state, for those who may. */
export function ChangeClientStatus({ client }: { client: ApiClient }) {
  const [move, setMove] = useState<Move>();
  const mayCall = useMayCall(clientsApi.updateApiClient);
  if (!mayCall || client.status === "revoked") return null;
  return (
    <>
      {[client.status === "active" ? PAUSE : RESUME, REVOKE].map((one) => (
        <Button key={one.to} onClick={() => setMove(one)}>
          {one.label}
        </Button>
      ))}
      {move && <MoveDialog client={client} move={move} onClose={() => setMove(undefined)} />}
    </>
  );
}

function MoveDialog({ client, move, onClose }: { client: ApiClient; move: Move; onClose: () => void }) {
  const update = useCall(clientsApi.updateApiClient, { refresh: CLIENT_READS });
  const confirm = (reason: string) => {
    const onSuccess = () => {
      toast.success(`Client “${client.name}” ${move.done}`);
      onClose();
    };
    // A revoked client takes this dialog away before its answer is told: the promise outlives it.
    update.mutateAsync({ id: client.id, status: move.to, reason }).then(onSuccess, () => {});
  };
  return (
    <ConfirmWriteDialog
      title={`${move.label} “${client.name}”?`}
      consequence={move.does}
      confirmLabel={move.label}
      keepLabel={move.keep}
      tone={move.tone}
      typeToConfirm={move.to === "revoked" ? client.name : undefined}
      loading={update.isPending}
      error={update.error && problemSentence(update.error)}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
