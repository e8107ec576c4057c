import { and, count, desc, eq, gte, lt, sql } from "drizzle-orm";
import { apiKeys } from "@/db/schema/keys";
import { admins, portalUsers } from "@/db/schema/partners";
import { auditRecords } from "@/db/schema/records";
import { presentAuditRecord } from "@/lib/domain/audit/present-audit-record";
import type { AuditRecordList, ListAuditRecordsQuery } from "@/lib/domain/audit/schemas";
import type { Ctx } from "@/lib/domain/context";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

/** Who goes by this id today. Ids are unique over all three, so at most one answers. */
const actorName = sql<string | null>`coalesce(${admins.email}, ${portalUsers.email}, ${apiKeys.name})`;

/** What was done to a partner and to everything of it, latest first. */
export async function listAuditRecords(
  ctx: Ctx,
  input: ListAuditRecordsQuery & { partnerId: string },
): Promise<AuditRecordList> {
  const where = and(
    eq(auditRecords.partnerId, input.partnerId),
    input.actor === undefined ? undefined : eq(auditRecords.actorId, input.actor),
    input.action === undefined ? undefined : eq(auditRecords.action, input.action),
    input.target === undefined ? undefined : eq(auditRecords.targetId, input.target),
    input.from && gte(auditRecords.at, input.from),
    input.to && lt(auditRecords.at, input.to),
  );
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select({ record: auditRecords, actorName })
      .from(auditRecords)
      .leftJoin(admins, eq(admins.id, auditRecords.actorId))
      .leftJoin(portalUsers, eq(portalUsers.id, auditRecords.actorId))
      .leftJoin(apiKeys, eq(apiKeys.id, auditRecords.actorId))
      .where(where)
      .orderBy(desc(auditRecords.position))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(auditRecords).where(where),
  ]);
  return pageOf(rows.map(presentAuditRecord), counted!.total, input);
}
