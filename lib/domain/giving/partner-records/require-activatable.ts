import { and, eq, gt } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import { apiKeys } from "@/db/schema/keys";
import type { Ctx, InTx } from "@/lib/domain/context";
import { usableKey } from "@/lib/domain/giving/partner-records/get-partner-record";
import type { StatusMove } from "@/lib/domain/partners/change-partner-status";
import { fail, type Issue } from "@/lib/errors";

/** What a first activation still lacks, one entry each. */
async function findMissing(ctx: InTx<Ctx>, partnerId: string): Promise<Issue[]> {
  const [key] = await ctx.db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.partnerId, partnerId), usableKey(ctx.now)))
    .limit(1);
  const [pool] = await ctx.db
    .select({ id: tokenPools.id })
    .from(tokenPools)
    .where(and(eq(tokenPools.partnerId, partnerId), gt(tokenPools.allocated, 0)))
    .limit(1);
  const missing: Issue[] = [];
  if (!key) missing.push({ item: "ACTIVE_KEY", issue: "has no active key" });
  if (!pool) missing.push({ item: "POOL_ALLOCATED", issue: "has no token pool with an allocation" });
  return missing;
}

/** Fails with `activation_preconditions_unmet` when a partner is to be activated for the first time too early. */
export async function requireActivatable(ctx: InTx<Ctx>, move: StatusMove): Promise<void> {
  if (move.from !== "PENDING_APPROVAL" || move.to !== "ACTIVE") return;
  const details = await findMissing(ctx, move.partnerId);
  if (details.length > 0) fail("activation_preconditions_unmet", { details });
}
