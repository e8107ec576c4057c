import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { poolRequests } from "@/db/schema/pools";
import { OPERATOR_ROLES } from "@/lib/domain/admins/schemas";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type AdminCtx, type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { actOrAsk, type ProtectedWrite } from "@/lib/domain/giving/approvals/protected-write";
import type { WaitingApproval } from "@/lib/domain/giving/approvals/schemas";
import { exceedsLimit, holdFigures } from "@/lib/domain/giving/pool-administration/allocation-limit";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { ApprovePoolRequest, type RejectPoolRequest } from "@/lib/domain/giving/pool-administration/schemas";
import { createPool } from "@/lib/domain/giving/token-pools/create-pool";
import { tokenPoolRequestUpdated } from "@/lib/domain/giving/token-pools/event-types";
import { allocateToPool } from "@/lib/domain/giving/token-pools/move-pool-tokens";
import { presentPoolRequest } from "@/lib/domain/giving/token-pools/present-pool-request";
import type { PoolRequest } from "@/lib/domain/giving/token-pools/schemas";
import { mailPartner } from "@/lib/domain/partners/mail-partner";
import { fail } from "@/lib/errors";
import { env } from "@/lib/platform/env";

type RequestRow = typeof poolRequests.$inferSelect;
type Decision = { status: "APPROVED" | "REJECTED"; approvedTokens: number | null; note: string | null; reason: string };

async function find(ctx: Ctx, requestId: string): Promise<RequestRow> {
  const [row] = await ctx.db.select().from(poolRequests).where(eq(poolRequests.id, requestId));
  return row ?? fail("pool_request_not_found");
}

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
  await mailPartner(ctx, {
    partnerId,
    template: "poolRequestDecided",
    factsOf: (partnerName) => ({
      ...{ partnerName, environment, requested: row.tokens, approved: approvedTokens, note },
      href: `${env().publicBaseUrl}/token-pool`,
    }),
  });
  return presentPoolRequest(decided!);
}

type Approve = { requestId: string } & ApprovePoolRequest;

async function approve(ctx: InTx<AdminCtx>, input: Approve): Promise<PoolRequest> {
  const row = await hold(ctx, input.requestId);
  const { partnerId, environment, id: reference } = row;
  await requirePartner(ctx, partnerId, "write");
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
}

export const poolRequestApproval: ProtectedWrite<Approve, PoolRequest> = {
  action: "pool_request.approve",
  roles: OPERATOR_ROLES,
  input: ApprovePoolRequest.extend({ requestId: z.string() }),
  subjectOf: async (ctx, { requestId, approvedAmount }) => {
    const { partnerId, environment, tokens } = await find(ctx, requestId);
    const isProtected = exceedsLimit(environment, approvedAmount ?? tokens);
    return { partnerId, environment, targetType: "pool_request", targetId: requestId, isProtected };
  },
  groundOf: async (ctx, { requestId, approvedAmount, note }) => {
    const { status, tokens, tokenPoolId, partnerId, environment } = await find(ctx, requestId);
    const pools = await holdFigures(ctx, { partnerId, environment, ...(tokenPoolId && { poolId: tokenPoolId }) });
    return {
      before: { status, requestedAmount: tokens },
      after: { status: "APPROVED", approvedAmount: approvedAmount ?? tokens, ...(note && { note }) },
      evidence: { request: { status, tokens, tokenPoolId }, pools },
    };
  },
  execute: approve,
};

/** Adds the tokens that were asked for, or as many as are approved; without a pool it opens a first one. */
export function approvePoolRequest(ctx: AdminCtx, input: Approve): Promise<PoolRequest | WaitingApproval> {
  return actOrAsk(ctx, poolRequestApproval, input);
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
