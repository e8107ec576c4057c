import { and, eq, gt } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import { apiKeys } from "@/db/schema/keys";
import { partners } from "@/db/schema/partners";
import type { Ctx, InTx } from "@/lib/domain/context";
import { usableKey } from "@/lib/domain/giving/partner-records/get-partner-record";
import { isFirstActivation } from "@/lib/domain/giving/partner-records/is-first-activation";
import type { StatusMove } from "@/lib/domain/partners/change-partner-status";
import { fail, type Issue } from "@/lib/errors";

async function hasActiveKey(ctx: InTx<Ctx>, partnerId: string): Promise<boolean> {
  const [key] = await ctx.db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.partnerId, partnerId), usableKey(ctx.now)))
    .limit(1);
  return key !== undefined;
}

async function hasAllocation(ctx: InTx<Ctx>, partnerId: string): Promise<boolean> {
  const [pool] = await ctx.db
    .select({ id: tokenPools.id })
    .from(tokenPools)
    .where(and(eq(tokenPools.partnerId, partnerId), gt(tokenPools.allocated, 0)))
    .limit(1);
  return pool !== undefined;
}

/** What a first activation still lacks, one entry each (contract 1.5). */
async function findMissing(ctx: InTx<Ctx>, partnerId: string): Promise<Issue[]> {
  const [partner] = await ctx.db.select().from(partners).where(eq(partners.id, partnerId));
  const { contractSignedAt, acceptableUseAcceptedAt, kybStatus, integrationModel } = partner!;
  const needsPool = integrationModel !== "WIDGET_ONLY";
  const missing: Issue[] = [];
  if (!contractSignedAt) missing.push({ item: "CONTRACT_SIGNED", issue: "has no signed contract" });
  if (!acceptableUseAcceptedAt) {
    missing.push({ item: "ACCEPTABLE_USE_ACCEPTED", issue: "has not accepted the acceptable-use terms" });
  }
  if (kybStatus !== "VERIFIED") missing.push({ item: "KYB_VERIFIED", issue: "is not a verified organisation" });
  if (!(await hasActiveKey(ctx, partnerId))) missing.push({ item: "ACTIVE_KEY", issue: "has no active key" });
  if (needsPool && !(await hasAllocation(ctx, partnerId))) {
    missing.push({ item: "POOL_ALLOCATED", issue: "has no token pool with an allocation" });
  }
  return missing;
}

/** Fails with `activation_preconditions_unmet` when a partner is to be activated for the first time too early. */
export async function requireActivatable(ctx: InTx<Ctx>, move: StatusMove): Promise<void> {
  if (!(await isFirstActivation(ctx, move))) return;
  const details = await findMissing(ctx, move.partnerId);
  if (details.length > 0) fail("activation_preconditions_unmet", { details });
}
