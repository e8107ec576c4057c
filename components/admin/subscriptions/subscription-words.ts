import type { StatusTone } from "@/components/ui/status";
import type { WebhookSubscription } from "@/lib/domain/webhooks/directory/schemas";

export type SubscriptionStatus = WebhookSubscription["status"];

export const SUBSCRIPTION_WORDS: Record<SubscriptionStatus, { tone: StatusTone; word: string }> = {
  active: { tone: "success", word: "Active" },
  paused: { tone: "warning", word: "Paused" },
  revoked: { tone: "danger", word: "Revoked" },
};

/** A change of status: what it is called, what it does, and what leaves things as they are. */
export type SubscriptionMove = {
  to: SubscriptionStatus;
  label: string;
  keep: string;
  done: string;
  does: string;
  tone: "primary" | "danger";
};

const PAUSE: SubscriptionMove = {
  to: "paused",
  label: "Pause subscription",
  keep: "Keep it active",
  done: "paused",
  does: "New events are not queued for it, and what is queued already is blocked instead of sent. The secret and the blocked deliveries stay: after resuming, they can be retried.",
  tone: "danger",
};
const RESUME: SubscriptionMove = {
  to: "active",
  label: "Resume subscription",
  keep: "Leave it paused",
  done: "resumed",
  does: "Events from now on are queued for it again, signed with the secret it has. What was blocked meanwhile is sent when it is retried.",
  tone: "primary",
};
const REVOKE: SubscriptionMove = {
  to: "revoked",
  label: "Revoke subscription",
  keep: "Keep subscription",
  done: "revoked",
  does: "Nothing is sent to it any more, for good: what is queued is blocked, and its secret is worth nothing. This cannot be undone; a new subscription has a new secret.",
  tone: "danger",
};

/** What may be done to a subscription in this state. A revoked one stays as it is. */
export function movesOf(status: SubscriptionStatus): SubscriptionMove[] {
  if (status === "revoked") return [];
  return [status === "active" ? PAUSE : RESUME, REVOKE];
}
