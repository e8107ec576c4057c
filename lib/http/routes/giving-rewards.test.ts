import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { actions, tokenPools } from "@/db/schema/giving";
import { tokenLots } from "@/db/schema/lots";
import { partners } from "@/db/schema/partners";
import { events } from "@/db/schema/webhooks";
import { type MadeKey, makeCampaign, makeKey, makePartner, makePool, type PartnerRow } from "@/db/testing/factories";
import { checkLedger } from "@/lib/domain/giving/ledger/check-ledger";
import { redeemTokens } from "@/lib/domain/giving/redemptions/redeem-tokens";
import { NO_RESTRICTIONS, type Restrictions } from "@/lib/domain/giving/token-pools/schemas";
import { newObjectId } from "@/lib/platform/ids";
import { testCtx } from "@/lib/testing/context";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { stakeholder, submitBody, submitCall } from "@/lib/testing/worlds";

const { db } = database();
let mounted: Mounted;
let partner: PartnerRow;
let key: MadeKey;
beforeAll(async () => {
  mounted = await mounts[0]!.start();
});
afterAll(async () => {
  await mounted.close();
  expect(await checkLedger(testCtx(new Date()))).toEqual([]);
});
beforeEach(async () => {
  partner = await makePartner(db, { tier: "ENTERPRISE" });
  key = await makeKey(db, { partnerId: partner.id });
});

const fund = (restrictions: Partial<Restrictions> = {}) =>
  makePool(db, {
    partnerId: partner.id,
    allocated: 10_000,
    restrictions: { ...NO_RESTRICTIONS, ...restrictions },
  });
const submit = async (body: Record<string, unknown> = {}) => {
  const answer = await mounted.call(submitCall(key, submitBody(body)));
  expect(answer.status).toBe(200);
  return answer.body;
};
const reverse = (actionId: string, body: Record<string, unknown> = {}) =>
  mounted.call(
    sign(
      key,
      jsonCall("POST", `/v1/partner/actions/${actionId}/reverse`, {
        idempotencyKey: `refund-${newObjectId()}`,
        reason: "REFUND",
        ...body,
      }),
    ),
  );
const read = async (target: string) => (await mounted.call(sign(key, { target: `/v1/partner/${target}` }))).body;
const poolRow = async (id: string) => (await db.select().from(tokenPools).where(eq(tokenPools.id, id)))[0]!;
const told = async (type: string) =>
  (await db.select().from(events).where(eq(events.partnerId, partner.id)).orderBy(events.position))
    .filter((event) => event.type === type)
    .map((event) => JSON.parse(event.body).data);

/** 50 tokens as 30, 13 and 7, by the contract's example. */
async function submitSplit() {
  const shares = { CUSTOMER: 6_000, EMPLOYEE: 2_500, MERCHANT: 1_500 };
  const splits = Object.entries(shares).map(([code, shareBps]) => ({ stakeholderTypeCode: code, shareBps }));
  const campaign = await makeCampaign(db, {
    ...{ partnerId: partner.id, status: "ACTIVE", actionTypes: ["PURCHASE"], splits, totalTokens: 1_000 },
  });
  const stakeholders = Object.keys(shares).map((code) => stakeholder(`${code.toLowerCase()}-1`, code));
  const action = await submit({ campaignId: campaign.id, stakeholders });
  expect(action.distributions.map((each: { tokens: number }) => each.tokens)).toEqual([30, 13, 7]);
  return { action, campaign };
}

