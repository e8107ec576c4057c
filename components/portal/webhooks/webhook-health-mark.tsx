import { webhookHealth } from "@/components/portal/webhooks/webhook-health";
import { Status } from "@/components/ui/status";
import type { Webhook } from "@/lib/domain/webhooks/schemas";

export function WebhookHealthMark({ webhook }: { webhook: Webhook }) {
  const { tone, word } = webhookHealth(webhook);
  return <Status tone={tone}>{word}</Status>;
}
