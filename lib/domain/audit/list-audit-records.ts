import { and, count, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { auditLinks } from "@/db/schema/audit-chain";
import { apiKeys } from "@/db/schema/keys";
import { admins, partners, portalUsers } from "@/db/schema/partners";
import { auditRecords } from "@/db/schema/records";
import { presentAuditRecord } from "@/lib/domain/audit/present-audit-record";
import type { AuditRecordList, ListAllAuditQuery, ListAuditRecordsQuery } from "@/lib/domain/audit/schemas";
import type { Ctx } from "@/lib/domain/context";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

/** Who goes by this id today. Ids are unique over all three, so at most one answers. */
const actorName = sql<string | null>`coalesce(${admins.email}, ${portalUsers.email}, ${apiKeys.name})`;

/** What the filters that every list of records has in common leave. */
export function matching(input: Omit<ListAuditRecordsQuery, "actor">): SQL[] {
  return [
    input.action === undefined ? undefined : eq(auditRecords.action, input.action),
    input.target === undefined ? undefined : eq(auditRecords.targetId, input.target),
    input.from && gte(auditRecords.at, input.from),
    input.to && lt(auditRecords.at, input.to),
  ].filter((condition) => condition !== undefined);
}

/** What was done to everything, or to a partner and to everything of it, latest first. */
export async function listAuditRecords(ctx: Ctx, input: ListAllAuditQuery): Promise<AuditRecordList> {
  const where = and(
    input.partnerId === undefined ? undefined : eq(auditRecords.partnerId, input.partnerId),
    input.actor === undefined ? undefined : eq(auditRecords.actorId, input.actor),
    ...matching(input),
  );
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select({ record: auditRecords, actorName, partnerName: partners.name, link: auditLinks })
      .from(auditRecords)
      .leftJoin(admins, eq(admins.id, auditRecords.actorId))
      .leftJoin(portalUsers, eq(portalUsers.id, auditRecords.actorId))
      .leftJoin(apiKeys, eq(apiKeys.id, auditRecords.actorId))
      .leftJoin(partners, eq(partners.id, auditRecords.partnerId))
      .leftJoin(auditLinks, eq(auditLinks.recordId, auditRecords.id))
      .where(where)
      .orderBy(desc(auditRecords.position))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(auditRecords).where(where),
  ]);
  return pageOf(rows.map(presentAuditRecord), counted!.total, input);
}
