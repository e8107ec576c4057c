"use client";

import { SECRET_VARIABLE } from "@/components/portal/webhooks/verification-samples";
import { type CodeSample, CodeTabs } from "@/components/ui/code-tabs";
import { SecretDialog } from "@/components/ui/secret-dialog";
import type { CreatedWebhook } from "@/lib/domain/webhooks/schemas";

export type WebhookSecretDialogProps = {
  webhook: CreatedWebhook;
  samples: readonly CodeSample[];
  onClose: () => void;
};

/** The only moment at which the signing secret can be seen, and what to do with it. */
export function WebhookSecretDialog({ webhook, samples, onClose }: WebhookSecretDialogProps) {
  return (
    <SecretDialog
      title="Save the signing secret"
      description="Your receiver needs it to tell our deliveries from forged ones."
      fileName={`portico-webhook-${webhook.environment}`}
      secrets={[{ label: "Signing secret", variable: SECRET_VARIABLE, value: webhook.secret }]}
      onClose={onClose}
    >
      <p className="mb-2 font-medium">A receiver that verifies, complete</p>
      <CodeTabs label="Language of the receiver" samples={samples} />
    </SecretDialog>
  );
}
