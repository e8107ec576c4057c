import { and, eq } from "drizzle-orm";
import { approvals } from "@/db/schema/approvals";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type InTx, inTransaction } from "@/lib/domain/context";
import { findApproval, statusAt } from "@/lib/domain/giving/approvals/find-approval";
import { judge, takeApprovalTurn, tellPartnerChange } from "@/lib/domain/giving/approvals/protected-write";
import { PROTECTED_WRITES, type ProtectedResult } from "@/lib/domain/giving/approvals/protected-writes";
import type { Approval, DecideApproval } from "@/lib/domain/giving/approvals/schemas";
import { fail } from "@/lib/errors";

type ApprovalRow = typeof approvals.$inferSelect;
type Input = { approvalId: string } & DecideApproval;

async function findRow(ctx: AdminCtx, approvalId: string): Promise<ApprovalRow> {
  const [row] = await ctx.db.select().from(approvals).where(eq(approvals.id, approvalId));
  return row ?? fail("approval_not_found");
}

/** The approval, while no other decision about its partner is made. Who asked is refused whatever became of it. */
async function hold(ctx: InTx<AdminCtx>, { approvalId }: Input): Promise<ApprovalRow> {
  await takeApprovalTurn(ctx, (await findRow(ctx, approvalId)).partnerId);
  const row = await findRow(ctx, approvalId);
  const { adminId, role } = ctx.actor;
  const allowed = PROTECTED_WRITES[row.action].roles;
  if (row.requestedBy === adminId)
    fail("forbidden", { message: "You asked for this: another administrator must decide." });
  if (!allowed.includes(role)) fail("forbidden", { details: { role, allowed } });
  const status = statusAt(row, ctx.now);
  if (status !== "PENDING")
    fail("invalid_state_transition", { message: "This approval is closed.", details: { status } });
  return row;
}

type Verdict = { status: "APPROVED" | "REJECTED" | "STALE"; reason: string };

const AUDIT_ACTIONS = { APPROVED: "approval.approved", REJECTED: "approval.rejected", STALE: "approval.gone_stale" };

async function close(ctx: InTx<AdminCtx>, row: ApprovalRow, { status, reason }: Verdict): Promise<void> {
  const { id, partnerId, action, changeHash, requestedBy } = row;
  const closed = await ctx.db
    .update(approvals)
    .set({ status, decidedBy: ctx.actor.adminId, decidedAt: ctx.now, decisionReason: reason })
    .where(and(eq(approvals.id, id), eq(approvals.status, "PENDING")))
    .returning({ id: approvals.id });
  if (closed.length === 0) throw new Error(`approval ${id} was decided by two at once`);
  await recordAudit(ctx, {
    action: AUDIT_ACTIONS[status],
    ...{ targetType: "approval", targetId: id, partnerId, environment: null },
    before: { status: row.status },
    after: { status, action, changeHash, requestedBy },
    reason,
  });
}

type Outcome = { partnerId: string; result: ProtectedResult } | "STALE";

async function carryOut(ctx: InTx<AdminCtx>, input: Input): Promise<Outcome> {
  const row = await hold(ctx, input);
  const write = PROTECTED_WRITES[row.action];
  const kept = write.input.safeParse(row.input);
  const judged = kept.success && (await judge(ctx, write, { partnerId: row.partnerId, input: kept.data }));
  if (!judged || judged.changeHash !== row.changeHash || judged.evidenceHash !== row.evidenceHash) {
    await close(ctx, row, { status: "STALE", reason: input.reason });
    return "STALE";
  }
  const sanction = { approvalId: row.id, requestedBy: row.requestedBy };
  const result = await write.execute({ ...ctx, sanction }, kept.data);
  await close(ctx, row, { status: "APPROVED", reason: input.reason });
  return { partnerId: row.partnerId, result };
}

/**
 * Carries out what another administrator asked for, in the same transaction, and answers what the write answers. Fails
 * with `approval_not_found`; with `forbidden` for who asked, or without the role the write needs; with
 * `invalid_state_transition` when it is decided, has run out, or no longer is what was asked for.
 */
export async function approveApproval(ctx: AdminCtx, input: Input): Promise<ProtectedResult> {
  const outcome = await inTransaction(ctx, (ctx) => carryOut(ctx, input));
  if (outcome === "STALE") {
    const message = "What this rests on has changed since it was asked for. Ask again.";
    fail("invalid_state_transition", { message, details: { status: "STALE" } });
  }
  await tellPartnerChange(outcome.partnerId);
  return outcome.result;
}

/** Declines what another administrator asked for. Fails as `approveApproval` does. */
export async function rejectApproval(ctx: AdminCtx, input: Input): Promise<Approval> {
  await inTransaction(ctx, async (ctx) => {
    await close(ctx, await hold(ctx, input), { status: "REJECTED", reason: input.reason });
  });
  return findApproval(ctx, input);
}
