import { ATTEMPT_WORDS, DIRECTORY_DELIVERY_WORDS } from "@/components/admin/deliveries/directory-delivery-words";
import { Status } from "@/components/ui/status";
import type { DirectoryDeliveryStatus, WebhookDeliveryAttempt } from "@/lib/domain/webhooks/directory/schemas";

export function DirectoryDeliveryMark({ status }: { status: DirectoryDeliveryStatus }) {
  const { tone, word } = DIRECTORY_DELIVERY_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}

export function AttemptMark({ status }: { status: WebhookDeliveryAttempt["status"] }) {
  const { tone, word } = ATTEMPT_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}
