import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "@/db/client";
import { ledgerEntries, partnerUsers, transactions } from "@/db/schema/giving";
import { events } from "@/db/schema/webhooks";
import { makePartner, makePool } from "@/db/testing/factories";
import { inTransaction } from "@/lib/domain/context";
import { type ActionResult, SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { submitAction } from "@/lib/domain/giving/actions/submit-action";
import { checkLedger } from "@/lib/domain/giving/ledger/check-ledger";
import { settleDueLots } from "@/lib/domain/giving/lots/settle-due-lots";
import { getTokenPool } from "@/lib/domain/giving/token-pools/get-token-pool";
import { allocateToPool } from "@/lib/domain/giving/token-pools/move-pool-tokens";
import { NO_RESTRICTIONS, type Restrictions } from "@/lib/domain/giving/token-pools/schemas";
import { getBalance } from "@/lib/domain/giving/users/get-balance";
import { partnerCtx, testCtx } from "@/lib/testing/context";
import { submitBody } from "@/lib/testing/worlds";

const { db } = database();

const ISSUED = new Date("2026-01-01T00:00:00.000Z");
const day = (days: number) => new Date(ISSUED.getTime() + days * 86_400_000);

/** A partner whose pool has these restrictions, and Ada, who got `tokens` on day 0. */
async function issue(restrictions: Partial<Restrictions>, tokens = 50) {
  const partner = await makePartner(db);
  const own = { partnerId: partner.id, restrictions: { ...NO_RESTRICTIONS, ...restrictions } };
  const pool = await makePool(db, { ...own, allocated: 1_000 });
  const at = (date: Date) => partnerCtx(partner, date);
  const submit = (date: Date, amount: number) =>
    submitAction(
      at(date),
      SubmitAction.parse(
        submitBody({ amount, stakeholders: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: "ada" }] }),
      ),
    );
  const result = (await submit(ISSUED, tokens)) as ActionResult;
  const balance = async (date: Date) => {
    const { available, vesting, expired, nextVesting, nextExpiration, lifetimeEarned, redeemed, reversed } =
      await getBalance(at(date), { externalId: "ada" });
    expect(lifetimeEarned).toBe(available + vesting + expired + redeemed + reversed);
    return { available, vesting, expired, nextVesting, nextExpiration };
  };
  const settle = (date: Date) => settleDueLots(testCtx(date), { limit: 1_000 });
  return { partner, pool, at, submit, result, balance, settle };
}

const cliff: Restrictions["vesting"] = { type: "CLIFF", cliffDays: 30 };
const linear: Restrictions["vesting"] = { type: "LINEAR", cliffDays: 10, durationDays: 360, intervalDays: 30 };

test("a cliff releases all at its end, to the millisecond, whether the job ran or not", async () => {
  const { balance, settle, result } = await issue({ vesting: cliff });
  expect(result.distributions[0]).toMatchObject({ vestingUntil: day(30).toISOString(), expiresAt: null });
  const before = { available: 0, vesting: 50, expired: 0, nextExpiration: null };
  const justBefore = new Date(day(30).getTime() - 1);
  expect(await balance(justBefore)).toEqual({ ...before, nextVesting: { tokens: 50, at: day(30).toISOString() } });
  const after = { ...before, available: 50, vesting: 0, nextVesting: null };
  expect(await balance(day(30))).toEqual(after);
  await settle(day(30));
  expect(await balance(day(30))).toEqual(after);
});

test("linear vesting follows the contract's example: 50 tokens in 12 steps", async () => {
  const { balance, settle } = await issue({ vesting: linear });
  const released = [4, 8, 12, 16, 20, 25, 29, 33, 37, 41, 45, 50];
  for (const [index, available] of released.entries()) {
    const at = day(10 + 30 * (index + 1));
    expect(await balance(at)).toMatchObject({ available, vesting: 50 - available });
    // The job comes now and then; what is read never depends on it.
    if (index % 3 === 1) await settle(at);
    expect(await balance(at)).toMatchObject({ available, vesting: 50 - available });
  }
  expect(await balance(day(39))).toMatchObject({ nextVesting: { tokens: 4, at: day(40).toISOString() } });
});

