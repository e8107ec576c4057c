import { and, eq, lte, sql } from "drizzle-orm";
import type { z } from "zod";
import { approvals } from "@/db/schema/approvals";
import { partners } from "@/db/schema/partners";
import type { AdminRole } from "@/lib/domain/admins/schemas";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type Ctx, type InTx, inTransaction, rehearse } from "@/lib/domain/context";
import { APPROVAL_TTL_HOURS, type ApprovalAction, type WaitingApproval } from "@/lib/domain/giving/approvals/schemas";
import { payloadHash } from "@/lib/domain/idempotency/payload-hash";
import type { Environment } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";
import { changeListener } from "@/lib/platform/change-listener";
import { env } from "@/lib/platform/env";
import { newPrefixedId } from "@/lib/platform/ids";

type Fields = Record<string, unknown>;

export type Subject = {
  partnerId: string;
  environment: Environment | null;
  targetType: string;
  targetId: string;
  /** Whether this input puts value at stake. What lowers a risk, and what stays below the limit, acts at once. */
  isProtected: boolean;
};

/** What would change, for people to read; and what the decision rests on, bound by its hash. */
export type Ground = { before: Fields; after: Fields; evidence: Fields };

/**
 * A write that may need a second administrator. `execute` is called by this mechanism alone, so that no other way leads
 * around it; it works on the database only, since it is rehearsed before it is asked for.
 */
export type ProtectedWrite<I extends { reason: string } & Fields, R> = {
  action: ApprovalAction;
  /** Who may ask for it, and who may decide on it. */
  roles: readonly AdminRole[];
  /** Reads the input back as it was kept. */
  input: z.ZodType<I>;
  subjectOf(ctx: Ctx, input: I): Promise<Subject>;
  groundOf(ctx: InTx<AdminCtx>, input: I): Promise<Ground>;
  execute(ctx: InTx<AdminCtx>, input: I): Promise<R>;
};

type ApprovalRow = typeof approvals.$inferSelect;

const HOUR_MS = 60 * 60 * 1000;

/** Requests and decisions about one partner take turns, before any row is held. */
export async function takeApprovalTurn(ctx: InTx<AdminCtx>, partnerId: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`approvals:${partnerId}`}, 0))`);
}

/** The partner's standing belongs to what every decision rests on; it stays as it is until the transaction ends. */
async function holdStanding(ctx: InTx<AdminCtx>, partnerId: string): Promise<Fields> {
  const [partner] = await ctx.db
    .select({ status: partners.status, productionAccess: partners.productionAccess })
    .from(partners)
    .where(eq(partners.id, partnerId))
    .for("no key update");
  return partner ?? fail("partner_not_found", { message: "No such partner." });
}

/** What would change and what it rests on, as it is now. */
export async function judge<I extends { reason: string } & Fields>(
  ctx: InTx<AdminCtx>,
  write: Pick<ProtectedWrite<I, unknown>, "action" | "groundOf">,
  { partnerId, input }: { partnerId: string; input: I },
) {
  const standing = await holdStanding(ctx, partnerId);
  const { before, after, evidence: own } = await write.groundOf(ctx, input);
  const evidence = { partner: standing, ...own };
  const changeHash = payloadHash({ action: write.action, partnerId, input });
  return { before, after, evidence, changeHash, evidenceHash: payloadHash(evidence) };
}

export function presentWaiting(row: ApprovalRow): WaitingApproval {
  const { id, action, changeHash, requestedBy, expiresAt } = row;
  const base = { approvalId: id, status: "PENDING", action, changeHash, requestedBy } as const;
  return { ...base, expiresAt: expiresAt.toISOString() };
}

/** The same change, asked for already and not decided: it is not asked for twice. Nobody waits for what ran out. */
async function findSame(ctx: InTx<AdminCtx>, changeHash: string, evidenceHash: string): Promise<ApprovalRow | null> {
  const pending = and(eq(approvals.changeHash, changeHash), eq(approvals.status, "PENDING"));
  await ctx.db
    .update(approvals)
    .set({ status: "EXPIRED", decidedAt: ctx.now })
    .where(and(pending, lte(approvals.expiresAt, ctx.now)));
  const [same] = await ctx.db.select().from(approvals).where(pending);
  if (!same || same.evidenceHash === evidenceHash) return same ?? null;
  await ctx.db.update(approvals).set({ status: "STALE", decidedAt: ctx.now }).where(eq(approvals.id, same.id));
  return null;
}

async function ask<I extends { reason: string } & Fields, R>(
  ctx: InTx<AdminCtx>,
  write: ProtectedWrite<I, R>,
  input: I,
  subject: Subject,
): Promise<WaitingApproval> {
  const { partnerId, environment, targetType, targetId } = subject;
  // What stands in its way is told now, and not to whoever decides.
  await rehearse(ctx, (ctx) => write.execute(ctx, input));
  const judged = await judge(ctx, write, { partnerId, input });
  const same = await findSame(ctx, judged.changeHash, judged.evidenceHash);
  if (same) return presentWaiting(same);
  const [row] = await ctx.db
    .insert(approvals)
    .values({
      id: newPrefixedId("apr"),
      ...{ action: write.action, partnerId, targetType, targetId, input, reason: input.reason, ...judged },
      status: "PENDING",
      requestedBy: ctx.actor.adminId,
      requestedAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + APPROVAL_TTL_HOURS * HOUR_MS),
    })
    .returning();
  const { id, action, changeHash } = row!;
  await recordAudit(ctx, {
    action: "approval.requested",
    ...{ targetType: "approval", targetId: id, partnerId, environment },
    after: { action, target: targetId, changeHash, change: judged.after },
    reason: input.reason,
  });
  return presentWaiting(row!);
}

/** After the commit: every process hears that the partner may have changed. */
export async function tellPartnerChange(partnerId: string): Promise<void> {
  changeListener().emit(`partner:${partnerId}`);
  await changeListener().settle();
}

/**
 * The one door to a protected write. It acts at once where nothing is at stake, and where the installation has no second
 * administrator (its audit records say so); otherwise it changes nothing and answers what waits. The same request again
 * answers the same approval.
 */
export async function actOrAsk<I extends { reason: string } & Fields, R>(
  ctx: AdminCtx,
  write: ProtectedWrite<I, R>,
  input: I,
): Promise<R | WaitingApproval> {
  const subject = await write.subjectOf(ctx, input);
  if (subject.isProtected && env().fourEyes) {
    return inTransaction(ctx, async (ctx) => {
      await takeApprovalTurn(ctx, subject.partnerId);
      return ask(ctx, write, input, subject);
    });
  }
  const alone = subject.isProtected ? { ...ctx, sanction: { fourEyes: "off" } as const } : ctx;
  const result = await inTransaction(alone, (ctx) => write.execute(ctx, input));
  await tellPartnerChange(subject.partnerId);
  return result;
}
