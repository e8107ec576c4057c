import { and, eq } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import { OPERATOR_ROLES } from "@/lib/domain/admins/schemas";
import type { AdminCtx, InTx } from "@/lib/domain/context";
import { actOrAsk, type ProtectedWrite } from "@/lib/domain/giving/approvals/protected-write";
import type { WaitingApproval } from "@/lib/domain/giving/approvals/schemas";
import { exceedsLimit, holdFigures, refillOf } from "@/lib/domain/giving/pool-administration/allocation-limit";
import { findPartnerPool, requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { CreateTokenPool } from "@/lib/domain/giving/pool-administration/schemas";
import { createPool } from "@/lib/domain/giving/token-pools/create-pool";
import { presentPool } from "@/lib/domain/giving/token-pools/present-pool";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";
import { type Environment, ObjectId } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";

/** The default pool of an environment gives its place up, so that another may take it. */
export async function clearDefault(ctx: InTx<AdminCtx>, partnerId: string, environment: Environment): Promise<boolean> {
  const cleared = await ctx.db
    .update(tokenPools)
    .set({ isDefault: false, updatedAt: ctx.now })
    .where(
      and(eq(tokenPools.partnerId, partnerId), eq(tokenPools.environment, environment), eq(tokenPools.isDefault, true)),
    )
    .returning({ id: tokenPools.id });
  return cleared.length > 0;
}

async function hasDefault(ctx: InTx<AdminCtx>, partnerId: string, environment: Environment): Promise<boolean> {
  const own = and(eq(tokenPools.partnerId, partnerId), eq(tokenPools.environment, environment));
  const [pool] = await ctx.db
    .select({ id: tokenPools.id })
    .from(tokenPools)
    .where(and(own, eq(tokenPools.isDefault, true)));
  return pool !== undefined;
}

type Input = { id: string } & CreateTokenPool;

async function create(ctx: InTx<AdminCtx>, input: Input): Promise<TokenPool> {
  const { id: partnerId, environment, amount, autoRefill, lowBalanceThreshold, restrictions, name, reason } = input;
  const { productionAccess } = await requirePartner(ctx, partnerId, "write");
  if (environment === "production" && productionAccess !== "APPROVED" && productionAccess !== "LIVE") {
    fail("production_not_approved", { message: "Production access of this partner is not approved." });
  }
  if (input.isDefault) await clearDefault(ctx, partnerId, environment);
  const isDefault = input.isDefault ?? !(await hasDefault(ctx, partnerId, environment));
  const poolId = await createPool(ctx, {
    ...{ partnerId, environment, name, tokens: amount, isDefault, reason },
    ...(restrictions && { restrictions }),
    ...(autoRefill && { autoRefill }),
    ...(lowBalanceThreshold && { lowBalanceThreshold }),
  });
  return presentPool(await findPartnerPool(ctx, { id: partnerId, poolId }), ctx.now);
}

export const poolCreation: ProtectedWrite<Input, TokenPool> = {
  action: "token_pool.create",
  roles: OPERATOR_ROLES,
  input: CreateTokenPool.extend({ id: ObjectId }),
  subjectOf: async (_ctx, { id, environment, amount, autoRefill }) => ({
    ...{ partnerId: id, environment, targetType: "partner", targetId: id },
    isProtected: exceedsLimit(environment, Math.max(amount, refillOf(autoRefill))),
  }),
  groundOf: async (ctx, { id: partnerId, reason: _, ...pool }) => ({
    before: {},
    after: pool,
    evidence: { pools: await holdFigures(ctx, { partnerId, environment: pool.environment }) },
  }),
  execute: create,
};

/**
 * Opens a pool for a partner with a first allocation. The first one of an environment is its default one; a later one takes
 * that place where asked. Fails with `production_not_approved` for a live pool before production is.
 */
export function createTokenPool(ctx: AdminCtx, input: Input): Promise<TokenPool | WaitingApproval> {
  return actOrAsk(ctx, poolCreation, input);
}
