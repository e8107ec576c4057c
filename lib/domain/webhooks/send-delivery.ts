import { allowsInsecure } from "@/lib/domain/webhooks/allows-insecure";
import type { Claim } from "@/lib/domain/webhooks/claim-attempt";
import { retryAfterMs } from "@/lib/domain/webhooks/delivery-schedule";
import type { DeliveryRow } from "@/lib/domain/webhooks/present-delivery";
import type { WebhookRow } from "@/lib/domain/webhooks/present-webhook";
import { signDelivery } from "@/lib/domain/webhooks/sign-delivery";
import { decryptHeaders, decryptSigningSecret } from "@/lib/domain/webhooks/webhook-secrets";
import { EgressFailed, EgressRefused } from "@/lib/platform/egress-errors";
import type { GuardedResponse, sendGuarded } from "@/lib/platform/safe-fetch";

const TIMEOUT_MS = 10_000;
const SNIPPET_BYTES = 1024;
/** Once the status is there the answer is known; a body that does not end keeps no place among those in flight. */
const BODY_GRACE_MS = 1_000;
const GONE = 410;
/** With these a receiver may say when to come back. */
const MAY_WAIT = [429, 503];

export type Outcome = {
  succeeded: boolean;
  /** The receiver asks to be left alone. */
  gone: boolean;
  /** How long the receiver asks us to wait. */
  waitMs: number | null;
  httpStatus: number | null;
  durationMs: number;
  error: string | null;
  responseSnippet: string | null;
};

/** Makes one request of a claimed attempt, signed by the webhook's secret at this moment. */
export function sendDelivery(claim: Claim, now: Date, send: typeof sendGuarded): Promise<Outcome> {
  return sendSigned({ ...claim, signature: signatureOf(claim, now) }, now, send);
}

type Signed = {
  delivery: Pick<DeliveryRow, "id" | "eventId" | "eventType">;
  webhook: WebhookRow;
  body: string;
  attempt: number;
  signature: ReturnType<typeof signDelivery>;
};

/** Makes one request under this signature. Whatever the receiver does is an outcome; only faults of ours throw. */
export async function sendSigned(signed: Signed, now: Date, send: typeof sendGuarded): Promise<Outcome> {
  const { webhook, body } = signed;
  const headers = headersOf(signed);
  try {
    const answer = await send({
      url: webhook.url,
      method: "POST",
      headers,
      body,
      totalTimeoutMs: TIMEOUT_MS,
      responseCapBytes: SNIPPET_BYTES,
      bodyGraceMs: BODY_GRACE_MS,
      mayArriveTwice: true,
      allowInsecure: allowsInsecure(webhook.environment),
    });
    return judge(answer, now);
  } catch (error) {
    const failed = { succeeded: false, gone: false, waitMs: null, httpStatus: null, responseSnippet: null };
    if (error instanceof EgressRefused) return { ...failed, durationMs: 0, error: error.reason };
    if (error instanceof EgressFailed) return { ...failed, durationMs: error.durationMs, error: error.message };
    throw error;
  }
}

function signatureOf({ delivery, webhook, body }: Claim, now: Date) {
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

function judge({ status, headers, bodySnippet, durationMs }: GuardedResponse, now: Date): Outcome {
  const succeeded = status >= 200 && status < 300;
  const redirected = status >= 300 && status < 400;
  const problem = redirected ? `It answered ${status}; redirects are not followed.` : `It answered ${status}.`;
  return {
    succeeded,
    gone: status === GONE,
    waitMs: MAY_WAIT.includes(status) ? retryAfterMs(headers["retry-after"], now) : null,
    httpStatus: status,
    durationMs,
    error: succeeded ? null : problem,
    responseSnippet: bodySnippet,
  };
}
