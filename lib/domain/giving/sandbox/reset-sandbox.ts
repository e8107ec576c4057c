import { and, asc, eq, ne, sql } from "drizzle-orm";
import { campaigns } from "@/db/schema/campaigns";
import { tokenPools } from "@/db/schema/giving";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type InTx, inTransaction, type UserCtx } from "@/lib/domain/context";
import { removeFaults } from "@/lib/domain/faults/clear-faults";
import { moveCampaign, settleCampaign } from "@/lib/domain/giving/campaigns/move-campaign";
import { type Posting, postEntries } from "@/lib/domain/giving/ledger/post-entries";
import { settleReturns } from "@/lib/domain/giving/lots/settle-due-lots";
import type { ResetSandbox, SandboxReset } from "@/lib/domain/giving/sandbox/schemas";
import { createPool, SANDBOX_POOL_TOKENS } from "@/lib/domain/giving/token-pools/create-pool";
import { holdPools, savePools } from "@/lib/domain/giving/token-pools/hold-pools";
import type { PoolAccount } from "@/lib/domain/giving/token-pools/pool-account";
import type { PartnerSnapshot } from "@/lib/domain/partners/snapshot";
import { fail } from "@/lib/errors";

type Scope = { partnerId: string; environment: "sandbox" };

function requireResetPermission(ctx: UserCtx): PartnerSnapshot {
  if (ctx.actor.role !== "OWNER" && ctx.actor.role !== "ADMIN") fail("forbidden");
  return ctx.partner ?? fail("partner_not_found");
}

/** Ends every campaign that has not ended; returns how many. */
async function completeCampaigns(ctx: InTx<UserCtx>, { partnerId, environment }: Scope): Promise<number> {
  const open = await ctx.db
    .select()
    .from(campaigns)
    .where(
      and(
        eq(campaigns.partnerId, partnerId),
        eq(campaigns.environment, environment),
        ne(campaigns.status, "COMPLETED"),
      ),
    )
    .orderBy(asc(campaigns.id))
    .for("no key update");
  for (const row of open) {
    const settled = await settleCampaign(ctx, row);
    if (settled.status !== "COMPLETED") await moveCampaign(ctx, settled, "COMPLETED", "MANUAL");
  }
  return open.length;
}

/** Gives back what a pool holds, without the warnings of a pool that ran dry by use, and closes it. */
async function closePool(ctx: InTx<UserCtx>, pool: PoolAccount): Promise<{ settled: Posting[]; withdrawn: number }> {
  const { id, partnerId, environment, status } = pool.row;
  const settled = pool.dueReturns > 0 ? await settleReturns(ctx, pool) : [];
  const withdrawn = pool.balance;
  if (withdrawn > 0) pool.exchangeWithTreasury("WITHDRAWAL", -withdrawn);
  pool.row.status = "CLOSED";
  await recordAudit(ctx, {
    action: "token_pool.closed",
    targetType: "token_pool",
    targetId: id,
    partnerId,
    environment,
    before: { status, balance: withdrawn },
    after: { status: "CLOSED", balance: 0 },
  });
  return { settled, withdrawn };
}

/** Closes every pool that is not closed; none is the default one afterwards. */
async function closePools(ctx: InTx<UserCtx>, scope: Scope): Promise<{ poolsClosed: number; tokensWithdrawn: number }> {
  const own = and(eq(tokenPools.partnerId, scope.partnerId), eq(tokenPools.environment, scope.environment));
  const open = await ctx.db
    .select({ id: tokenPools.id })
    .from(tokenPools)
    .where(and(own, ne(tokenPools.status, "CLOSED")));
  const pools = await holdPools(ctx, scope, { ids: open.map(({ id }) => id) });
  const postings: Posting[] = [];
  let tokensWithdrawn = 0;
  for (const pool of pools) {
    const { settled, withdrawn } = await closePool(ctx, pool);
    postings.push(...pool.postings, ...settled);
    tokensWithdrawn += withdrawn;
  }
  await postEntries(ctx, scope, postings);
  await savePools(ctx, pools);
  await ctx.db
    .update(tokenPools)
    .set({ isDefault: false, updatedAt: ctx.now })
    .where(and(own, eq(tokenPools.isDefault, true)));
  return { poolsClosed: pools.length, tokensWithdrawn };
}

/**
 * A fresh start for the partner's sandbox, which takes nothing out of its history: ends its campaigns, closes its pools,
 * opens a new default pool and removes its faults. Keys, webhooks, users and their tokens stay, and so do idempotency keys.
 * Fails with `forbidden`, `partner_not_found`, or `validation_error` unless `confirm` is the partner's slug.
 */
export async function resetSandbox(ctx: UserCtx, { confirm }: ResetSandbox): Promise<SandboxReset> {
  const partner = requireResetPermission(ctx);
  if (confirm !== partner.slug) {
    fail("validation_error", { details: [{ field: "confirm", issue: `must be the partner's slug, ${partner.slug}` }] });
  }
  const scope: Scope = { partnerId: partner.id, environment: "sandbox" };
  return inTransaction(ctx, async (ctx) => {
    // Two at once would open two default pools.
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sandbox-reset:${partner.id}`}, 0))`);
    const campaignsCompleted = await completeCampaigns(ctx, scope);
    const closed = await closePools(ctx, scope);
    const tokenPoolId = await createPool(ctx, { ...scope, name: "Sandbox pool", tokens: SANDBOX_POOL_TOKENS });
    const faultsCleared = await removeFaults(ctx, partner);
    const done = { tokenPoolId, ...closed, campaignsCompleted, faultsCleared };
    await recordAudit(ctx, {
      action: "sandbox.reset",
      targetType: "partner",
      targetId: partner.id,
      ...scope,
      after: done,
    });
    return done;
  });
}
