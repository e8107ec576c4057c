"use client";

import { WebhookDialog } from "@/components/portal/webhooks/webhook-dialog";
import { EMPTY_FORM } from "@/components/portal/webhooks/webhook-form";
import { useEnvironment } from "@/lib/client/providers";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { CreatedWebhook } from "@/lib/domain/webhooks/schemas";

export type CreateWebhookDialogProps = { onClose: () => void; onCreated: (webhook: CreatedWebhook) => void };

/** Asks where deliveries go and what they tell. */
export function CreateWebhookDialog({ onClose, onCreated }: CreateWebhookDialogProps) {
  const { environment } = useEnvironment();
  const create = useCall(giving.createWebhook, { refresh: [giving.listWebhooks] });
  return (
    <WebhookDialog
      title={`Create ${environment} webhook`}
      description="Portico sends each event as a signed POST request to your URL."
      submitLabel="Create webhook"
      keepLabel="Discard webhook"
      initial={EMPTY_FORM}
      isSaving={create.isPending}
      problem={create.error}
      onSubmit={(input, _, onError) => create.mutate(input, { onSuccess: onCreated, onError })}
      onClose={onClose}
    />
  );
}
