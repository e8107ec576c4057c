import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { environmentColumn, instant, oneOf } from "@/db/schema/columns";
import { admins, partners } from "@/db/schema/partners";
import { webhooks } from "@/db/schema/webhooks";
import { FAULT_COUNT_MAX, FAULT_KINDS } from "@/lib/domain/faults/schemas";
import { GO_LIVE_ITEM_IDS } from "@/lib/domain/giving/go-live/schemas";
import { type ProductionRequest, REQUEST_STATUSES } from "@/lib/domain/giving/production-requests/schemas";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";

const partnerId = () =>
  text("partner_id")
    .notNull()
    .references(() => partners.id);

/**
 * Outcomes that a partner's next sandbox requests will meet instead of their own. A trigger tells the caches when a row
 * comes, goes or is used up, so that a partner without any costs no query.
 */
export const sandboxFaults = pgTable(
  "sandbox_faults",
  {
    id: text("id").primaryKey(),
    partnerId: partnerId(),
    kind: text("kind", { enum: FAULT_KINDS }).notNull(),
    count: integer("count").notNull(),
    remaining: integer("remaining").notNull(),
    pathPrefix: text("path_prefix"),
    retryAfterSeconds: integer("retry_after_seconds"),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("sandbox_faults_partner_id_idx").on(table.partnerId, table.createdAt, table.id),
    check("sandbox_faults_kind_check", oneOf("kind", FAULT_KINDS)),
    check("sandbox_faults_count_check", sql`count between 1 and ${sql.raw(String(FAULT_COUNT_MAX))}`),
    check("sandbox_faults_remaining_check", sql`remaining between 0 and count`),
  ],
);

/** What partners asked for when they asked for production; at most one request of a partner is open. */
export const productionRequests = pgTable(
  "production_requests",
  {
    id: text("id").primaryKey(),
    partnerId: partnerId(),
    status: text("status", { enum: REQUEST_STATUSES }).notNull().default("OPEN"),
    fields: jsonb("fields").$type<ProductionRequest>().notNull(),
    requestedBy: text("requested_by").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
    /** What the partner is told about the decision. */
    decisionNote: text("decision_note"),
    /** Since when the request waits for the partner; sending it again ends that. */
    changesRequestedAt: instant("changes_requested_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("production_requests_open_key").on(table.partnerId).where(sql`status = 'OPEN'`),
    index("production_requests_created_at_idx").on(table.partnerId, table.createdAt),
    check("production_requests_status_check", oneOf("status", REQUEST_STATUSES)),
    check("production_requests_decided_check", sql`(status = 'OPEN') = (decided_at is null)`),
  ],
);

/** Items of the go-live checklist that an administrator decided to do without. */
export const goLiveWaivers = pgTable(
  "go_live_waivers",
  {
    partnerId: partnerId(),
    itemId: text("item_id", { enum: GO_LIVE_ITEM_IDS }).notNull(),
    reason: text("reason").notNull(),
    adminId: text("admin_id")
      .notNull()
      .references(() => admins.id),
    at: instant("at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.partnerId, table.itemId] }),
    check("go_live_waivers_item_check", oneOf("item_id", GO_LIVE_ITEM_IDS)),
  ],
);

/**
 * Probes of whether a webhook's receiver verifies signatures: three deliveries to the URL it had then. Written before they
 * are sent, so that of several processes one sends; without `finished_at` it is under way or was abandoned.
 */
export const webhookProbes = pgTable(
  "webhook_probes",
  {
    id: text("id").primaryKey(),
    webhookId: text("webhook_id")
      .notNull()
      .references(() => webhooks.id),
    partnerId: partnerId(),
    environment: environmentColumn().notNull(),
    url: text("url").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
    forgedDeliveryId: text("forged_delivery_id").notNull(),
    genuineDeliveryId: text("genuine_delivery_id").notNull(),
    staleDeliveryId: text("stale_delivery_id").notNull(),
    refusedForged: boolean("refused_forged"),
    acceptedGenuine: boolean("accepted_genuine"),
    refusedStale: boolean("refused_stale"),
  },
  (table) => [
    index("webhook_probes_webhook_id_idx").on(table.webhookId, table.startedAt),
    check("webhook_probes_environment_check", oneOf("environment", ENVIRONMENTS)),
    check(
      "webhook_probes_finished_check",
      sql`(finished_at is null) = (num_nonnulls(refused_forged, accepted_genuine, refused_stale) = 0)`,
    ),
  ],
);
