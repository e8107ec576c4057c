"use client";

import { toast } from "sonner";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { POOL_READS } from "@/components/admin/pools/pool-reads";
import type { PoolStep } from "@/components/admin/pools/pool-steps";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useCall } from "@/lib/client/query";
import * as poolsApi from "@/lib/contract/admin/token-pools";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

type PoolStepDialogProps = { partner: PartnerRecord; pool: TokenPool; step: PoolStep; onClose: () => void };

/** Asks before a pool moves on. Mount it to open it. */
export function PoolStepDialog({ partner, pool, step, onClose }: PoolStepDialogProps) {
  const reason = useReason();
  const update = useCall(poolsApi.updateTokenPool, { refresh: POOL_READS });
  const confirm = () => {
    const given = reason.read();
    if (given === undefined) return;
    const done = () => {
      toast.success(`${pool.name} ${step.done}`);
      onClose();
    };
    update.mutate({ id: partner.id, poolId: pool.id, ...step.change, reason: given }, { onSuccess: done });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`${step.label}: “${pool.name}”?`}
      consequence={step.consequence}
      confirmLabel={step.label}
      keepLabel={step.keepLabel}
      tone={step.tone}
      typeToConfirm={step.change.status === "CLOSED" && pool.environment === "production" ? pool.name : undefined}
      loading={update.isPending}
      error={update.error && problemSentence(update.error)}
      onConfirm={confirm}
    >
      <ReasonField reason={reason} />
    </ConfirmDialog>
  );
}
