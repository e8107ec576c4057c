import { z } from "zod";
import type { SchemaComponents } from "@/lib/contract/openapi/json-schema";
import type { EventType } from "@/lib/domain/events/schemas";
import { Environment } from "@/lib/domain/shared/schemas";

export const EVENTS_TAG = {
  name: "Events",
  description:
    "What Portico sends to your webhooks. Verify the signature over the bytes as they came, then answer 2xx.",
};

const ENVELOPE_ID = "evt_695b9e0d4f1a2b3c4d5e6f71";

const text = (name: string, description: string, example: string, required = true) => ({
  name,
  in: "header",
  required,
  description,
  schema: { type: "string", examples: [example] },
});

/** Headers of a delivery, as components. */
export const DELIVERY_HEADERS = {
  SirTimestamp: text("X-SIR-Timestamp", "Unix seconds of this attempt.", "1767225662"),
  SirSignature: text(
    "X-SIR-Signature",
    'HMAC-SHA-256 over `timestamp + "." + body`, keyed with the whole secret as text.',
    "sha256=2eeed32bd0e406dd6067ceb683d5d82d49d4c85e8827afe93f68f4935bb3e0cf",
  ),
  SirSignaturePrevious: text(
    "X-SIR-Signature-Previous",
    "The same, with the former secret, while that one is still valid.",
    "sha256=…",
    false,
  ),
  SirEventId: text("X-SIR-Event-Id", "The event's id, the same in every attempt.", ENVELOPE_ID),
  SirEventType: text("X-SIR-Event-Type", "The event's type.", "action.completed"),
  SirDeliveryId: text(
    "X-SIR-Delivery-Id",
    "The delivery, as the portal and the API name it.",
    "whd_695b9e0d4f1a2b3c4d5e6f75",
  ),
  SirAttempt: text("X-SIR-Attempt", "Which attempt this is, from 1.", "1"),
  WebhookId: text("webhook-id", "Standard Webhooks: the event's id.", ENVELOPE_ID),
  WebhookTimestamp: text("webhook-timestamp", "Standard Webhooks: Unix seconds of this attempt.", "1767225662"),
  WebhookSignature: text(
    "webhook-signature",
    "Standard Webhooks: `v1,` and the base64 HMAC-SHA-256 over `id.timestamp.body`; two of them, separated by a space, while a former secret is valid.",
    "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
  ),
};

const RESPONSES = {
  "2XX": { description: "Received. Answer within 10 seconds; the body is ignored." },
  "410": { description: "Gone: the webhook is turned off at once." },
  default: { description: "Anything else, redirects included, is a failed attempt and is tried again." },
};

function envelopeOf(event: EventType) {
  const data = (event.data as z.ZodObject).safeExtend({ environment: Environment });
  return z.object({
    id: z.string(),
    type: z.literal(event.name),
    createdAt: z.string().meta({ format: "date-time" }),
    data,
  });
}

/** `action.completed` becomes `ActionCompletedEvent`. */
function nameOf(event: EventType): string {
  const words = event.name.split(/[._]/).map((word) => word[0]!.toUpperCase() + word.slice(1));
  return `${words.join("")}Event`;
}

/** One webhook operation for each event. */
export function webhookOperations(events: readonly EventType[], components: SchemaComponents): Record<string, object> {
  const parameters = Object.keys(DELIVERY_HEADERS).map((name) => ({ $ref: `#/components/parameters/${name}` }));
  return Object.fromEntries(
    events.map((event) => {
      const data = { environment: "sandbox", ...event.sample };
      const value = { id: ENVELOPE_ID, type: event.name, createdAt: "2026-01-01T00:01:01.000Z", data };
      const schema = components.response(nameOf(event), envelopeOf(event));
      const post = {
        operationId: `on${nameOf(event).replace(/Event$/, "")}`,
        tags: [EVENTS_TAG.name],
        summary: event.name,
        description: event.description,
        security: [],
        parameters,
        requestBody: { required: true, content: { "application/json": { schema, example: value } } },
        responses: RESPONSES,
      };
      return [event.name, { post }];
    }),
  );
}
