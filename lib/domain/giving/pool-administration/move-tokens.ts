import { and, eq } from "drizzle-orm";
import { poolMovements } from "@/db/schema/pools";
import { OPERATOR_ROLES } from "@/lib/domain/admins/schemas";
import { type AdminCtx, type Ctx, type InTx, inTransaction, rehearse } from "@/lib/domain/context";
import { actOrAsk, type ProtectedWrite } from "@/lib/domain/giving/approvals/protected-write";
import type { WaitingApproval } from "@/lib/domain/giving/approvals/schemas";
import { blastRadiusOfPool } from "@/lib/domain/giving/blast-radius/blast-radius";
import { exceedsLimit, holdFigures } from "@/lib/domain/giving/pool-administration/allocation-limit";
import { findPartnerPool, requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { PoolMovement, type WithdrawnPool } from "@/lib/domain/giving/pool-administration/schemas";
import { allocateToPool, withdrawFromPool } from "@/lib/domain/giving/token-pools/move-pool-tokens";
import { presentPool } from "@/lib/domain/giving/token-pools/present-pool";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";
import { ObjectId } from "@/lib/domain/shared/schemas";

type Input = { id: string; poolId: string } & PoolMovement;

async function move(ctx: InTx<AdminCtx>, input: Input, by: typeof allocateToPool): Promise<TokenPool> {
  const { id: partnerId, poolId, amount, reference, reason } = input;
  await requirePartner(ctx, partnerId, "write");
  const { environment } = await findPartnerPool(ctx, input);
  await by(ctx, { partnerId, environment }, { poolId, amount, reference, reason });
  return presentPool(await findPartnerPool(ctx, input), ctx.now);
}

/** A reference that was served already changes nothing, however often it comes. */
async function isServed(ctx: Ctx, { poolId, reference }: Input): Promise<boolean> {
  const [former] = await ctx.db
    .select({ id: poolMovements.transactionId })
    .from(poolMovements)
    .where(and(eq(poolMovements.tokenPoolId, poolId), eq(poolMovements.reference, reference)));
  return former !== undefined;
}

export const allocation: ProtectedWrite<Input, TokenPool> = {
  action: "token_pool.allocate",
  roles: OPERATOR_ROLES,
  input: PoolMovement.extend({ id: ObjectId, poolId: ObjectId }),
  subjectOf: async (ctx, input) => {
    await requirePartner(ctx, input.id, "write");
    const { environment } = await findPartnerPool(ctx, input);
    const isProtected = exceedsLimit(environment, input.amount) && !(await isServed(ctx, input));
    return { partnerId: input.id, environment, targetType: "token_pool", targetId: input.poolId, isProtected };
  },
  groundOf: async (ctx, { id: partnerId, poolId, amount, reference }) => {
    const [pool] = await holdFigures(ctx, { partnerId, poolId });
    const { balance, name } = await findPartnerPool(ctx, { id: partnerId, poolId });
    return {
      before: { pool: name, balance },
      after: { pool: name, balance: balance + amount, amount, reference },
      evidence: { pool },
    };
  },
  execute: (ctx, input) => move(ctx, input, allocateToPool),
};

/** Adds tokens to a partner's pool, once for each reference. */
export function allocateTokens(ctx: AdminCtx, input: Input): Promise<TokenPool | WaitingApproval> {
  return actOrAsk(ctx, allocation, input);
}

/** Takes tokens out of a partner's pool, once for each reference; `dryRun` answers what would be and changes nothing. */
export async function withdrawTokens(ctx: AdminCtx, input: Input & { dryRun: boolean }): Promise<WithdrawnPool> {
  const run = input.dryRun ? rehearse : inTransaction;
  const pool = await run(ctx, (ctx: InTx<AdminCtx>) => move(ctx, input, withdrawFromPool));
  if (!input.dryRun) return pool;
  const { id: partnerId, poolId } = input;
  const { environment, balance, autoRefill } = pool;
  const left = { partnerId, environment, poolId, balance, refills: autoRefill.enabled };
  return { ...pool, dryRun: true, blastRadius: await blastRadiusOfPool(ctx, left) };
}
