import { z } from "zod";
import { IsoTime, IsoTimeInput } from "@/lib/domain/shared/schemas";
import { WEBHOOK_EVENT_TYPES } from "@/lib/domain/webhooks/directory/event-types";

/** `revoked` is final; only `active` subscriptions are served. */
export const SUBSCRIPTION_STATUSES = ["active", "paused", "revoked"] as const;
export const DIRECTORY_DELIVERY_STATUSES = ["queued", "delivered", "failed", "blocked"] as const;
export type DirectoryDeliveryStatus = (typeof DIRECTORY_DELIVERY_STATUSES)[number];

const SUBSCRIPTION_ID = "webhook-subscription-6f1c2a34-9d0b-4c57-8a2e-51f0c7d3b9aa";
const DELIVERY_ID = "webhook-delivery-71b4c5d6-0e2f-4f3a-8b9c-1d2e3f4a5b33";

const EventTypes = z
  .array(z.enum(WEBHOOK_EVENT_TYPES))
  .min(1, "must name at least one event type")
  .transform((types) => [...new Set(types)]);

export const CreateSubscription = z.object({
  apiClientId: z.string().min(1).meta({ example: "api-client-6f1c2a34-9d0b-4c57-8a2e-51f0c7d3b9aa" }),
  targetUrl: z.string().min(1).max(2048).meta({ example: "https://partner.example/webhooks/senior-guru" }),
  eventTypes: EventTypes.meta({ example: ["provider.updated"] }),
});
export type CreateSubscription = z.output<typeof CreateSubscription>;

export const SubscriptionParams = z.object({ id: z.string().meta({ example: SUBSCRIPTION_ID }) });
export const PatchSubscription = z.object({ status: z.enum(SUBSCRIPTION_STATUSES) });

/** An API client's subscription to the directory's events (contract 7.2). */
export const WebhookSubscription = z
  .object({
    id: z.string().meta({ example: SUBSCRIPTION_ID }),
    apiClientId: z.string(),
    targetUrl: z.string(),
    eventTypes: z.array(z.string()),
    signingSecretPreview: z.string().meta({ example: "whsec_Zx...k3Pq" }),
    status: z.enum(SUBSCRIPTION_STATUSES),
    createdAt: IsoTime,
  })
  .meta({ id: "WebhookSubscription" });
export type WebhookSubscription = z.output<typeof WebhookSubscription>;

/** The only answer that holds the signing secret. */
export const CreatedWebhookSubscription = WebhookSubscription.extend({ signingSecret: z.string() }).meta({
  id: "CreatedWebhookSubscription",
});
export type CreatedWebhookSubscription = z.output<typeof CreatedWebhookSubscription>;

/** A delivery as administrators see it (contract 7.6). */
export const WebhookDelivery = z
  .object({
    id: z.string().meta({ example: DELIVERY_ID }),
    subscriptionId: z.string(),
    eventType: z.string(),
    subjectId: z.string().optional(),
    payload: z.record(z.string(), z.unknown()),
    status: z.enum(DIRECTORY_DELIVERY_STATUSES),
    attempts: z.int(),
    lastError: z.string().optional(),
    createdAt: IsoTime,
    deliveredAt: IsoTime.optional(),
  })
  .meta({ id: "WebhookDelivery" });
export type WebhookDelivery = z.output<typeof WebhookDelivery>;

export const WebhookDeliveryAttempt = z
  .object({
    id: z.string(),
    deliveryId: z.string(),
    targetUrl: z.string(),
    status: z.enum(["delivered", "failed", "blocked", "dry_run"]),
    statusCode: z.int().optional(),
    error: z.string().optional(),
    signaturePreview: z.string().optional(),
    createdAt: IsoTime,
  })
  .meta({ id: "WebhookDeliveryAttempt" });
export type WebhookDeliveryAttempt = z.output<typeof WebhookDeliveryAttempt>;

/** An attempt as it was recorded. */
export const MadeAttempt = z
  .object({
    n: z.int().meta({ example: 1 }),
    at: IsoTime,
    status: z.enum(["delivered", "failed", "blocked"]),
    statusCode: z.int().optional().meta({ description: "Of the receiver's answer, where there was one." }),
    durationMs: z.int(),
    error: z.string().optional(),
  })
  .meta({ id: "WebhookMadeAttempt" });
export type MadeAttempt = z.output<typeof MadeAttempt>;

export const DirectoryDeliveryParams = z.object({ id: z.string().meta({ example: DELIVERY_ID }) });

