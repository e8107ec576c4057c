import type { DirectoryClaim } from "@/lib/domain/webhooks/claim-attempt";
import { deliveryBody } from "@/lib/domain/webhooks/directory/delivery-body";
import { signaturePreview, signPayload } from "@/lib/domain/webhooks/directory/sign-payload";
import { readSubscriptionSecret } from "@/lib/domain/webhooks/directory/subscription-secrets";
import { REASON_SECRET } from "@/lib/domain/webhooks/directory/why-blocked";
import { type Outcome, postToReceiver } from "@/lib/domain/webhooks/post-to-receiver";
import type { sendGuarded } from "@/lib/platform/safe-fetch";

function blocked(targetUrl: string, error: string): Outcome {
  const nothing = { succeeded: false, gone: false, waitMs: null, httpStatus: null, responseSnippet: null };
  return { ...nothing, durationMs: 0, error, isBlocked: true, sent: { targetUrl, signaturePreview: null } };
}

/** Makes one request of a claimed attempt of the directory (contract 7.4), or none where it may not be made. */
export async function sendToSubscription(claim: DirectoryClaim, now: Date, send: typeof sendGuarded): Promise<Outcome> {
  const { delivery, webhook, directory } = claim;
  const { url } = webhook;
  if (directory.refusal !== null) return blocked(url, directory.refusal);
  const secret = readSubscriptionSecret(webhook);
  if (secret === null) return blocked(url, REASON_SECRET);

  const body = deliveryBody({ delivery, subjectId: directory.subjectId, payload: claim.body });
  const signature = signPayload(secret, Math.floor(now.getTime() / 1000), body);
  const headers = {
    "content-type": "application/json",
    "user-agent": "TheSeniorGuru-Webhooks/0.1",
    "x-senior-guru-event": delivery.eventType,
    "x-senior-guru-signature": signature,
  };
  const outcome = await postToReceiver({ url, headers, body, allowInsecure: directory.allowsPrivate }, now, send);
  return { ...outcome, sent: { targetUrl: url, signaturePreview: signaturePreview(signature) } };
}
