"use client";

import { toast } from "sonner";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { webhookName } from "@/components/portal/webhooks/webhook-health";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

export type DeleteWebhookDialogProps = { webhook: Webhook; onClose: () => void; onDeleted?: () => void };

/** Mounted while the question is open. In production the receiver's host must be typed. */
export function DeleteWebhookDialog({ webhook, onClose, onDeleted }: DeleteWebhookDialogProps) {
  const remove = useCall(giving.deleteWebhook, { refresh: [giving.listWebhooks] });
  const name = webhookName(webhook.url);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete webhook “${name}”?`}
      consequence={
        <>
          No further event is sent to it, deliveries still pending are canceled, and its delivery log can no longer be
          read. The signing secret becomes useless. This cannot be undone.
        </>
      }
      confirmLabel="Delete webhook"
      keepLabel="Keep webhook"
      typeToConfirm={webhook.environment === "production" ? name : undefined}
      loading={remove.isPending}
      error={remove.error && problemSentence(remove.error)}
      onConfirm={() =>
        remove.mutate(
          { webhookId: webhook.id },
          {
            onSuccess: () => {
              toast.success(`Webhook ${name} deleted`);
              onClose();
              onDeleted?.();
            },
          },
        )
      }
    />
  );
}