export const WebhookDeliveryDetail = WebhookDelivery.extend({
  nextAttemptAt: IsoTime.optional().meta({
    description:
      "When a queued one is sent; of a failed or blocked one, from when on the scheduler, once approved, queues it again. Absent where only a person can.",
  }),
  attemptLog: z.array(MadeAttempt).meta({ description: "First to last." }),
}).meta({ id: "WebhookDeliveryDetail" });
export type WebhookDeliveryDetail = z.output<typeof WebhookDeliveryDetail>;

export const SubscriptionsQuery = z.object({ apiClientId: z.string().optional() });
export const DeliveriesQuery = z.object({ status: z.enum(DIRECTORY_DELIVERY_STATUSES).optional() });

export const EnqueueDeliveries = z.object({
  eventType: z.enum(WEBHOOK_EVENT_TYPES),
  payload: z.record(z.string(), z.unknown()),
  subjectId: z.string().min(1).max(200).optional(),
});
export type EnqueueDeliveries = z.output<typeof EnqueueDeliveries>;

const CHOSEN_MAX = 50;
const chosen = () => z.int().min(1).max(CHOSEN_MAX);

export const RunDeliveries = z.object({ limit: chosen().default(10), dryRun: z.boolean().default(true) });
export type RunDeliveries = z.output<typeof RunDeliveries>;

/** What a run of the worker came to; `processed` counts the attempts. */
export const DeliveryRun = z.object({
  processed: z.int(),
  delivered: z.int(),
  failed: z.int(),
  blocked: z.int(),
  dryRun: z.boolean(),
  attempts: z.array(WebhookDeliveryAttempt),
});
export type DeliveryRun = z.output<typeof DeliveryRun>;

const because = {
  reason: z.string().max(500).optional(),
  /** Whom the administrator acts for; the audit record always names the administrator. */
  actorId: z.string().max(200).optional(),
};
const choice = {
  deliveryIds: z.array(z.string()).min(1).max(CHOSEN_MAX).optional(),
  limit: chosen().optional(),
  ...because,
};

export const RetryDirectoryDeliveries = z.object({ ...choice, status: z.enum(["failed", "blocked"]).optional() });
export type RetryDirectoryDeliveries = z.output<typeof RetryDirectoryDeliveries>;

export const Requeued = z.object({
  requeued: z.int(),
  deliveryIds: z.array(z.string()),
  status: z.literal("queued"),
});
export type Requeued = z.output<typeof Requeued>;

export const ReplayDirectoryDeliveries = z.object({
  ...choice,
  status: z.enum(["failed", "blocked", "delivered"]).optional(),
  dryRun: z.boolean().default(true),
});
export type ReplayDirectoryDeliveries = z.output<typeof ReplayDirectoryDeliveries>;

/** A dry run names the sources and makes nothing. */
export const Replayed = z.object({
  replayed: z.int(),
  sourceDeliveryIds: z.array(z.string()),
  replayedDeliveryIds: z.array(z.string()),
  status: z.literal("queued"),
  dryRun: z.boolean(),
});
export type Replayed = z.output<typeof Replayed>;

export const RunScheduler = z.object({
  retryLimit: chosen().default(25),
  deliveryLimit: chosen().default(25),
  includeBlocked: z.boolean().default(true),
  dryRun: z.boolean().default(true),
  ...because,
});
export type RunScheduler = z.output<typeof RunScheduler>;

/** Candidates are the deliveries whose pause is over; a dry run counts them and changes nothing. */
export const SchedulerRun = z.object({
  dryRun: z.boolean(),
  retryLimit: z.int(),
  deliveryLimit: z.int(),
  failedCandidates: z.int(),
  blockedCandidates: z.int(),
  failedRetry: Requeued,
  blockedRetry: Requeued.optional(),
  delivery: DeliveryRun,
  nextActions: z.array(z.string()),
});
export type SchedulerRun = z.output<typeof SchedulerRun>;

/** What the scheduler makes of a delivery that has ended without success. */
export const SCHEDULER_VERDICTS = ["due", "beyond_limit", "pausing", "by_hand_only"] as const;
export type SchedulerVerdict = (typeof SCHEDULER_VERDICTS)[number];

/** What the scheduler would queue again now and what it would not, and whether it may act. */
export const SchedulerPlan = z
  .object({
    generatedAt: IsoTime,
    isApproved: z.boolean().meta({ description: "Whether live mode is set and its approval is on record." }),
    retryLimit: z.int(),
    deliveryLimit: z.int(),
    failed: z.int().meta({ description: "Failed ones that would be queued again in this run." }),
    blocked: z.int(),
    queued: z.int().meta({ description: "What waits to be sent already." }),
    deliveries: z
      .array(
        WebhookDelivery.pick({ id: true, subscriptionId: true, eventType: true, status: true, attempts: true }).extend({
          verdict: z.enum(SCHEDULER_VERDICTS),
          dueAt: IsoTime.optional().meta({ description: "When its pause is over." }),
        }),
      )
      .meta({ description: "At most 100: those that are due first, then the oldest." }),
  })
  .meta({ id: "SchedulerPlan" });
