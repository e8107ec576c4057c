import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { apiClients } from "@/db/schema/api-clients";
import { environmentColumn, instant, oneOf, transactionId } from "@/db/schema/columns";
import { partners } from "@/db/schema/partners";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";
import { STORED_DELIVERY_STATUSES } from "@/lib/domain/webhooks/schemas";

/**
 * What happened, written in the transaction in which it happened. `body` is the envelope, byte for byte as every attempt
 * sends it. Without an environment the event concerns both. `fanned_out_at` is null while deliveries are not yet made;
 * `fanned_out_to` counts the webhooks that one was made for. `xid` is the transaction that wrote the row: positions are
 * drawn before the commit, so only with it can a reader tell which events may still appear. A test event is a sample: what
 * it tells of did not happen.
 *
 * An event of the directory has no partner and no environment: `subject_id` says what it is about, and `body` is its
 * payload, which each delivery puts into an envelope of its own.
 */
export const events = pgTable(
  "events",
  {
    id: text("id").primaryKey(),
    position: bigint("position", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    partnerId: text("partner_id"),
    environment: environmentColumn(),
    type: text("type").notNull(),
    subjectId: text("subject_id"),
    body: text("body").notNull(),
    createdAt: instant("created_at").notNull(),
    fannedOutAt: instant("fanned_out_at"),
    fannedOutTo: integer("fanned_out_to"),
    isTest: boolean("is_test").notNull().default(false),
    xid: transactionId("xid").notNull().default(sql`pg_current_xact_id()`),
  },
  (table) => [
    index("events_waiting_idx").on(table.position).where(sql`fanned_out_at is null`),
    index("events_partner_id_idx").on(table.partnerId, table.xid, table.position),
    index("events_partner_id_created_at_idx").on(table.partnerId, table.createdAt),
    index("events_created_at_idx").on(table.createdAt),
    check("events_environment_check", sql`environment is null or ${oneOf("environment", ENVIRONMENTS)}`),
    check("events_directory_check", sql`partner_id is not null or environment is null`),
    check("events_subject_check", sql`partner_id is null or subject_id is null`),
  ],
);

/**
 * Partners' endpoints, and the subscriptions of API clients to the directory: a row is the one or the other. Secrets and
 * header values are encrypted; a disabled endpoint says why. A subscription that is off is paused, a deleted one is revoked;
 * of its secret also the SHA-256 and a preview are kept.
 */
export const webhooks = pgTable(
  "webhooks",
  {
    id: text("id").primaryKey(),
    partnerId: text("partner_id").references(() => partners.id),
    environment: environmentColumn(),
    apiClientId: text("api_client_id").references(() => apiClients.id),
    url: text("url").notNull(),
    description: text("description"),
    eventTypes: text("event_types").array().notNull(),
    receiveAllEvents: boolean("receive_all_events").notNull().default(false),
    headersEncrypted: text("headers_encrypted"),
    headerNames: text("header_names").array().notNull().default(sql`'{}'`),
    secretEncrypted: text("secret_encrypted").notNull(),
    secretDigest: text("secret_digest"),
    secretPreview: text("secret_preview"),
    previousSecretEncrypted: text("previous_secret_encrypted"),
    previousSecretValidUntil: instant("previous_secret_valid_until"),
    isActive: boolean("is_active").notNull().default(true),
    disabledReason: text("disabled_reason"),
    consecutiveFailures: integer("consecutive_failures").notNull().default(0),
    lastDeliveryAt: instant("last_delivery_at"),
    lastSuccessAt: instant("last_success_at"),
    deletedAt: instant("deleted_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    index("webhooks_partner_id_idx").on(table.partnerId, table.environment).where(sql`deleted_at is null`),
    index("webhooks_api_client_id_idx").on(table.apiClientId, table.createdAt).where(sql`api_client_id is not null`),
    check("webhooks_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("webhooks_owner_check", sql`(partner_id is null) = (api_client_id is not null)`),
    check("webhooks_directory_check", sql`(partner_id is null) = (environment is null)`),
    check(
      "webhooks_secret_check",
      sql`(api_client_id is null) = (secret_digest is null) and (api_client_id is null) = (secret_preview is null)`,
    ),
  ],
);

/**
 * One event on its way to one endpoint. While `leased_until` is set, attempt number `attempts_made` is in flight or was
 * abandoned; otherwise that many are done. `next_attempt_at` is when to look at the row again: while an attempt is in
 * flight, the end of its lease.
 *
 * A delivery of the directory has no partner. BLOCKED, which only such a one can be, means that nothing could be sent: the
 * subscription or its client is not active, or the secret cannot be read.
 */
export const deliveries = pgTable(
  "deliveries",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    webhookId: text("webhook_id")
      .notNull()
      .references(() => webhooks.id),
    partnerId: text("partner_id"),
    environment: environmentColumn(),
    eventType: text("event_type").notNull(),
    status: text("status", { enum: STORED_DELIVERY_STATUSES }).notNull().default("PENDING"),
    attemptsMade: integer("attempts_made").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at"),
    leasedUntil: instant("leased_until"),
    redeliveryOf: text("redelivery_of"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("deliveries_event_webhook_key").on(table.eventId, table.webhookId).where(sql`redelivery_of is null`),
    index("deliveries_event_id_idx").on(table.eventId),
    index("deliveries_due_idx").on(table.webhookId, table.nextAttemptAt).where(sql`status = 'PENDING'`),
    index("deliveries_in_flight_idx").on(table.webhookId).where(sql`leased_until is not null`),
    index("deliveries_webhook_id_idx").on(table.webhookId, table.createdAt, table.id),
    index("deliveries_partner_id_idx").on(table.partnerId, table.environment, table.createdAt, table.status),
    index("deliveries_directory_idx").on(table.createdAt, table.id).where(sql`partner_id is null`),
    index("deliveries_directory_status_idx").on(table.status, table.createdAt, table.id).where(sql`partner_id is null`),
    index("deliveries_directory_replays_idx")
      .on(table.createdAt, table.id)
      .where(sql`partner_id is null and redelivery_of is not null`),
    check("deliveries_environment_check", oneOf("environment", ENVIRONMENTS)),
    check("deliveries_directory_check", sql`(partner_id is null) = (environment is null)`),
    check("deliveries_blocked_check", sql`partner_id is null or status <> 'BLOCKED'`),
    check("deliveries_status_check", oneOf("status", STORED_DELIVERY_STATUSES)),
    check("deliveries_next_attempt_check", sql`(status = 'PENDING') = (next_attempt_at is not null)`),
  ],
);

/**
 * What each attempt sent and got back. Those of the directory say where they went and how the signature began; a blocked
 * one sent nothing.
 */
export const deliveryAttempts = pgTable(
  "delivery_attempts",
  {
    deliveryId: text("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    webhookId: text("webhook_id"),
    n: integer("n").notNull(),
    at: instant("at").notNull(),
    httpStatus: integer("http_status"),
    durationMs: integer("duration_ms").notNull(),
    error: text("error"),
    responseSnippet: text("response_snippet"),
    targetUrl: text("target_url"),
    signaturePreview: text("signature_preview"),
    isBlocked: boolean("is_blocked").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.deliveryId, table.n] }),
    index("delivery_attempts_webhook_id_at_idx").on(table.webhookId, table.at),
  ],
);
