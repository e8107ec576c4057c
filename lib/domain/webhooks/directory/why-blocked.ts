import type { ApiClientSnapshot } from "@/lib/domain/api-clients/snapshot";
import type { PartnerStatus } from "@/lib/domain/partners/statuses";
import type { StoredWebhook } from "@/lib/domain/webhooks/present-webhook";

export const REASON_SECRET = "The signing secret is not available.";

type Client = Pick<ApiClientSnapshot, "status" | "scopes" | "partnerId">;

/** Why nothing may be sent to a subscription, or null. Asked at each attempt: what was allowed may have ended since. */
export function whyBlocked(
  subscription: Pick<StoredWebhook, "isActive" | "deletedAt">,
  client: Client | null,
  ownerStatus: PartnerStatus | null,
): string | null {
  if (subscription.deletedAt !== null || !subscription.isActive) return "The subscription is not active.";
  const isServed = client?.status === "active" && (client.partnerId === null || ownerStatus === "ACTIVE");
  if (!isServed) return "The API client is not active.";
  if (!client.scopes.includes("webhooks:write")) return "The API client does not hold webhooks:write.";
  return null;
}
