import { DELIVERY_WORDS } from "@/components/portal/webhooks/delivery-text";
import { Status } from "@/components/ui/status";
import type { DeliveryStatus } from "@/lib/domain/webhooks/schemas";

export function DeliveryStatusMark({ status }: { status: DeliveryStatus }) {
  const { tone, word } = DELIVERY_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}
