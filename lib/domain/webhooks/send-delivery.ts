import { allowsInsecure } from "@/lib/domain/webhooks/allows-insecure";
import type { PartnersClaim } from "@/lib/domain/webhooks/claim-attempt";
import { type Outcome, postToReceiver } from "@/lib/domain/webhooks/post-to-receiver";
import type { DeliveryRow } from "@/lib/domain/webhooks/present-delivery";
import type { WebhookRow } from "@/lib/domain/webhooks/present-webhook";
import { signDelivery } from "@/lib/domain/webhooks/sign-delivery";
import { decryptHeaders, decryptSigningSecret } from "@/lib/domain/webhooks/webhook-secrets";
import type { sendGuarded } from "@/lib/platform/safe-fetch";

/** Makes one request of a claimed attempt, signed by the webhook's secret at this moment. */
export function sendDelivery(claim: PartnersClaim, now: Date, send: typeof sendGuarded): Promise<Outcome> {
  return sendSigned({ ...claim, signature: signatureOf(claim, now) }, now, send);
}

type Signed = {
  delivery: Pick<DeliveryRow, "id" | "eventId" | "eventType">;
  webhook: WebhookRow;
  body: string;
  attempt: number;
  signature: ReturnType<typeof signDelivery>;
};

/** Makes one request under this signature. */
export function sendSigned(signed: Signed, now: Date, send: typeof sendGuarded): Promise<Outcome> {
  const { webhook, body } = signed;
  const allowInsecure = allowsInsecure(webhook.environment);
  return postToReceiver({ url: webhook.url, headers: headersOf(signed), body, allowInsecure }, now, send);
}

function signatureOf({ delivery, webhook, body }: PartnersClaim, now: Date) {
  const { id, previousSecretEncrypted: previous, previousSecretValidUntil: validUntil } = webhook;
  return signDelivery({
    eventId: delivery.eventId,
    timestamp: Math.floor(now.getTime() / 1000),
    body,
    secret: decryptSigningSecret(id, webhook.secretEncrypted),
    previousSecret: previous && validUntil && validUntil > now ? decryptSigningSecret(id, previous) : null,
  });
}

function headersOf({ delivery, webhook, attempt, signature }: Signed): Record<string, string> {
  return {
    ...decryptHeaders(webhook.id, webhook.headersEncrypted),
    "Content-Type": "application/json",
    "User-Agent": "SIRGiving-Webhooks/1.0",
    ...signature,
    "X-SIR-Event-Id": delivery.eventId,
    "X-SIR-Event-Type": delivery.eventType,
    "X-SIR-Delivery-Id": delivery.id,
    "X-SIR-Attempt": String(attempt),
  };
}