describe("a reversal", () => {
  test("takes everything back into the pool and tells so", async () => {
    const pool = await fund();
    const action = await submit();
    const answer = await reverse(action.actionId, { note: "returned goods" });
    expect(answer).toMatchObject({
      status: 200,
      body: { status: "REVERSED", tokensReversed: 50, tokensUnrecoverable: 0, totalReversed: 50 },
    });
    expect(await poolRow(pool.id)).toMatchObject({ balance: 10_000, distributed: 50, returned: 50 });
    expect(await read("users/cust-314/balance")).toMatchObject({ available: 0, reversed: 50, lifetimeEarned: 50 });
    expect(await read(`actions/${action.actionId}`)).toMatchObject({
      status: "REVERSED",
      tokensDistributed: 50,
      reversals: [{ amount: "49.99", tokens: 50, reason: "REFUND" }],
    });
    const [id] = answer.body.transactionIds;
    expect(await read(`transactions/${id}`)).toMatchObject({
      type: "REVERSAL",
      tokens: 50,
      reversesTransactionId: action.transactionIds[0],
    });
    expect(await read(`transactions/${action.transactionIds[0]}`)).toMatchObject({ status: "REVERSED" });
    expect(await told("action.reversed")).toMatchObject([{ tokensReversed: 50, totalReversed: 50, reason: "REFUND" }]);
    expect(await told("transaction.reversed")).toMatchObject([{ externalId: "cust-314", tokens: 50 }]);
  });

  test("of a part follows the contract's example: 20.00 of 49.99 takes 12, 5 and 3", async () => {
    await fund();
    const { action, campaign } = await submitSplit();
    const first = await reverse(action.actionId, { amount: 20 });
    expect(first.body).toMatchObject({ status: "PARTIALLY_REVERSED", tokensReversed: 20 });
    const reversed = async (name: string) => (await read(`users/${name}/balance`)).reversed;
    const names = ["customer-1", "employee-1", "merchant-1"];
    expect(await Promise.all(names.map(reversed))).toEqual([12, 5, 3]);
    expect(await read(`campaigns/${campaign.id}`)).toMatchObject({ tokensDistributed: 30 });
    const rest = await reverse(action.actionId);
    expect(rest.body).toMatchObject({ status: "REVERSED", tokensReversed: 30, totalReversed: 50 });
    expect(await Promise.all(names.map(reversed))).toEqual([30, 13, 7]);
    expect(await read(`campaigns/${campaign.id}`)).toMatchObject({ tokensDistributed: 0 });
  });

  test("however it is cut, the last part ends at exactly all of it", async () => {
    await fund();
    const action = await submit({ amount: 33.33 });
    const parts = ["0.01", "11.11", "7.77", "14.44"];
    const taken: number[] = [];
    for (const amount of parts) taken.push((await reverse(action.actionId, { amount })).body.tokensReversed);
    expect(taken.reduce((a, b) => a + b, 0)).toBe(33);
    expect(await read(`actions/${action.actionId}`)).toMatchObject({ status: "REVERSED" });
    expect(await reverse(action.actionId)).toMatchObject({ status: 409, code: "ACTION_NOT_REVERSIBLE" });
  });

  test("of more than is left is refused, and names what is left", async () => {
    await fund();
    const action = await submit();
    await reverse(action.actionId, { amount: 40 });
    const answer = await reverse(action.actionId, { amount: 10 });
    expect(answer).toMatchObject({ status: 422, code: "AMOUNT_OUT_OF_RANGE" });
    expect(answer.body.details[0]).toMatchObject({ field: "amount", unreversed: "9.99" });
  });

  test("takes what vests last first", async () => {
    await fund({ vesting: { type: "LINEAR", durationDays: 100, intervalDays: 10 } });
    const action = await submit({ amount: 100 });
    await reverse(action.actionId, { amount: 30 });
    const [lot] = await db.select().from(tokenLots).where(eq(tokenLots.transactionId, action.transactionIds[0]));
    expect(lot).toMatchObject({ tokens: 100, released: 0, reversedVesting: 30, reversedAvailable: 0 });
    expect(await read("users/cust-314/balance")).toMatchObject({ vesting: 70, nextVesting: { tokens: 10 } });
  });

  test("of what was redeemed changes nothing, unless a part is welcome; the gap counts as reversed", async () => {
    await fund();
    const action = await submit();
    const own = { partnerId: partner.id, environment: "sandbox", externalId: "cust-314" } as const;
    await redeemTokens(testCtx(new Date()), { ...own, tokens: 40, use: "GIFT_CARD", reference: "card-1" });
    const refused = await reverse(action.actionId);
    expect(refused).toMatchObject({ status: 409, code: "REVERSAL_NOT_COVERED" });
    expect(refused.body.details).toEqual({ required: 50, recoverable: 10 });
    expect(await read("users/cust-314/balance")).toMatchObject({ available: 10, redeemed: 40, reversed: 0 });
    const partial = await reverse(action.actionId, { amount: "39.99", allowPartial: true });
    expect(partial.body).toMatchObject({ tokensReversed: 10, tokensUnrecoverable: 30, totalReversed: 10 });
    const last = await reverse(action.actionId, { allowPartial: true });
    expect(last.body).toMatchObject({ status: "REVERSED", tokensReversed: 0, tokensUnrecoverable: 10 });
    expect(await read("users/cust-314/balance")).toMatchObject({ available: 0, redeemed: 40, reversed: 10 });
  });

  test("is idempotent by its own key, and of many at once one takes effect", async () => {
    const pool = await fund();
    const action = await submit();
    const body = { idempotencyKey: "refund-1", amount: 10 };
    const answers = await Promise.all(Array.from({ length: 8 }, () => reverse(action.actionId, body)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers["x-idempotent-replay"] === "true")).toHaveLength(7);
    expect((await poolRow(pool.id)).returned).toBe(10);
    expect(await reverse(action.actionId, { ...body, amount: 11 })).toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
  });

  test("of parts at once never takes more than there is", async () => {
    const pool = await fund();
    const action = await submit({ amount: 10 });
    const answers = await Promise.all(Array.from({ length: 15 }, () => reverse(action.actionId, { amount: 1 })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    expect((await poolRow(pool.id)).returned).toBe(10);
  });

  test("comes too late after 365 days", async () => {
    await fund();
    const action = await submit();
    const createdAt = new Date(Date.now() - 366 * 86_400_000);
    await db.update(actions).set({ createdAt }).where(eq(actions.id, action.actionId));
    expect(await reverse(action.actionId)).toMatchObject({ status: 409, code: "ACTION_NOT_REVERSIBLE" });
  });

  test("leaves the answer to a repeated submit as it was", async () => {
    await fund();
    const body = submitBody();
    const first = await mounted.call(submitCall(key, body));
    await reverse(first.body.actionId);
    expect((await mounted.call(submitCall(key, body))).text).toBe(first.text);
  });
});

describe("a batch", () => {
  const send = (body: Record<string, unknown>) =>
    mounted.call(sign(key, jsonCall("POST", "/v1/partner/actions/batch", body)));

  test("serves each by itself, in its order, and says what each would have heard alone", async () => {
    const pool = await fund();
    const [good, repeated] = [submitBody(), submitBody()];
    await mounted.call(submitCall(key, repeated));
    const bad = submitBody({ actionType: "UNHEARD_OF" });
    const dear = submitBody({ amount: 20_000 });
    const answer = await send({ actions: [good, bad, repeated, dear] });
    expect(answer.body.summary).toEqual({ total: 4, completed: 1, failed: 2, replayed: 1, tokensDistributed: 50 });
    expect(answer.body.results.map((each: { httpStatus: number }) => each.httpStatus)).toEqual([200, 422, 200, 402]);
    expect(answer.body.results[1].error).toMatchObject({ code: "ACTION_TYPE_NOT_REGISTERED", statusCode: 422 });
    expect(answer.body.results[3]).toMatchObject({ index: 3, idempotencyKey: dear.idempotencyKey });
    expect((await poolRow(pool.id)).distributed).toBe(100);
  });

  test("that is atomic keeps all or nothing", async () => {
    const pool = await fund();
    const good = submitBody();
    const refused = await send({ mode: "atomic", actions: [good, submitBody({ amount: 20_000 })] });
    expect(refused).toMatchObject({ status: 402, code: "INSUFFICIENT_POOL" });
    expect(await db.select().from(actions).where(eq(actions.partnerId, partner.id))).toEqual([]);
    expect((await poolRow(pool.id)).distributed).toBe(0);
    const served = await send({ mode: "atomic", actions: [good, submitBody()] });
    expect(served.body.summary).toMatchObject({ completed: 2, tokensDistributed: 100 });
  });

  test("draws on a pool until it no longer covers one, and on for those that it covers", async () => {
    const pool = await makePool(db, { partnerId: partner.id, allocated: 100 });
    const amounts = [60, 50, 40, 1];
    const answer = await send({ actions: amounts.map((amount) => submitBody({ amount })) });
    expect(answer.body.results.map((each: { httpStatus: number }) => each.httpStatus)).toEqual([200, 402, 200, 402]);
    expect(await poolRow(pool.id)).toMatchObject({ balance: 0, distributed: 100 });
  });

  test("refuses a key that stands in it twice", async () => {
    const one = submitBody();
    expect(await send({ actions: [one, one] })).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  });

  test("counts as many requests as it has actions, and is refused whole when fewer are left", async () => {
    await fund();
    await db.update(partners).set({ tier: "STANDARD" }).where(eq(partners.id, partner.id));
    const many = (count: number) => ({ actions: Array.from({ length: count }, () => submitBody({ amount: 1 })) });
    const first = await send(many(60));
    expect(first).toMatchObject({ status: 200, headers: { "x-ratelimit-remaining": "940" } });
    const second = await send(many(60));
    expect(second).toMatchObject({ status: 429, code: "RATE_LIMIT_EXCEEDED" });
    expect(second.headers["x-ratelimit-remaining"]).toBe("940");
    expect((await send(many(40))).status).toBe(200);
  });
});

describe("trying an action out", () => {
  const validate = async (body: Record<string, unknown>) => {
    const { idempotencyKey: _, ...action } = submitBody(body);
    return (await mounted.call(sign(key, jsonCall("POST", "/v1/partner/actions/validate", action)))).body;
  };

  test("says what it would give, and leaves nothing", async () => {
    const pool = await fund();
    const before = await poolRow(pool.id);
    expect(await validate({})).toEqual({
      valid: true,
      errors: [],
      preview: {
        ...{ tokensTotal: 50, returnedToPool: 0, campaignId: null, tokenPoolId: pool.id, tierMatched: null },
        distributions: [{ stakeholderTypeCode: "CUSTOMER", partnerUserId: "cust-314", tokens: 50 }],
        ...{ poolBalanceBefore: 10_000, poolBalanceAfter: 9_950 },
      },
    });
    expect(await poolRow(pool.id)).toEqual(before);
    expect(await db.select().from(events).where(eq(events.partnerId, partner.id)).orderBy(events.position)).toEqual([]);
  });

  test("shows a refusal for want of tokens with what was asked for", async () => {
    await fund();
    expect(await validate({ amount: 20_000 })).toMatchObject({
      valid: false,
      errors: [{ code: "INSUFFICIENT_POOL" }],
      preview: { tokensTotal: 20_000, poolBalanceBefore: 10_000 },
    });
  });

  test("of a key that was served promises the answer of then, and nothing new", async () => {
    await fund();
    const body = submitBody({ amount: 9_000 });
    const send = (path: string) => mounted.call(sign(key, jsonCall("POST", `/v1/partner/actions/${path}`, body)));
    expect((await send("submit")).status).toBe(200);
    expect((await send("validate")).body).toEqual({ valid: true, errors: [] });
  });

  test("names the fields that are wrong", async () => {
    await fund();
    expect(await validate({ stakeholders: [stakeholder("a", "UNHEARD_OF")] })).toMatchObject({
      valid: false,
      errors: [{ code: "STAKEHOLDER_TYPE_NOT_REGISTERED", field: "stakeholders[0].stakeholderTypeCode" }],
    });
  });

  test("shows the campaign's split, its tier and what stays in the pool", async () => {
    await fund();
    const tier = { minAmount: 0, maxAmount: null, multiplier: 20_000, bonusTokens: 0 };
    const campaign = await makeCampaign(db, {
      ...{ partnerId: partner.id, status: "ACTIVE", actionTypes: ["PURCHASE"], tiers: [tier] },
      splits: [
        { stakeholderTypeCode: "CUSTOMER", shareBps: 7_500 },
        { stakeholderTypeCode: "MERCHANT", shareBps: 2_500 },
      ],
    });
    expect(await validate({ campaignId: campaign.id, amount: 100 })).toMatchObject({
      valid: true,
      preview: {
        tokensTotal: 200,
        returnedToPool: 50,
        tierMatched: 0,
        campaignId: campaign.id,
        poolBalanceAfter: 9_850,
      },
    });
  });
});

describe("a campaign", () => {
  test("that is the default one applies where none is named; its budget is spent and gives out", async () => {
    await fund();
    const { id, name } = await makeCampaign(db, {
      ...{ partnerId: partner.id, status: "ACTIVE", actionTypes: ["PURCHASE"], isDefault: true },
      ...{ multiplier: 20_000, totalTokens: 150 },
    });
    expect(await submit()).toMatchObject({ tokensDistributed: 100 });
    const refused = await mounted.call(submitCall(key, submitBody()));
    expect(refused).toMatchObject({ status: 402, code: "CAMPAIGN_BUDGET_EXCEEDED" });
    expect(await submit({ amount: 25 })).toMatchObject({ tokensDistributed: 50 });
    expect((await read("dashboard/summary")).topCampaigns).toEqual([{ id, name, tokens: 150 }]);
    expect(await told("campaign.budget_exhausted")).toMatchObject([{ totalTokens: 150 }]);
    // It is paused now: what follows is without a campaign.
    expect(await submit()).toMatchObject({ tokensDistributed: 50, campaignId: null });
  });

  test("never gives more than its budget, however many ask at once", async () => {
    const pool = await fund();
    const campaign = await makeCampaign(db, {
      ...{ partnerId: partner.id, status: "ACTIVE", actionTypes: ["PURCHASE"], totalTokens: 100 },
    });
    const bodies = Array.from({ length: 40 }, (_, n) =>
      submitBody({ amount: 7, campaignId: campaign.id, stakeholders: [stakeholder(`cust-${n}`)] }),
    );
    const answers = await Promise.all(bodies.map((body) => mounted.call(submitCall(key, body))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(14);
    expect((await poolRow(pool.id)).distributed).toBe(98);
    expect(await read(`campaigns/${campaign.id}`)).toMatchObject({ tokensDistributed: 98, actionCount: 14 });
  });
});

describe("a pool that refills itself", () => {
  test("does so before a refusal and when it falls low, as often as the month allows", async () => {
    const pool = await makePool(db, {
      ...{ partnerId: partner.id, allocated: 100, lowBalanceThreshold: 50 },
      autoRefill: { enabled: true, threshold: 20, amount: 100, maxPerMonth: 250 },
    });
    await submit({ amount: 150 });
    expect(await poolRow(pool.id)).toMatchObject({ balance: 50, allocated: 200, refilledThisMonth: 100 });
    await submit({ amount: 45 });
    expect(await poolRow(pool.id)).toMatchObject({ balance: 105, allocated: 300, refilledThisMonth: 200 });
    const refused = await mounted.call(submitCall(key, submitBody({ amount: 150 })));
    expect(refused.body).toMatchObject({ code: "INSUFFICIENT_POOL", details: { required: 150, balance: 105 } });
    expect((await told("token_pool.auto_refilled")).map(({ usedThisMonth }) => usedThisMonth)).toEqual([100, 200]);
    await submit({ amount: 80 });
    expect(await told("token_pool.low_balance")).toMatchObject([{ balance: 25, threshold: 50 }]);
    expect(await read(`token-pools/${pool.id}`)).toMatchObject({
      autoRefill: { usedThisMonth: 200, maxPerMonth: 250 },
    });
  });

  test("a pool's own rules: types it does not reward, and a cap for one action", async () => {
    await fund({ allowedActionTypes: ["PURCHASE"], maxTokensPerAction: 40 });
    expect(await submit()).toMatchObject({ tokensDistributed: 40, warnings: ["CAPPED"] });
    const other = submitBody({ actionType: "DONATION" });
    expect((await mounted.call(submitCall(key, other))).body).toMatchObject({ code: "ACTION_TYPE_NOT_REGISTERED" });
  });
});

describe("a request for tokens", () => {
  const ask = (amount: number, by = key) =>
    mounted.call(
      sign(by, jsonCall("POST", "/v1/partner/token-pools/request", { amount, reason: "A large campaign." })),
    );

  test("in the sandbox is granted at once up to 100,000, and waits beyond", async () => {
    const pool = await fund();
    expect(await ask(100_000)).toMatchObject({ status: 202, body: { status: "APPROVED", tokenPoolId: pool.id } });
    expect(await poolRow(pool.id)).toMatchObject({ balance: 110_000, allocated: 110_000 });
    expect(await told("token_pool.allocated")).toMatchObject([{ amount: 100_000, balance: 110_000 }]);
    expect(await told("token_pool.request_updated")).toMatchObject([{ status: "APPROVED", approvedAmount: 100_000 }]);
    expect((await ask(100_001)).body).toMatchObject({ status: "PENDING", approvedAmount: null });
    expect(await ask(100_002)).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    expect((await read("token-pools/requests?status=PENDING")).data).toHaveLength(1);
  });

  test("opens a first pool where there is none, once", async () => {
    const answers = await Promise.all([ask(500), ask(501)]);
    expect(new Set(answers.map(({ body }) => body.tokenPoolId)).size).toBe(1);
    expect(await submit()).toMatchObject({ tokenPoolId: answers[0]!.body.tokenPoolId });
  });

  test("in production always waits", async () => {
    await db.update(partners).set({ productionAccess: "LIVE" }).where(eq(partners.id, partner.id));
    const live = await makeKey(db, { partnerId: partner.id, environment: "production" });
    expect((await ask(10, live)).body).toMatchObject({ status: "PENDING", tokenPoolId: null });
  });
});
