import { type AdminCtx, type InTx, inTransaction, rehearse } from "@/lib/domain/context";
import { findPartnerPool, requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import type { PoolMovement } from "@/lib/domain/giving/pool-administration/schemas";
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
export function withdrawTokens(ctx: AdminCtx, input: Input & { dryRun: boolean }): Promise<TokenPool> {
  const run = input.dryRun ? rehearse : inTransaction;
  return run(ctx, (ctx: InTx<AdminCtx>) => move(ctx, input, withdrawFromPool));
}
