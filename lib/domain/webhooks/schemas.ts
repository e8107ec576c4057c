import { z } from "zod";
import { Environment, IsoTime, IsoTimeInput, listOf, ObjectId, PageQuery, text } from "@/lib/domain/shared/schemas";

export const DELIVERY_STATUSES = ["PENDING", "SUCCEEDED", "FAILED", "EXHAUSTED", "CANCELED"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** As they are stored; a delivery of the directory may also be blocked. */
export const STORED_DELIVERY_STATUSES = [...DELIVERY_STATUSES, "BLOCKED"] as const;

const CUSTOM_HEADERS_MAX = 10;
// The contract's list, the signature's own headers, and what the guarded sender refuses as belonging to the connection.
const RESERVED_HEADER =
  /^(host|content-.*|user-agent|connection|transfer-encoding|x-sir-.*|webhook-(id|timestamp|signature)|upgrade|expect|te|trailer|keep-alive|proxy-.*)$/i;

/** Headers of the receiver's own, sent with each delivery; values are stored encrypted and shown masked. */
export const CustomHeaders = z
  .record(
    z
      .string()
      .regex(/^[A-Za-z0-9-]{1,64}$/, "names have 1 to 64 letters, digits and hyphens")
      .refine((name) => !RESERVED_HEADER.test(name), "this header is set by the sender"),
    z
      .string()
      .max(512)
      // Visible ASCII and spaces: a line break here would let a value forge another header.
      .regex(/^[\x20-\x7e]*$/, "values hold printable ASCII without line breaks"),
  )
  .refine((value) => Object.keys(value).length <= CUSTOM_HEADERS_MAX, `at most ${CUSTOM_HEADERS_MAX} headers`)
  .refine(
    (value) => new Set(Object.keys(value).map((name) => name.toLowerCase())).size === Object.keys(value).length,
    "header names must differ by more than upper and lower case",
  );

const url = z.string().min(1).max(2048).meta({ example: "https://partner.example/webhooks/portico" });

export const CreateWebhook = z
  .strictObject({
    url,
    description: text(0, 200).optional(),
    eventTypes: z.array(z.string()).max(100).default([]),
    receiveAllEvents: z.boolean().default(false),
    headers: CustomHeaders.optional(),
  })
  .refine((input) => input.receiveAllEvents || input.eventTypes.length > 0, {
    path: ["eventTypes"],
    message: "name at least one event type, or set receiveAllEvents",
  });
export type CreateWebhook = z.output<typeof CreateWebhook>;

export const PatchWebhook = z
  .strictObject({
    url: url.optional(),
    description: text(0, 200).nullable().optional(),
    eventTypes: z.array(z.string()).max(100).optional(),
    receiveAllEvents: z.boolean().optional(),
    headers: CustomHeaders.optional(),
    isActive: z.boolean().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, "must name at least one field to change");
export type PatchWebhook = z.output<typeof PatchWebhook>;

export const TestWebhook = z.strictObject({ eventType: z.string().default("webhook.test") });
export type TestWebhook = z.output<typeof TestWebhook>;

export const ReplayDeliveries = z
  .strictObject({
    failedSince: IsoTimeInput.optional(),
    from: IsoTimeInput.optional(),
    to: IsoTimeInput.optional(),
    eventTypes: z.array(z.string()).min(1).max(100).optional(),
    dryRun: z.boolean().default(false),
  })
  .refine((input) => (input.failedSince === undefined) !== (input.from === undefined), {
    message: "give exactly one of failedSince and from",
  })
  .refine((input) => input.to === undefined || (input.from !== undefined && input.from <= input.to), {
    path: ["to"],
    message: "must not lie before from, and goes with it only",
  });
export type ReplayDeliveries = z.output<typeof ReplayDeliveries>;

export const WebhookParams = z.strictObject({ webhookId: text(1, 64) });
export type WebhookParams = z.output<typeof WebhookParams>;

export const DeliveryParams = WebhookParams.extend({ deliveryId: text(1, 64) });
export type DeliveryParams = z.output<typeof DeliveryParams>;

const webhook = {
  id: ObjectId,
  url: z.string(),
  description: z.string().nullable(),
  eventTypes: z.array(z.string()),
  receiveAllEvents: z.boolean(),
  headers: z.record(z.string(), z.string()),
  isActive: z.boolean(),
  environment: Environment,
  consecutiveFailures: z.int(),
  disabledReason: z.string().nullable(),
  lastDeliveryAt: IsoTime.nullable(),
  lastSuccessAt: IsoTime.nullable(),
  createdAt: IsoTime,
  updatedAt: IsoTime,
};

export const Webhook = z.object(webhook).meta({ id: "Webhook" });
export type Webhook = z.output<typeof Webhook>;

/** The only answer that holds the signing secret. */
export const CreatedWebhook = z
  .object({ ...webhook, secret: z.string().meta({ example: "whsec_…" }) })
  .meta({ id: "CreatedWebhook" });
export type CreatedWebhook = z.output<typeof CreatedWebhook>;

export const RotatedSecret = z
  .object({ id: ObjectId, secret: z.string().meta({ example: "whsec_…" }), previousSecretValidUntil: IsoTime })
  .meta({ id: "RotatedWebhookSecret" });
export type RotatedSecret = z.output<typeof RotatedSecret>;

export const WebhookList = listOf(Webhook);
export type WebhookList = z.output<typeof WebhookList>;

export const Attempt = z.object({
  n: z.int(),
  at: IsoTime,
  httpStatus: z.int().nullable(),
  durationMs: z.int(),
  error: z.string().nullable(),
  responseSnippet: z.string().nullable(),
});
export type Attempt = z.output<typeof Attempt>;

/** What a repetition came to against the last attempt of the delivery it repeats. */
export const VERDICTS = ["FIXED", "SAME", "REGRESSED"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const Delivery = z
  .object({
    id: z.string(),
    eventId: z.string(),
    eventType: z.string(),
    webhookId: ObjectId,
    status: z.enum(DELIVERY_STATUSES),
    attempts: z.array(Attempt),
    nextAttemptAt: IsoTime.nullable(),
    /** The delivery that this one repeats. */
    redeliveryOf: z.string().nullable(),
    verdict: z.enum(VERDICTS).nullable(),
    createdAt: IsoTime,
  })
  .meta({ id: "Delivery" });
export type Delivery = z.output<typeof Delivery>;

/** With the body as every attempt sent it. */
export const DeliveryDetail = Delivery.extend({ body: z.string() }).meta({ id: "DeliveryDetail" });
export type DeliveryDetail = z.output<typeof DeliveryDetail>;

/** One request of a probe: what came back, and whether it is what a receiver that verifies answers. */
const probed = {
  deliveryId: z.string(),
  eventId: z.string(),
  httpStatus: z.int().nullable(),
  error: z.string().nullable(),
  passed: z.boolean(),
};

/** `staleTimestamp` is advice and does not count for `passed`. */
export const WebhookProbe = z
  .object({
    id: ObjectId,
    webhookId: ObjectId,
    environment: Environment,
    passed: z.boolean(),
    wrongSignature: z.object(probed),
    correctSignature: z.object(probed),
    staleTimestamp: z.object(probed),
    startedAt: IsoTime,
    finishedAt: IsoTime,
  })
  .meta({ id: "WebhookProbe" });
export type WebhookProbe = z.output<typeof WebhookProbe>;

export const DeliveryList = listOf(Delivery);
export type DeliveryList = z.output<typeof DeliveryList>;

export const ListDeliveriesQuery = PageQuery.extend({
  status: z.enum(DELIVERY_STATUSES).optional(),
  eventType: text(1, 64).optional(),
  from: IsoTimeInput.optional(),
  to: IsoTimeInput.optional(),
});
export type ListDeliveriesQuery = z.output<typeof ListDeliveriesQuery>;

/** What a replay brings about, or would: times of the first and last attempt, at a capped rate. */
export const Replay = z
  .object({
    count: z.int(),
    firstAttemptAt: IsoTime.nullable(),
    lastAttemptAt: IsoTime.nullable(),
    hasMore: z.boolean(),
    /** Where to begin the next call, as `failedSince` or `from`. */
    nextFrom: IsoTime.nullable(),
    dryRun: z.boolean(),
  })
  .meta({ id: "Replay" });
export type Replay = z.output<typeof Replay>;

export const EventTypeList = z.object({
  data: z.array(
    z.object({
      type: z.string(),
      description: z.string(),
      /** A delivery's whole body. */
      sample: z.record(z.string(), z.unknown()),
      /** JSON Schema of `data`. */
      schema: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type EventTypeList = z.output<typeof EventTypeList>;

/** Where the events of 90 days have got to; each is counted once. `difference` is what no class accounts for. */
export const EventAccounting = z
  .object({
    committed: z.int(),
    delivered: z.int(),
    pending: z.int(),
    exhausted: z.int(),
    canceled: z.int(),
    unsubscribed: z.int(),
    difference: z.int(),
  })
  .meta({ id: "EventAccounting" });
export type EventAccounting = z.output<typeof EventAccounting>;

export const WebhookHealth = z
  .object({
    attempts24h: z.int(),
    failedAttempts24h: z.int(),
    medianMs24h: z.int().nullable(),
    p95Ms24h: z.int().nullable(),
    oldestPendingAt: IsoTime.nullable(),
    pending: z.int(),
    lastError: z.string().nullable(),
  })
  .meta({ id: "WebhookHealth" });
export type WebhookHealth = z.output<typeof WebhookHealth>;
