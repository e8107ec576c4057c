import { type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { makeCampaign, makePartner, makePool, type PoolRow } from "@/db/testing/factories";
import { inTransaction } from "@/lib/domain/context";
import { reverseAction } from "@/lib/domain/giving/actions/reverse-action";
import { type ActionResult, SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { submitAction } from "@/lib/domain/giving/actions/submit-action";
import { checkLedger } from "@/lib/domain/giving/ledger/check-ledger";
import { settleDueLots } from "@/lib/domain/giving/lots/settle-due-lots";
import { redeemTokens } from "@/lib/domain/giving/redemptions/redeem-tokens";
import { allocateToPool, withdrawFromPool } from "@/lib/domain/giving/token-pools/move-pool-tokens";
import { NO_RESTRICTIONS, type Restrictions } from "@/lib/domain/giving/token-pools/schemas";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { stakeholder, submitBody } from "@/lib/testing/worlds";

let known: { pool: PoolRow; campaignId: string; action: ActionResult; lot: string; user: string };

const ISSUED = new Date("2026-01-01T00:00:00.000Z");
const day = (days: number) => new Date(ISSUED.getTime() + days * 86_400_000);
const VESTING: Restrictions = {
  ...NO_RESTRICTIONS,
  vesting: { type: "LINEAR", durationDays: 40, intervalDays: 10 },
  expiration: { type: "AFTER_ISSUE", days: 60, returnToPool: true },
};

/** A past with some of everything: rewards, releases, a redemption, a reversal in part, an expiry, movements of a pool. */
async function live() {
  const { db } = database();
  const partner = await makePartner(db);
  const scope = { partnerId: partner.id, environment: "sandbox" } as const;
  const pool = await makePool(db, { partnerId: partner.id, restrictions: VESTING });
  const campaign = await makeCampaign(db, { partnerId: partner.id, status: "ACTIVE", isDefault: true });
  const submit = (at: Date) =>
    submitAction(
      partnerCtx(partner, at),
      SubmitAction.parse(submitBody({ amount: 100, stakeholders: [stakeholder("ada"), stakeholder("bob")] })),
    );
  await submit(ISSUED);
  const action = (await submit(day(50))) as ActionResult;
  await settleDueLots(testCtx(day(75)), { limit: 100 });
  await redeemTokens(testCtx(day(75)), { ...scope, externalId: "ada", tokens: 7, use: "DONATION", reference: "gift" });
  const asked = { idempotencyKey: "refund", reason: "REFUND", amount: "30", allowPartial: false } as const;
  await reverseAction(partnerCtx(partner, day(75)), { actionId: action.actionId, ...asked });
  const movement = { poolId: pool.id, amount: 10, reference: "one" };
  await inTransaction(testCtx(day(76)), (ctx) => allocateToPool(ctx, scope, movement));
  await inTransaction(testCtx(day(76)), (ctx) => withdrawFromPool(ctx, scope, { ...movement, reference: "two" }));
  const lot = action.transactionIds[0]!;
  const [owner] = await db.execute<{ id: string }>(sql`select partner_user_id as id from token_lots
    where transaction_id = ${lot}`);
  return { pool, campaignId: campaign.id, action, lot, user: owner!.id };
}

beforeAll(async () => {
  known = await live();
});

/** What the check finds once these statements were done to the ledger, behind the back of its own guards. */
async function faultsAfter(...statements: SQL[]) {
  const undone = new Error("undone");
  let faults: Awaited<ReturnType<typeof checkLedger>> = [];
  await inTransaction(testCtx(day(80)), async (ctx) => {
    for (const table of ["partner_users", "token_pools", "token_lots", "ledger_entries"]) {
      await ctx.db.execute(sql.raw(`alter table ${table} disable trigger user`));
      await ctx.db.execute(
        sql.raw(`do $$ declare name text; begin
          for name in select conname from pg_constraint where conrelid = '${table}'::regclass and contype = 'c' loop
            execute format('alter table ${table} drop constraint %I', name);
          end loop; end $$`),
      );
    }
    for (const statement of statements) await ctx.db.execute(statement);
    faults = await checkLedger(ctx);
    throw undone;
  }).catch((error) => {
    if (error !== undone) throw error;
  });
  return faults.map(({ rule, row }) => `${rule}: ${row}`);
}

/** Both sides of a movement that no verb makes. */
const entries = (
  sides: [kind: string, accountId: SQL, tokens: number, type: string, after?: number][],
  of = sql`partner_id`,
) =>
  sides.map(
    ([kind, accountId, tokens, type, after = null]) => sql`
      insert into ledger_entries (partner_id, environment, transaction_id, account_kind, account_id, tokens, entry_type,
          balance_after, created_at)
        select ${of}, environment, 'invented', ${kind}, ${accountId}, ${tokens}::bigint, ${type}, ${after}::bigint, created_at
        from token_pools where id = ${known.pool.id}`,
  );

test("a ledger with some of everything is whole", async () => {
  expect(await checkLedger(testCtx(day(80)))).toEqual([]);
});

const broken: [rule: string, row: () => string, statements: () => SQL[]][] = [
  [
    "the entries of a transaction sum to zero, within one environment",
    () => "transaction invented",
    () => [
      ...entries([
        ["TREASURY", sql`null`, -5, "ALLOCATION"],
        ["EXPIRED", sql`null`, 5, "ALLOCATION"],
      ]),
      sql`update ledger_entries set environment = 'production' where transaction_id = 'invented' and tokens > 0`,
    ],
  ],
  [
    "the entries of an environment sum to zero",
    () => `partner ${known.pool.partnerId} sandbox`,
    () => entries([["TREASURY", sql`null`, -5, "ALLOCATION"]]),
  ],
  [
    "no account but the treasury is negative",
    () => `EXPIRED ${known.pool.partnerId} sandbox`,
    () =>
      entries([
        ["EXPIRED", sql`null`, -5, "WITHDRAWAL"],
        ["TREASURY", sql`null`, 5, "WITHDRAWAL"],
      ]),
  ],
  [
    "an entry is of the environment of the account it is on",
    () => "entry",
    () => [sql`update partner_users set environment = 'production' where id = ${known.user}`],
  ],
  [
    "a pool's balance equals its ledger account",
    () => `pool ${known.pool.id}`,
    () => [sql`update token_pools set balance = balance + 1 where id = ${known.pool.id}`],
  ],
  [
    "a pool's figures equal its entries by type",
    () => `pool ${known.pool.id}`,
    () => [sql`update token_pools set returned = returned + 1, withdrawn = withdrawn + 1 where id = ${known.pool.id}`],
  ],
  [
    "a pool's statement goes on where it left off",
    () => "entry",
    () => [
      sql`update ledger_entries set balance_after = balance_after + 1 where entry_type = 'REVERSAL'
      and account_kind = 'POOL'`,
    ],
  ],
  [
    "a user's balances equal the ledger accounts",
    () => `user ${known.user}`,
    () => [sql`update partner_users set available = available - 1, redeemed = redeemed + 1 where id = ${known.user}`],
  ],
  [
    "a user has earned what is available, vesting, expired, redeemed and reversed",
    () => `user ${known.user}`,
    () => [sql`update partner_users set lifetime_earned = lifetime_earned + 1 where id = ${known.user}`],
  ],
  [
    "a user's figures equal the sums of their lots",
    () => `user ${known.user}`,
    () => [sql`update partner_users set redeemed = redeemed + 1, expired = expired - 1 where id = ${known.user}`],
  ],
  [
    "a lot is of its transaction's recipient, pool and tokens, and every distribution has one",
    () => `transaction ${known.lot}`,
    () => [sql`delete from token_lots where transaction_id = ${known.lot}`],
  ],
  [
    "nothing is released before it has vested",
    () => `lot ${known.lot}`,
    () => [sql`update token_lots set released = released + 3 where transaction_id = ${known.lot}`],
  ],
  [
    "nothing is taken back or spent beyond what was issued",
    () => `lot ${known.lot}`,
    () => [sql`update token_lots set redeemed = released + 1 where transaction_id = ${known.lot}`],
  ],
  [
    "what a lot was reversed by equals the reversals of its transaction",
    () => `lot ${known.lot}`,
    () => [sql`update transactions set reverses_transaction_id = null where reverses_transaction_id = ${known.lot}`],
  ],
  [
    "a transaction's tokens equal what its entries move",
    () => "transaction",
    () => [sql`update transactions set tokens = tokens + 1 where type = 'REDEMPTION'`],
  ],
  [
    "an action's distributions sum to its tokensDistributed",
    () => `action ${known.action.actionId}`,
    () => [sql`update actions set tokens_distributed = tokens_distributed + 1 where id = ${known.action.actionId}`],
  ],
  [
    "an action's reversals sum to what its transactions gave back, and never to more than it gave",
    () => `action ${known.action.actionId}`,
    () => [sql`update action_reversals set tokens = tokens - 1`],
  ],
  [
    "an action's status agrees with its reversals",
    () => `action ${known.action.actionId}`,
    () => [sql`update actions set status = 'REVERSED' where id = ${known.action.actionId}`],
  ],
  [
    "a campaign's total equals its transactions, less what was reversed",
    () => `campaign ${known.campaignId}`,
    () => [sql`update campaigns set tokens_distributed = tokens_distributed - 1 where id = ${known.campaignId}`],
  ],
];

test.each(broken)("%s: the first row that breaks it is named", async (rule, row, statements) => {
  const faults = await faultsAfter(...statements());
  expect(faults).toContainEqual(expect.stringContaining(`${rule}: ${row()}`));
});
