import { and, eq, lte, sql } from "drizzle-orm";
import { partnerUsers, transactions } from "@/db/schema/giving";
import { redemptions, tokenLots } from "@/db/schema/lots";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { postEntries } from "@/lib/domain/giving/ledger/post-entries";
import { availableOf, holdLots, type Lot } from "@/lib/domain/giving/lots/hold-lots";
import { saveSettlement } from "@/lib/domain/giving/lots/save-settlement";
import { Settlement } from "@/lib/domain/giving/lots/settlement";
import type { Redemption } from "@/lib/domain/giving/redemptions/schemas";
import { spendLots } from "@/lib/domain/giving/redemptions/spend-lots";
import { holdPools, savePools } from "@/lib/domain/giving/token-pools/hold-pools";
import type { RedemptionUse } from "@/lib/domain/giving/token-pools/schemas";
import { holdUsers } from "@/lib/domain/giving/users/hold-users";
import type { Environment } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";

type Scope = { partnerId: string; environment: Environment };
type Input = Scope & { externalId: string; tokens: number; use: RedemptionUse; reference: string; reason?: string };
type RedemptionRow = typeof redemptions.$inferSelect;

async function requireUser(ctx: Ctx, { partnerId, environment, externalId }: Input): Promise<string> {
  const own = and(eq(partnerUsers.partnerId, partnerId), eq(partnerUsers.environment, environment));
  const [user] = await ctx.db
    .select({ id: partnerUsers.id })
    .from(partnerUsers)
    .where(and(own, eq(partnerUsers.externalId, externalId)));
  return user?.id ?? fail("user_not_found");
}

/** What an earlier call with this reference did. Fails when it redeemed something else. */
async function findServed(ctx: InTx<Ctx>, userId: string, input: Input): Promise<RedemptionRow | null> {
  const { partnerId, environment, reference } = input;
  const own = and(eq(redemptions.partnerId, partnerId), eq(redemptions.environment, environment));
  const [row] = await ctx.db
    .select()
    .from(redemptions)
    .where(and(own, eq(redemptions.reference, reference)));
  if (row && (row.partnerUserId !== userId || row.tokens !== input.tokens || row.use !== input.use)) {
    fail("idempotency_key_reused", { message: "This reference was used for another redemption." });
  }
  return row ?? null;
}

/** The user's lots that may still be spent or of which something is due, with the pools that get tokens back. */
async function hold(ctx: InTx<Ctx>, scope: Scope, userId: string) {
  const returning = await ctx.db
    .selectDistinctOn([tokenLots.tokenPoolId], { id: tokenLots.tokenPoolId })
    .from(tokenLots)
    .where(and(eq(tokenLots.partnerUserId, userId), lte(tokenLots.dueAt, ctx.now), eq(tokenLots.returnsToPool, true)));
  const pools = await holdPools(ctx, scope, { ids: returning.map(({ id }) => id) });
  const owners = await holdUsers(ctx, scope, [userId]);
  const isSpendable = sql`(released > redeemed + reversed_available and expired = 0)`;
  const lots = await holdLots(
    ctx,
    and(eq(tokenLots.partnerUserId, userId), sql`(${isSpendable} or ${lte(tokenLots.dueAt, ctx.now)})`)!,
  );
  return { pools, owners, lots };
}

/** What the user has redeemed of each pool's tokens: in all, and on this UTC day. */
async function redeemedByPool(ctx: InTx<Ctx>, userId: string) {
  const day = ctx.now.toISOString().slice(0, 10);
  const rows = await ctx.db
    .select({
      poolId: transactions.tokenPoolId,
      total: sql`sum(${transactions.tokens})`.mapWith(Number),
      today:
        sql`coalesce(sum(${transactions.tokens}) filter (where ${transactions.createdAt} >= ${day}::timestamptz), 0)`.mapWith(
          Number,
        ),
    })
    .from(transactions)
    .where(and(eq(transactions.partnerUserId, userId), eq(transactions.type, "REDEMPTION")))
    .groupBy(transactions.tokenPoolId);
  return new Map(rows.map(({ poolId, ...sums }) => [poolId, sums]));
}

function take(settlement: Settlement, lot: Lot, tokens: number): string {
  const transactionId = settlement.record(lot, { type: "REDEMPTION", tokens });
  const entryType = "REDEMPTION";
  settlement.post(lot, { transactionId, accountKind: "USER_AVAILABLE", tokens: -tokens, entryType });
  settlement.post(lot, { transactionId, accountKind: "REDEEMED", tokens, entryType });
  settlement.users.push({ id: lot.partnerUserId, available: -tokens, redeemed: tokens });
  lot.redeemed += tokens;
  return transactionId;
}

async function redeem(ctx: InTx<Ctx>, input: Input): Promise<Redemption> {
  const { partnerId, environment, externalId, tokens, use, reference, reason } = input;
  const scope = { partnerId, environment };
  const userId = await requireUser(ctx, input);
  const { pools, owners, lots } = await hold(ctx, scope, userId);
  const served = await findServed(ctx, userId, input);
  if (served) return present(served, externalId);
  const settlement = new Settlement(ctx.now, scope, pools, owners);
  for (const lot of lots) settlement.settle(lot);
  const spendable = lots.filter((lot) => availableOf(lot) > 0);
  const spent = spendLots(spendable, { tokens, use }, await redeemedByPool(ctx, userId));
  const transactionIds = spent.map(({ lot, tokens }) => take(settlement, lot, tokens));
  await postEntries(ctx, scope, [...pools.flatMap((pool) => pool.postings), ...settlement.postings]);
  await savePools(ctx, pools);
  await saveSettlement(ctx, settlement);
  const values = { id: newObjectId(), ...scope, partnerUserId: userId, reference, use, tokens, transactionIds };
  const [row] = await ctx.db
    .insert(redemptions)
    .values({ ...values, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning();
  if (!row) fail("idempotency_key_reused", { message: "This reference was used for another redemption." });
  await recordAudit(ctx, {
    action: "tokens.redeemed",
    targetType: "user",
    targetId: userId,
    ...scope,
    after: { tokens, use, reference },
    ...(reason !== undefined && { reason }),
  });
  return present(row, externalId);
}

function present(row: RedemptionRow, externalId: string): Redemption {
  const { id, environment, tokens, use, reference, transactionIds, createdAt } = row;
  return { id, externalId, environment, tokens, use, reference, transactionIds, createdAt: createdAt.toISOString() };
}

/**
 * Exchanges available tokens of a recipient for something of worth, by the rules their lots were issued under: all of them
 * or, with `redemption_not_allowed`, none. A reference is served once.
 */
export function redeemTokens(ctx: Ctx, input: Input): Promise<Redemption> {
  return inTransaction(ctx, (ctx) => redeem(ctx, input));
}
