import { tokenPools } from "@/db/schema/giving";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { type Posting, postEntries } from "@/lib/domain/giving/ledger/post-entries";
import {
  type AutoRefillRule,
  NO_AUTO_REFILL,
  NO_RESTRICTIONS,
  type Restrictions,
} from "@/lib/domain/giving/token-pools/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";
import { newObjectId } from "@/lib/platform/ids";

/** Tokens in the pool of every self-service sandbox (contract 1.2). */
export const SANDBOX_POOL_TOKENS = 100_000;

type NewPool = {
  partnerId: string;
  environment: Environment;
  name: string;
  tokens: number;
  isDefault?: boolean;
  restrictions?: Restrictions;
  autoRefill?: AutoRefillRule;
  lowBalanceThreshold?: number;
  reason?: string;
};

/** Opens a pool, the partner's default one unless said, with a first allocation from the treasury; returns its id. */
export async function createPool(ctx: InTx<Ctx>, input: NewPool): Promise<string> {
  const { partnerId, environment, name, tokens, isDefault = true, restrictions = NO_RESTRICTIONS } = input;
  const { autoRefill = NO_AUTO_REFILL, lowBalanceThreshold = null, reason } = input;
  const id = newObjectId();
  await ctx.db.insert(tokenPools).values({
    id,
    partnerId,
    environment,
    name,
    isDefault,
    balance: tokens,
    allocated: tokens,
    autoRefill,
    lowBalanceThreshold,
    restrictions,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  const transactionId = newObjectId();
  const movement = { transactionId, entryType: "ALLOCATION" };
  const entries: Posting[] = [
    { ...movement, accountKind: "TREASURY", accountId: null, tokens: -tokens },
    { ...movement, accountKind: "POOL", accountId: id, tokens, balanceAfter: tokens },
  ];
  await postEntries(ctx, { partnerId, environment }, tokens > 0 ? entries : []);
  await recordAudit(ctx, {
    action: "token_pool.created",
    targetType: "token_pool",
    targetId: id,
    partnerId,
    environment,
    after: { name, allocated: tokens },
    ...(reason !== undefined && { reason }),
  });
  return id;
}