export type SchedulerPlan = z.output<typeof SchedulerPlan>;

const EXPORT_MAX = 500;
const blank = (text: string | undefined) => text?.trim() || undefined;
const wanted = z.string().optional().transform(blank);
/** A parameter for which blank means absent. */
const unlessBlank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((text) => (typeof text === "string" ? blank(text) : text), schema);
const statusWanted = unlessBlank(z.enum(DIRECTORY_DELIVERY_STATUSES).optional());
const instantWanted = unlessBlank(IsoTimeInput.optional());

export const ReplayEvidenceQuery = z.object({
  format: unlessBlank(z.enum(["json", "csv"]).default("json")),
  limit: unlessBlank(
    z
      .string()
      .regex(/^\d{1,9}$/, "must be a whole number")
      .transform(Number)
      .pipe(z.int().min(1).max(EXPORT_MAX, `must be at most ${EXPORT_MAX}`))
      .default(100),
  ),
  apiClientId: wanted,
  eventType: wanted,
  sourceStatus: statusWanted,
  replayStatus: statusWanted,
  subjectId: wanted,
  since: instantWanted,
  before: instantWanted,
  auditedOnly: unlessBlank(
    z
      .enum(["true", "false", "1", "0"])
      .default("false")
      .transform((text) => text === "true" || text === "1"),
  ),
});
export type ReplayEvidenceQuery = z.output<typeof ReplayEvidenceQuery>;

/** One replayed delivery beside what it repeats and who asked for it. */
export const ReplayEvidenceRow = z.object({
  replayedDeliveryId: z.string(),
  sourceDeliveryId: z.string(),
  subscriptionId: z.string(),
  apiClientId: z.string().optional(),
  eventType: z.string(),
  subjectId: z.string().optional(),
  sourceStatus: z.enum(DIRECTORY_DELIVERY_STATUSES).optional(),
  replayStatus: z.enum(DIRECTORY_DELIVERY_STATUSES),
  sourceAttempts: z.int(),
  replayAttempts: z.int(),
  sourceCreatedAt: IsoTime.optional(),
  replayCreatedAt: IsoTime,
  lastSourceError: z.string().optional(),
  auditEventId: z.string().optional(),
  auditCreatedAt: IsoTime.optional(),
  replayReason: z.string().optional(),
  replayActorId: z.string().optional(),
});
export type ReplayEvidenceRow = z.output<typeof ReplayEvidenceRow>;

export const ReplayEvidence = z.object({
  generatedAt: IsoTime,
  source: z.literal("database"),
  format: z.enum(["json", "csv"]),
  limit: z.int(),
  filters: z.record(z.string(), z.unknown()),
  totals: z.object({ replayedDeliveries: z.int(), auditedReplays: z.int(), missingSourceDeliveries: z.int() }),
  rows: z.array(ReplayEvidenceRow),
  filename: z.string(),
});
export type ReplayEvidence = z.output<typeof ReplayEvidence>;

const TOLERANCE = { default: 300, min: 30, max: 3600 };

export const VerifySignature = z.object({
  subscriptionId: z.string().min(1),
  signature: z.string().min(1).max(1000).meta({ example: "t=1778792400,v1=c6712f63…" }),
  /** The raw text as it came; an object is written out compactly and may not match. */
  payload: z.union([z.string(), z.record(z.string(), z.unknown())], "must be the raw body as a string, or an object"),
  timestamp: z.number().optional(),
  toleranceSeconds: z
    .number()
    .default(TOLERANCE.default)
    .transform((seconds) => Math.min(TOLERANCE.max, Math.max(TOLERANCE.min, Math.trunc(seconds)))),
});
export type VerifySignature = z.output<typeof VerifySignature>;

export const SignatureVerdict = z.object({
  valid: z.boolean(),
  subscriptionId: z.string(),
  apiClientId: z.string(),
  signaturePreview: z.string().optional(),
  timestamp: z.number(),
  timestampSkewSeconds: z.number(),
  toleranceSeconds: z.int(),
  eventTypes: z.array(z.string()),
  reasons: z.array(z.string()),
});
export type SignatureVerdict = z.output<typeof SignatureVerdict>;
