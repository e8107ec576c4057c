import { and, eq } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import { poolRequests } from "@/db/schema/pools";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type InTx, inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { ownScope, recordEvent } from "@/lib/domain/events/record-event";
import { lockKeys } from "@/lib/domain/giving/actions/find-earlier-action";
import { createPool } from "@/lib/domain/giving/token-pools/create-pool";
import { tokenPoolRequestUpdated } from "@/lib/domain/giving/token-pools/event-types";
import { allocateToPool } from "@/lib/domain/giving/token-pools/move-pool-tokens";
import { ownPools } from "@/lib/domain/giving/token-pools/own-pools";
import { presentPoolRequest } from "@/lib/domain/giving/token-pools/present-pool-request";
import type { PoolRequest, PoolRequestInput } from "@/lib/domain/giving/token-pools/schemas";
import { fail } from "@/lib/errors";
import { newPrefixedId } from "@/lib/platform/ids";

/** Sandbox requests up to this many tokens are approved at once (contract 6.7). */
const APPROVED_AT_ONCE_MAX = 100_000;

/** The pool that the request names, or the default one; null when there is none yet. */
async function findPool(ctx: PartnerCtx, tokenPoolId: string | undefined): Promise<string | null> {
  const chosen = tokenPoolId === undefined ? eq(tokenPools.isDefault, true) : eq(tokenPools.id, tokenPoolId);
  const [pool] = await ctx.db
    .select({ id: tokenPools.id })
    .from(tokenPools)
    .where(and(ownPools(ctx), chosen));
  if (!pool && tokenPoolId !== undefined) fail("pool_not_found");
  return pool?.id ?? null;
}

async function approveAtOnce(ctx: InTx<PartnerCtx>, row: typeof poolRequests.$inferSelect): Promise<string> {
  const scope = ownScope(ctx);
  if (row.tokenPoolId === null) return createPool(ctx, { ...scope, name: "Sandbox pool", tokens: row.tokens });
  await allocateToPool(ctx, scope, { poolId: row.tokenPoolId, amount: row.tokens, reference: row.id });
  return row.tokenPoolId;
}

async function request(ctx: InTx<PartnerCtx>, input: PoolRequestInput): Promise<PoolRequest> {
  // Requests of a partner take turns: two first ones would each open a pool.
  await lockKeys(ctx, ["pool-request"]);
  const isApproved = ctx.environment === "sandbox" && input.amount <= APPROVED_AT_ONCE_MAX;
  const [row] = await ctx.db
    .insert(poolRequests)
    .values({
      id: newPrefixedId("tpr"),
      ...ownScope(ctx),
      tokenPoolId: await findPool(ctx, input.tokenPoolId),
      tokens: input.amount,
      reason: input.reason,
      expectedMonthlyActionVolume: input.expectedMonthlyActionVolume ?? null,
      status: isApproved ? "APPROVED" : "PENDING",
      ...(isApproved && { approvedTokens: input.amount, decidedAt: ctx.now, decidedBy: "sandbox" }),
      createdAt: ctx.now,
    })
    .onConflictDoNothing()
    .returning();
  if (!row) {
    fail("invalid_state_transition", { message: "A request for this pool is pending already. Wait for its decision." });
  }
  const audit = { targetType: "pool_request", targetId: row.id, ...ownScope(ctx) };
  await recordAudit(ctx, {
    ...audit,
    action: "pool_request.created",
    after: { amount: row.tokens, status: row.status },
  });
  if (!isApproved) return presentPoolRequest(row);
  const tokenPoolId = await approveAtOnce(ctx, row);
  await ctx.db.update(poolRequests).set({ tokenPoolId }).where(eq(poolRequests.id, row.id));
  const { id: requestId, status, approvedTokens: approvedAmount } = row;
  await recordEvent(ctx, ownScope(ctx), tokenPoolRequestUpdated, { requestId, status, approvedAmount });
  return presentPoolRequest({ ...row, tokenPoolId });
}

/**
 * Asks for more tokens for a pool, the default one unless named; without any pool, for a first one. In the sandbox up to
 * 100,000 tokens are there at once; everything else waits for an administrator, one request at a time for a pool.
 */
export function requestTokens(ctx: PartnerCtx, input: PoolRequestInput): Promise<PoolRequest> {
  return inTransaction(ctx, (ctx) => request(ctx, input));
}
