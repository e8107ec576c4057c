"use client";

import { SECRET_VARIABLE } from "@/components/portal/webhooks/verification-samples";
import { type CodeSample, CodeTabs } from "@/components/ui/code-tabs";
import { SecretDialog } from "@/components/ui/secret-dialog";
import type { Environment } from "@/lib/domain/shared/schemas";

export type WebhookSecretDialogProps = {
  secret: string;
  environment: Environment;
  description?: string;
  samples: readonly CodeSample[];
  onClose: () => void;
};

const NEW_SECRET = "Your receiver needs it to tell our deliveries from forged ones.";

/** The only moment at which the signing secret can be seen, and what to do with it. */
export function WebhookSecretDialog({ secret, environment, description, samples, onClose }: WebhookSecretDialogProps) {
  return (
    <SecretDialog
      title="Save the signing secret"
      description={description ?? NEW_SECRET}
      fileName={`portico-webhook-${environment}`}
      secrets={[{ label: "Signing secret", variable: SECRET_VARIABLE, value: secret }]}
      onClose={onClose}
    >
      <p className="mb-2 font-medium">A receiver that verifies, complete</p>
      <CodeTabs label="Language of the receiver" samples={samples} />
    </SecretDialog>
  );
}
