import { type AdminCtx, type InTx, inTransaction, rehearse } from "@/lib/domain/context";
import { blastRadiusOfPool } from "@/lib/domain/giving/blast-radius/blast-radius";
import { findPartnerPool, requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import type { PoolMovement, WithdrawnPool } from "@/lib/domain/giving/pool-administration/schemas";
import { allocateToPool, withdrawFromPool } from "@/lib/domain/giving/token-pools/move-pool-tokens";
import { presentPool } from "@/lib/domain/giving/token-pools/present-pool";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

type Input = { id: string; poolId: string } & PoolMovement;

async function move(ctx: InTx<AdminCtx>, input: Input, by: typeof allocateToPool): Promise<TokenPool> {
  const { id: partnerId, poolId, amount, reference, reason } = input;
  await requirePartner(ctx, partnerId, "write");
  const { environment } = await findPartnerPool(ctx, input);
  await by(ctx, { partnerId, environment }, { poolId, amount, reference, reason });
  return presentPool(await findPartnerPool(ctx, input), ctx.now);
}

/** Adds tokens to a partner's pool, once for each reference. */
export function allocateTokens(ctx: AdminCtx, input: Input): Promise<TokenPool> {
  return inTransaction(ctx, (ctx) => move(ctx, input, allocateToPool));
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
