import { SUBSCRIPTION_WORDS, type SubscriptionStatus } from "@/components/admin/subscriptions/subscription-words";
import { Status } from "@/components/ui/status";

export function SubscriptionStatusMark({ status }: { status: SubscriptionStatus }) {
  const { tone, word } = SUBSCRIPTION_WORDS[status];
  return <Status tone={tone}>{word}</Status>;
}
