import { and, eq } from "drizzle-orm";
import { webhooks } from "@/db/schema/webhooks";
import type { ClientCtx } from "@/lib/domain/context";
import { recordClientOutcome } from "@/lib/domain/usage/record-client-outcome";
import type { SignatureVerdict, VerifySignature } from "@/lib/domain/webhooks/directory/schemas";
import { signaturePreview } from "@/lib/domain/webhooks/directory/sign-payload";
import { readSubscriptionSecret } from "@/lib/domain/webhooks/directory/subscription-secrets";
import type { StoredWebhook } from "@/lib/domain/webhooks/present-webhook";
import { equalHexDigest, hmacSha256Hex } from "@/lib/platform/crypto";

export const REASONS = {
  unknown: "The subscription was not found.",
  inactive: "The subscription is not active.",
  noDigest: "The signature has no v1 digest.",
  noTimestamp: "The timestamp is missing or not valid.",
  outside: "The timestamp lies outside the tolerance.",
  noPayload: "The payload is missing.",
  noSecret: "The signing secret is not available.",
  mismatch: "The digest does not match.",
} as const;

/** The parts of a signature header: unknown ones are ignored, and there may be several digests. */
export function parseSignature(header: string): { timestamp: number | null; digests: string[] } {
  const parts = header.split(",").map((part) => {
    const [name = "", ...value] = part.split("=");
    return [name.trim(), value.join("=").trim()] as const;
  });
  const t = parts.find(([name]) => name === "t")?.[1] ?? "";
  const digests = parts.flatMap(([name, value]) => (name === "v1" && value !== "" ? [value] : []));
  return { timestamp: /^\d{1,15}$/.test(t) ? Number(t) : null, digests };
}

const isTime = (timestamp: number | null): timestamp is number =>
  timestamp !== null && Number.isSafeInteger(timestamp) && timestamp > 0;

/** The caller's own subscription; another client's is as unknown as one that never was. */
async function findOwn(ctx: ClientCtx, id: string): Promise<StoredWebhook | undefined> {
  const [row] = await ctx.db
    .select()
    .from(webhooks)
    .where(and(eq(webhooks.id, id), eq(webhooks.apiClientId, ctx.client.id)));
  return row;
}

/**
 * Says whether a signature is one of ours for a subscription of the caller's, and every reason why it is not. The digest
 * is compared only where nothing else is wrong, and neither it nor the secret is ever told.
 */
export async function verifySignature(ctx: ClientCtx, input: VerifySignature): Promise<{ data: SignatureVerdict }> {
  const subscription = await findOwn(ctx, input.subscriptionId);
  const parsed = parseSignature(input.signature);
  const given = input.timestamp ?? parsed.timestamp;
  const timestamp = isTime(given) ? given : 0;
  const skew = timestamp === 0 ? 0 : Math.abs(Math.floor(ctx.now.getTime() / 1000) - timestamp);
  const raw = typeof input.payload === "string" ? input.payload : JSON.stringify(input.payload);
  const secret = subscription ? readSubscriptionSecret(subscription) : null;

  const reasons: string[] = [];
  if (!subscription) reasons.push(REASONS.unknown);
  else if (!subscription.isActive) reasons.push(REASONS.inactive);
  if (parsed.digests.length === 0) reasons.push(REASONS.noDigest);
  if (timestamp === 0) reasons.push(REASONS.noTimestamp);
  else if (skew > input.toleranceSeconds) reasons.push(REASONS.outside);
  if (raw === "") reasons.push(REASONS.noPayload);
  if (subscription && secret === null) reasons.push(REASONS.noSecret);
  if (reasons.length === 0 && !matches(secret!, `${timestamp}.${raw}`, parsed.digests)) reasons.push(REASONS.mismatch);

  const valid = reasons.length === 0;
  const { toleranceSeconds, subscriptionId, signature } = input;
  await recordClientOutcome(ctx, {
    eventType: "partner.webhook_signature.verified",
    subjectType: "webhook_subscription",
    subjectId: subscriptionId.slice(0, 200),
    outcome: valid ? "allowed" : "blocked",
    metadata: { valid, timestamp, timestampSkewSeconds: skew, toleranceSeconds, reasons },
  });
  return {
    data: {
      ...{ valid, subscriptionId, apiClientId: ctx.client.id },
      ...(signature.length > 32 && { signaturePreview: signaturePreview(signature) }),
      ...{ timestamp, timestampSkewSeconds: skew, toleranceSeconds },
      eventTypes: subscription?.eventTypes ?? [],
      reasons,
    },
  };
}

/** Compares every digest in constant time; one in upper case is none of ours, here as in the packages of `sdk/`. */
function matches(secret: string, message: string, digests: readonly string[]): boolean {
  const expected = hmacSha256Hex(secret, message);
  const isOurs = (digest: string) => equalHexDigest(digest, expected) && digest === digest.toLowerCase();
  return digests.map(isOurs).includes(true);
}