test("expiry ends what is left, at its instant, and says so ahead", async () => {
  const { balance, settle, partner } = await issue({ expiration: { type: "AFTER_ISSUE", days: 90 } });
  expect(await balance(day(89))).toEqual({
    ...{ available: 50, vesting: 0, expired: 0, nextVesting: null },
    nextExpiration: { tokens: 50, at: day(90).toISOString() },
  });
  const gone = { available: 0, vesting: 0, expired: 50, nextVesting: null, nextExpiration: null };
  expect(await balance(day(90))).toEqual(gone);
  await settle(day(91));
  expect(await balance(day(91))).toEqual(gone);
  const [told] = await db
    .select({ body: events.body })
    .from(events)
    .where(and(eq(events.partnerId, partner.id), eq(events.type, "user.tokens_expired")));
  expect(JSON.parse(told!.body).data).toEqual({
    ...{ environment: "sandbox", externalId: "ada", tokens: 50, at: day(90).toISOString() },
  });
});

test("what expires back into the pool is there at once, for the figures and for the next draw", async () => {
  const { balance, at, pool, submit } = await issue(
    { expiration: { type: "AFTER_ISSUE", days: 10, returnToPool: true } },
    1_000,
  );
  const read = (date: Date) => getTokenPool(at(date), { poolId: pool.id });
  expect(await read(day(9))).toMatchObject({ balance: 0, returned: 0, status: "DEPLETED" });
  expect(await read(day(10))).toMatchObject({ balance: 1_000, returned: 1_000, status: "ACTIVE" });
  expect(await submit(day(10), 700)).toMatchObject({ tokensDistributed: 700 });
  expect(await read(day(10))).toMatchObject({ balance: 300, returned: 1_000, distributed: 1_700 });
  expect(await balance(day(10))).toMatchObject({ available: 700, expired: 1_000 });
});

test("a movement that was served already leaves what expired into the pool to whoever books it whole", async () => {
  const expiration = { type: "AFTER_ISSUE", days: 10, returnToPool: true } as const;
  const { partner, pool, at, balance } = await issue({ expiration }, 400);
  const scope = { partnerId: partner.id, environment: "sandbox" } as const;
  const allocate = (date: Date) =>
    inTransaction(testCtx(date), (ctx) =>
      allocateToPool(ctx, scope, { poolId: pool.id, amount: 5, reference: "once" }),
    );
  await allocate(day(1));
  await allocate(day(10));
  expect(await getTokenPool(at(day(10)), { poolId: pool.id })).toMatchObject({ balance: 1_005, returned: 400 });
  expect(await balance(day(10))).toMatchObject({ available: 0, expired: 400 });
  expect(await checkLedger(testCtx(day(10)))).toEqual([]);
});

test("settling twice, or from two processes at once, books everything once", async () => {
  const { partner, settle, balance } = await issue({ vesting: linear, expiration: { type: "AFTER_ISSUE", days: 400 } });
  await Promise.all([settle(day(200)), settle(day(200)), settle(day(200))]);
  await settle(day(500));
  await settle(day(501));
  const own = await db
    .select({ type: transactions.type, tokens: transactions.tokens })
    .from(transactions)
    .where(eq(transactions.partnerId, partner.id));
  const sum = (type: string) => own.filter((row) => row.type === type).reduce((total, row) => total + row.tokens, 0);
  expect([sum("VESTING_RELEASE"), sum("EXPIRATION")]).toEqual([50, 50]);
  expect(await balance(day(501))).toMatchObject({ available: 0, vesting: 0, expired: 50 });
  const [user] = await db.select().from(partnerUsers).where(eq(partnerUsers.partnerId, partner.id));
  const entries = await db.select().from(ledgerEntries).where(eq(ledgerEntries.accountId, user!.id));
  expect(entries.reduce((total, entry) => total + entry.tokens, 0)).toBe(0);
  expect(user).toMatchObject({ available: 0, vesting: 0, expired: 50 });
});

test("a pool whose fixed date has passed gives out no more", async () => {
  const date = day(5).toISOString();
  const { submit, balance } = await issue({ expiration: { type: "FIXED_DATE", date } });
  await expect(submit(day(6), 10)).rejects.toMatchObject({ code: "pool_not_active" });
  expect(await balance(day(6))).toMatchObject({ available: 0, expired: 50 });
});
