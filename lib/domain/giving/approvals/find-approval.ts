import { and, asc, count, eq, gt } from "drizzle-orm";
import { approvals } from "@/db/schema/approvals";
import { admins, partners } from "@/db/schema/partners";
import type { Ctx } from "@/lib/domain/context";
import type { Approval } from "@/lib/domain/giving/approvals/schemas";
import { fail } from "@/lib/errors";

type ApprovalRow = typeof approvals.$inferSelect;

/** What is left undecided too long has run out, whether or not anybody wrote that down. */
export function statusAt({ status, expiresAt }: ApprovalRow, now: Date): Approval["status"] {
  return status === "PENDING" && expiresAt <= now ? "EXPIRED" : status;
}

const select = (ctx: Ctx) =>
  ctx.db
    .select({ row: approvals, partnerName: partners.name, email: admins.email })
    .from(approvals)
    .innerJoin(partners, eq(partners.id, approvals.partnerId))
    .innerJoin(admins, eq(admins.id, approvals.requestedBy));

function present(found: { row: ApprovalRow; partnerName: string; email: string }, now: Date): Approval {
  const { row, partnerName, email } = found;
  const { id, action, targetType, targetId, before, after, evidence, changeHash, reason, decisionReason } = row;
  return {
    ...{ id, action, targetType, targetId, before, after, evidence, changeHash, reason, decisionReason },
    status: statusAt(row, now),
    partner: { id: row.partnerId, name: partnerName },
    requestedBy: { id: row.requestedBy, email },
    requestedAt: row.requestedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

/** Fails with `approval_not_found`. */
export async function findApproval(ctx: Ctx, { approvalId }: { approvalId: string }): Promise<Approval> {
  const [found] = await select(ctx).where(eq(approvals.id, approvalId));
  return found ? present(found, ctx.now) : fail("approval_not_found");
}

/** What waits for a second administrator, longest first, and how much there is. */
export async function listWaitingApprovals(ctx: Ctx, limit: number): Promise<{ data: Approval[]; total: number }> {
  const waits = and(eq(approvals.status, "PENDING"), gt(approvals.expiresAt, ctx.now));
  const [rows, [counted]] = await Promise.all([
    select(ctx).where(waits).orderBy(asc(approvals.requestedAt), asc(approvals.id)).limit(limit),
    ctx.db.select({ total: count() }).from(approvals).where(waits),
  ]);
  return { data: rows.map((found) => present(found, ctx.now)), total: counted!.total };
}
