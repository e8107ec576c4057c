"use client";

import { toast } from "sonner";
import { WebhookDialog } from "@/components/portal/webhooks/webhook-dialog";
import { formOf } from "@/components/portal/webhooks/webhook-form";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

/** Changes a webhook. Deliveries that are still pending go to the new URL. */
export function EditWebhookDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const update = useCall(giving.updateWebhook, { refresh: [giving.listWebhooks, giving.getWebhook] });
  return (
    <WebhookDialog
      title="Edit webhook"
      description="Deliveries still pending go to the URL as it is then."
      submitLabel="Save changes"
      keepLabel="Discard changes"
      initial={formOf(webhook)}
      storedHeaders={Object.keys(webhook.headers)}
      isSaving={update.isPending}
      problem={update.error}
      onSubmit={(input, form, onError) => {
        const { description, receiveAllEvents, headers } = form;
        const replaced = headers === null ? {} : { headers: input.headers ?? {} };
        const changes = { ...input, description: description.trim(), receiveAllEvents, ...replaced };
        const onSuccess = () => {
          toast.success("Webhook changed");
          onClose();
        };
        update.mutate({ webhookId: webhook.id, ...changes }, { onSuccess, onError });
      }}
      onClose={onClose}
    />
  );
}
