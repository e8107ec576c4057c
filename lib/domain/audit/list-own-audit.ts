import { and, count, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import { auditCheckpoints, auditLinks } from "@/db/schema/audit-chain";
import { apiKeys } from "@/db/schema/keys";
import { portalUsers } from "@/db/schema/partners";
import { auditRecords } from "@/db/schema/records";
import { NOTHING_BEFORE } from "@/lib/domain/audit/audit-hash";
import { matching } from "@/lib/domain/audit/list-audit-records";
import { presentOwnAuditRecord } from "@/lib/domain/audit/present-audit-record";
import type { ListOwnAuditQuery, OwnAuditList } from "@/lib/domain/audit/schemas";
import type { UserCtx } from "@/lib/domain/context";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";

const actorName = sql<string | null>`coalesce(${portalUsers.email}, ${apiKeys.name})`;

/** An administrator's id finds nothing: it would tell which of them acted. */
function byActor(actor: string | undefined): SQL | undefined {
  if (actor === undefined) return undefined;
  if (actor === "platform") return eq(auditRecords.actorType, "ADMIN");
  return and(eq(auditRecords.actorId, actor), ne(auditRecords.actorType, "ADMIN"));
}

async function findCheckpoint(ctx: UserCtx, chain: string): Promise<OwnAuditList["checkpoint"]> {
  const [last] = await ctx.db
    .select()
    .from(auditCheckpoints)
    .where(eq(auditCheckpoints.chain, chain))
    .orderBy(desc(auditCheckpoints.sequence))
    .limit(1);
  if (!last) return null;
  const [before] = await ctx.db
    .select({ signature: auditCheckpoints.signature })
    .from(auditCheckpoints)
    .where(eq(auditCheckpoints.number, last.number - 1));
  return { ...last, at: last.at.toISOString(), follows: before?.signature ?? NOTHING_BEFORE };
}

/** What was done to the user's partner and to everything of it, in both environments, latest first. */
export async function listOwnAudit(ctx: UserCtx, input: ListOwnAuditQuery): Promise<OwnAuditList> {
  if (!ctx.partner) return { ...pageOf([], 0, input), checkpoint: null };
  const { id } = ctx.partner;
  const where = and(eq(auditRecords.partnerId, id), byActor(input.actor), ...matching(input));
  const [rows, [counted], checkpoint] = await Promise.all([
    ctx.db
      .select({ record: auditRecords, actorName, link: auditLinks })
      .from(auditRecords)
      .leftJoin(portalUsers, eq(portalUsers.id, auditRecords.actorId))
      .leftJoin(apiKeys, eq(apiKeys.id, auditRecords.actorId))
      .leftJoin(auditLinks, eq(auditLinks.recordId, auditRecords.id))
      .where(where)
      .orderBy(desc(auditRecords.position))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(auditRecords).where(where),
    findCheckpoint(ctx, id),
  ]);
  return { ...pageOf(rows.map(presentOwnAuditRecord), counted!.total, input), checkpoint };
}
