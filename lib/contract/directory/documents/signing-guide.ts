import { z } from "zod";
import { type DocumentFacts, stamp } from "@/lib/contract/directory/documents/facts";
import { IsoTime } from "@/lib/domain/shared/schemas";
import { WEBHOOK_EVENT_TYPES } from "@/lib/domain/webhooks/directory/event-types";

export const SIGNATURE_HEADER = "x-senior-guru-signature";
export const EVENT_HEADER = "x-senior-guru-event";
export const TOLERANCE_SECONDS = 300;
const USER_AGENT = "TheSeniorGuru-Webhooks/0.1";

const Delivery = z.record(z.string(), z.unknown());

export const SigningGuide = z
  .object({
    generatedAt: IsoTime,
    version: z.literal("v1"),
    algorithm: z.literal("HMAC-SHA256"),
    signatureHeader: z.string(),
    eventHeader: z.string(),
    userAgent: z.string(),
    signedContent: z.literal("timestamp.rawBody"),
    toleranceSeconds: z.int(),
    supportedEvents: z.array(z.enum(WEBHOOK_EVENT_TYPES)),
    verificationSteps: z.array(z.string()),
    sample: z.object({
      secret: z.string(),
      timestamp: z.int(),
      payload: Delivery,
      rawBody: z.string(),
      signature: z.string(),
      headers: z.record(z.string(), z.string()),
    }),
    failureHandling: z.object({
      retryableStatuses: z.array(z.string()),
      replayableStatuses: z.array(z.string()),
      duplicateProtection: z.string(),
    }),
  })
  .meta({ id: "WebhookSigningGuide" });
export type SigningGuide = z.output<typeof SigningGuide>;

/** The delivery that everyone can recompute (contract 7.5). */
export const SAMPLE = {
  secret: "whsec_example_do_not_use",
  timestamp: 1_778_792_400,
  payload: {
    id: "webhook-delivery-example",
    eventType: "provider.updated",
    subjectId: "provider-example",
    payload: { providerId: "provider-example", status: "updated" },
    createdAt: "2026-05-14T21:00:00.000Z",
  },
};

function sample({ sign }: DocumentFacts): SigningGuide["sample"] {
  const rawBody = JSON.stringify(SAMPLE.payload);
  const signature = sign({ secret: SAMPLE.secret, timestamp: SAMPLE.timestamp, body: rawBody });
  const headers = {
    "content-type": "application/json",
    "user-agent": USER_AGENT,
    [EVENT_HEADER]: SAMPLE.payload.eventType,
    [SIGNATURE_HEADER]: signature,
  };
  return { ...SAMPLE, rawBody, signature, headers };
}

/** How a receiver knows that a delivery is genuine (contract 6.10); the sample is signed by the code that signs deliveries. */
export function signingGuide(facts: DocumentFacts): SigningGuide {
  return {
    ...stamp(facts),
    version: "v1",
    algorithm: "HMAC-SHA256",
    signatureHeader: SIGNATURE_HEADER,
    eventHeader: EVENT_HEADER,
    userAgent: USER_AGENT,
    signedContent: "timestamp.rawBody",
    toleranceSeconds: TOLERANCE_SECONDS,
    supportedEvents: [...WEBHOOK_EVENT_TYPES],
    verificationSteps: [
      "Take the raw body before anything parses it.",
      `Split ${SIGNATURE_HEADER} into t and v1.`,
      `Refuse a t that lies more than ${TOLERANCE_SECONDS} seconds before or after your clock.`,
      "Compute HMAC-SHA256 over t, a dot and the raw body, keyed with the signing secret as text.",
      "Compare the digests in constant time.",
      "Use the delivery's id as idempotency key: a delivery may arrive more than once.",
    ],
    sample: sample(facts),
    failureHandling: {
      retryableStatuses: ["failed", "blocked"],
      replayableStatuses: ["failed", "blocked", "delivered"],
      duplicateProtection:
        "A retry repeats the delivery under its id, and a replay is a fresh delivery that names its source in replayOfDeliveryId: drop ids you have seen.",
    },
  };
}
