"use client";

import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { webhookName } from "@/components/portal/webhooks/webhook-health";
import { WebhookSecretDialog } from "@/components/portal/webhooks/webhook-secret-dialog";
import type { CodeSample } from "@/components/ui/code-tabs";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

export type RotateSecretDialogProps = { webhook: Webhook; samples: readonly CodeSample[]; onClose: () => void };

/** Asks, then shows the new signing secret once. */
export function RotateSecretDialog({ webhook, samples, onClose }: RotateSecretDialogProps) {
  const rotate = useCall(giving.rotateWebhookSecret, { refresh: [giving.getWebhook] });
  if (rotate.data) {
    return (
      <WebhookSecretDialog
        secret={rotate.data.secret}
        environment={webhook.environment}
        description="For 24 hours each delivery also carries X-SIR-Signature-Previous, made with the former secret. Change your receiver within that time."
        samples={samples}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      open
      tone="primary"
      onOpenChange={(open) => !open && onClose()}
      title={`Rotate the secret of “${webhookName(webhook.url)}”?`}
      consequence="Deliveries are signed with a new secret at once. For 24 hours a second signature is made with the former one, so that nothing is refused while you change your receiver."
      confirmLabel="Rotate secret"
      keepLabel="Keep secret"
      loading={rotate.isPending}
      error={rotate.error && problemSentence(rotate.error)}
      onConfirm={() => rotate.mutate({ webhookId: webhook.id })}
    />
  );
}
