import { and, eq, inArray } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import { tokenPools } from "@/db/schema/giving";
import { OPERATOR_ROLES } from "@/lib/domain/admins/schemas";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { AdminCtx, InTx } from "@/lib/domain/context";
import { actOrAsk, type ProtectedWrite } from "@/lib/domain/giving/approvals/protected-write";
import type { WaitingApproval } from "@/lib/domain/giving/approvals/schemas";
import { moveCampaign, settleCampaign } from "@/lib/domain/giving/campaigns/move-campaign";
import { exceedsLimit, holdFigures, refillOf } from "@/lib/domain/giving/pool-administration/allocation-limit";
import { clearDefault } from "@/lib/domain/giving/pool-administration/create-token-pool";
import { findPartnerPool, requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { PatchTokenPool } from "@/lib/domain/giving/pool-administration/schemas";
import { presentPool } from "@/lib/domain/giving/token-pools/present-pool";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";
import { ObjectId } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";

type Input = { id: string; poolId: string } & PatchTokenPool;

/** Campaigns that draw on a pool pause when it closes (contract 6.8). They are held before it, in the order of their ids. */
async function pauseCampaigns(ctx: InTx<AdminCtx>, poolId: string): Promise<void> {
  const rows = await ctx.db
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.tokenPoolId, poolId), inArray(campaigns.status, ["SCHEDULED", "ACTIVE"])))
    .orderBy(campaigns.id)
    .for("no key update");
  for (const row of rows) {
    const settled = await settleCampaign(ctx, row);
    if (settled.status === "ACTIVE" || settled.status === "SCHEDULED") {
      await moveCampaign(ctx, settled, "PAUSED", "POOL_CLOSED");
    }
  }
}

async function update(ctx: InTx<AdminCtx>, input: Input): Promise<TokenPool> {
  const { id: partnerId, poolId, reason, ...changes } = input;
  await requirePartner(ctx, partnerId, "write");
  if (changes.status === "CLOSED") await pauseCampaigns(ctx, poolId);
  const before = await findPartnerPool(ctx, input);
  if (before.status === "CLOSED") {
    fail("invalid_state_transition", { message: "The pool is closed for good.", details: { from: "CLOSED" } });
  }
  if (changes.isDefault) await clearDefault(ctx, partnerId, before.environment);
  await ctx.db
    .update(tokenPools)
    .set({ ...changes, updatedAt: ctx.now })
    .where(and(eq(tokenPools.id, poolId), eq(tokenPools.partnerId, partnerId)));
  const fields = Object.keys(changes) as (keyof typeof changes)[];
  await recordAudit(ctx, {
    action: "token_pool.updated",
    targetType: "token_pool",
    targetId: poolId,
    partnerId,
    environment: before.environment,
    before: Object.fromEntries(fields.map((field) => [field, before[field]])),
    after: changes,
    reason,
  });
  return presentPool(await findPartnerPool(ctx, input), ctx.now);
}

/** A pool that fills itself up is an allocation in advance: what it may take in a month counts like one. */
export const poolUpdate: ProtectedWrite<Input, TokenPool> = {
  action: "token_pool.auto_refill",
  roles: OPERATOR_ROLES,
  input: PatchTokenPool.extend({ id: ObjectId, poolId: ObjectId }),
  subjectOf: async (ctx, input) => {
    await requirePartner(ctx, input.id, "write");
    const { environment, autoRefill } = await findPartnerPool(ctx, input);
    const monthly = refillOf(input.autoRefill);
    const isProtected = exceedsLimit(environment, monthly) && monthly > refillOf(autoRefill);
    return { partnerId: input.id, environment, targetType: "token_pool", targetId: input.poolId, isProtected };
  },
  groundOf: async (ctx, { id: partnerId, poolId, reason: _, ...changes }) => {
    const [figures] = await holdFigures(ctx, { partnerId, poolId });
    const pool: Record<string, unknown> = await findPartnerPool(ctx, { id: partnerId, poolId });
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, pool[field]]));
    return { before, after: changes, evidence: { pool: figures, autoRefill: pool.autoRefill } };
  },
  execute: update,
};

/** Changes a pool's rules, for later rewards only, or its status. Fails with `invalid_state_transition` once it is closed. */
export function updateTokenPool(ctx: AdminCtx, input: Input): Promise<TokenPool | WaitingApproval> {
  return actOrAsk(ctx, poolUpdate, input);
}
