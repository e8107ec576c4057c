import { and, desc, eq, gte, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { auditRecords } from "@/db/schema/records";
import { deliveries, events, webhooks } from "@/db/schema/webhooks";
import type { AdminCtx } from "@/lib/domain/context";
import { csvOf } from "@/lib/domain/shared/csv";
import { csvFile, type Download } from "@/lib/domain/shared/download";
import { lastErrorOf, STORED_STATUS, shownStatus } from "@/lib/domain/webhooks/directory/present-directory-delivery";
import { REPLAYED } from "@/lib/domain/webhooks/directory/replay-directory-deliveries";
import type { ReplayEvidence, ReplayEvidenceQuery, ReplayEvidenceRow } from "@/lib/domain/webhooks/directory/schemas";

const source = alias(deliveries, "source");

/** Replays, newest first, each beside what it repeats and the audit record of who asked for it. */
export async function exportReplayEvidence(
  ctx: AdminCtx,
  input: ReplayEvidenceQuery,
): Promise<{ data: ReplayEvidence } | Download> {
  const rows = await readRows(ctx, input);
  const { format, limit, since, before, ...rest } = input;
  const filters = defined({ ...rest, since: since?.toISOString(), before: before?.toISOString() });
  const filename = `senior-guru-webhook-replay-evidence-${ctx.now.toISOString().slice(0, 10)}.${format}`;
  if (format === "csv") return csvFile(filename, csvOfEvidence(filters, rows));
  const totals = {
    replayedDeliveries: rows.length,
    auditedReplays: rows.filter(({ auditEventId }) => auditEventId !== undefined).length,
    missingSourceDeliveries: rows.filter(({ sourceStatus }) => sourceStatus === undefined).length,
  };
  const generatedAt = ctx.now.toISOString();
  return { data: { generatedAt, source: "database", format, limit, filters, totals, rows, filename } };
}

const COLUMNS = [
  "filter_api_client_id",
  "filter_event_type",
  "filter_source_status",
  "filter_replay_status",
  "filter_subject_id",
  "filter_since",
  "filter_before",
  "filter_audited_only",
  "replayed_delivery_id",
  "source_delivery_id",
  "subscription_id",
  "api_client_id",
  "event_type",
  "subject_id",
  "source_status",
  "replay_status",
  "source_attempts",
  "replay_attempts",
  "source_created_at",
  "replay_created_at",
  "last_source_error",
  "audit_event_id",
  "audit_created_at",
  "replay_reason",
  "replay_actor_id",
] as const;

type Filters = Partial<Record<string, string | boolean>>;

/** Every column but the filters' is a field of the row under the other spelling. */
const inCamelCase = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function csvOfEvidence(filters: Filters, rows: readonly ReplayEvidenceRow[]): string {
  const cellOf = (column: string, row: Record<string, string | number | undefined>) =>
    column.startsWith("filter_") ? filters[inCamelCase(column.slice("filter_".length))] : row[inCamelCase(column)];
  const cells = rows.map((row) => Object.fromEntries(COLUMNS.map((column) => [column, cellOf(column, row)])));
  return csvOf(COLUMNS, cells);
}

/** Without the fields that have no value. */
function defined<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given) as { [K in keyof T]?: NonNullable<T[K]> };
}

async function readRows(ctx: AdminCtx, wanted: ReplayEvidenceQuery): Promise<ReplayEvidenceRow[]> {
  const audit = ctx.db
    .select({
      id: auditRecords.id,
      at: auditRecords.at,
      reason: auditRecords.reason,
      // Whom the administrator named, if anyone; the record itself says who the administrator was.
      actorId: sql<string>`coalesce(${auditRecords.after}->>'actorId', ${auditRecords.actorId})`.as("stated_actor_id"),
    })
    .from(auditRecords)
    .where(and(eq(auditRecords.targetId, deliveries.id), eq(auditRecords.action, REPLAYED)))
    .limit(1)
    .as("audit");
  const found = await ctx.db
    .select({
      replay: deliveries,
      source,
      apiClientId: webhooks.apiClientId,
      subjectId: events.subjectId,
      lastSourceError: lastErrorOf(sql`${deliveries.redeliveryOf}`),
      audit: { id: audit.id, at: audit.at, reason: audit.reason, actorId: audit.actorId },
    })
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.id, deliveries.webhookId))
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .leftJoin(source, eq(source.id, deliveries.redeliveryOf))
    .leftJoinLateral(audit, sql`true`)
    .where(
      and(
        isNull(deliveries.partnerId),
        isNotNull(deliveries.redeliveryOf),
        wanted.apiClientId ? eq(webhooks.apiClientId, wanted.apiClientId) : undefined,
        wanted.eventType ? eq(deliveries.eventType, wanted.eventType) : undefined,
        wanted.subjectId ? eq(events.subjectId, wanted.subjectId) : undefined,
        wanted.sourceStatus && eq(source.status, STORED_STATUS[wanted.sourceStatus]),
        wanted.replayStatus && eq(deliveries.status, STORED_STATUS[wanted.replayStatus]),
        wanted.since && gte(deliveries.createdAt, wanted.since),
        wanted.before && lt(deliveries.createdAt, wanted.before),
        wanted.auditedOnly ? isNotNull(audit.id) : undefined,
      ),
    )
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(wanted.limit);
  return found.map(presentRow);
}

type Found = {
  replay: typeof deliveries.$inferSelect;
  source: typeof deliveries.$inferSelect | null;
  apiClientId: string | null;
  subjectId: string | null;
  lastSourceError: string | null;
  audit: { id: string; at: Date; reason: string | null; actorId: string } | null;
};

function presentRow({ replay, source, apiClientId, subjectId, lastSourceError, audit }: Found): ReplayEvidenceRow {
  return {
    replayedDeliveryId: replay.id,
    // The query takes replays alone.
    sourceDeliveryId: replay.redeliveryOf!,
    subscriptionId: replay.webhookId,
    ...defined({ apiClientId }),
    eventType: replay.eventType,
    ...defined({ subjectId, sourceStatus: source && shownStatus(source.status) }),
    replayStatus: shownStatus(replay.status),
    sourceAttempts: source?.attemptsMade ?? 0,
    replayAttempts: replay.attemptsMade,
    ...defined({ sourceCreatedAt: source?.createdAt.toISOString() }),
    replayCreatedAt: replay.createdAt.toISOString(),
    ...defined({
      lastSourceError,
      auditEventId: audit?.id,
      auditCreatedAt: audit?.at.toISOString(),
      replayReason: audit?.reason,
      replayActorId: audit?.actorId,
    }),
  };
}
