import { and, eq } from "drizzle-orm";
import { poolRequests } from "@/db/schema/pools";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type InTx, inTransaction } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import type { ApprovePoolRequest, RejectPoolRequest } from "@/lib/domain/giving/pool-administration/schemas";
import { createPool } from "@/lib/domain/giving/token-pools/create-pool";
import { tokenPoolRequestUpdated } from "@/lib/domain/giving/token-pools/event-types";
import { allocateToPool } from "@/lib/domain/giving/token-pools/move-pool-tokens";
import { presentPoolRequest } from "@/lib/domain/giving/token-pools/present-pool-request";
import type { PoolRequest } from "@/lib/domain/giving/token-pools/schemas";
import { fail } from "@/lib/errors";

type RequestRow = typeof poolRequests.$inferSelect;
type Decision = { status: "APPROVED" | "REJECTED"; approvedTokens: number | null; note: string | null; reason: string };

async function hold(ctx: InTx<AdminCtx>, requestId: string): Promise<RequestRow> {
  const [row] = await ctx.db.select().from(poolRequests).where(eq(poolRequests.id, requestId)).for("update");
  if (!row) fail("pool_request_not_found");
  if (row.status !== "PENDING") {
    fail("invalid_state_transition", { message: "This request is decided.", details: { status: row.status } });
  }
  return row;
}

async function decide(ctx: InTx<AdminCtx>, row: RequestRow, decision: Decision): Promise<PoolRequest> {
  const { status, approvedTokens, note, reason } = decision;
  const { id, partnerId, environment } = row;
  const [decided] = await ctx.db
    .update(poolRequests)
    .set({
      ...{ status, approvedTokens, tokenPoolId: row.tokenPoolId },
      ...{ decisionNote: note, decidedAt: ctx.now, decidedBy: ctx.actor.adminId },
    })
    .where(and(eq(poolRequests.id, id), eq(poolRequests.status, "PENDING")))
    .returning();
  const told = { requestId: id, status, approvedAmount: approvedTokens };
  await recordEvent(ctx, { partnerId, environment }, tokenPoolRequestUpdated, told);
  await recordAudit(ctx, {
    action: status === "APPROVED" ? "pool_request.approved" : "pool_request.rejected",
    targetType: "pool_request",
    targetId: id,
    partnerId,
    environment,
    before: { status: row.status, amount: row.tokens },
    after: { status, approvedAmount: approvedTokens, note },
    reason,
  });
  return presentPoolRequest(decided!);
}

/** Adds the tokens that were asked for, or as many as are approved; without a pool it opens a first one. */
export function approvePoolRequest(
  ctx: AdminCtx,
  input: { requestId: string } & ApprovePoolRequest,
): Promise<PoolRequest> {
  return inTransaction(ctx, async (ctx) => {
    const row = await hold(ctx, input.requestId);
    const { partnerId, environment, id: reference } = row;
    const approvedTokens = input.approvedAmount ?? row.tokens;
    if (row.tokenPoolId === null) {
      const name = environment === "sandbox" ? "Sandbox pool" : "Production pool";
      row.tokenPoolId = await createPool(ctx, { partnerId, environment, name, tokens: approvedTokens });
    } else {
      const movement = { poolId: row.tokenPoolId, amount: approvedTokens, reference, reason: input.reason };
      await allocateToPool(ctx, { partnerId, environment }, movement);
    }
    const { note = null, reason } = input;
    return decide(ctx, row, { status: "APPROVED", approvedTokens, note, reason });
  });
}

/** Declines a request; the note is shown to the partner. */
export function rejectPoolRequest(
  ctx: AdminCtx,
  input: { requestId: string } & RejectPoolRequest,
): Promise<PoolRequest> {
  return inTransaction(ctx, async (ctx) => {
    const row = await hold(ctx, input.requestId);
    const { note, reason } = input;
    return decide(ctx, row, { status: "REJECTED", approvedTokens: null, note, reason });
  });
}
