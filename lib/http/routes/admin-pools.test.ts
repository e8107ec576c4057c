import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { campaigns } from "@/db/schema/campaigns";
import { mails } from "@/db/schema/mails";
import { auditRecords } from "@/db/schema/records";
import { makeCampaign, makeKey, makePartner, makePool, type PartnerRow } from "@/db/testing/factories";
import { connection } from "@/lib/domain/connection";
import { checkLedger } from "@/lib/domain/giving/ledger/check-ledger";
import { adminRoutes } from "@/lib/http/routes/admin";
import { newObjectId } from "@/lib/platform/ids";
import { type SignedInAdmin, signInAdmin } from "@/lib/testing/admins";
import { testCtx } from "@/lib/testing/context";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";
import { submitBody, submitCall, withToken } from "@/lib/testing/worlds";

const db = connection();
const REASON = "Agreed with the partner";
let admin: Mounted;
let giving: Mounted;
let operator: SignedInAdmin;
let partner: PartnerRow;
beforeAll(async () => {
  const { start } = mounts[0]!;
  [admin, giving, operator] = await Promise.all([start(adminRoutes), start(), signInAdmin({ role: "OPERATOR" })]);
});
afterAll(async () => {
  await Promise.all([admin.close(), giving.close()]);
  expect(await checkLedger(testCtx(new Date()))).toEqual([]);
});
beforeEach(async () => {
  partner = await makePartner(db, { productionAccess: "LIVE" });
});

const base = "/api/v1/admin/partners";
const call = (method: string, path: string, body: Record<string, unknown>) =>
  admin.call(withToken(operator.token, jsonCall(method, `${base}/${path}`, { reason: REASON, ...body })));
const pools = () => `${partner.id}/token-pools`;
const create = (body: Record<string, unknown> = {}) =>
  call("POST", pools(), { name: "Main pool", environment: "production", amount: 1_000, ...body });

describe("a new pool", () => {
  test("is the default one of its environment if it is the first, and a later one only where asked", async () => {
    const first = await create();
    expect(first).toMatchObject({ status: 201, body: { balance: 1_000, allocated: 1_000, isDefault: true } });
    const second = await create({ name: "Second" });
    expect(second.body).toMatchObject({ isDefault: false });
    expect((await create({ name: "Third", isDefault: true })).body).toMatchObject({ isDefault: true });
    const { body } = await admin.call(withToken(operator.token, { target: `${base}/${pools()}` }));
    expect(body.data.map((pool: { name: string; isDefault: boolean }) => [pool.name, pool.isDefault])).toEqual([
      ["Main pool", false],
      ["Second", false],
      ["Third", true],
    ]);
  });

  test("in production waits for production access", async () => {
    partner = await makePartner(db, { productionAccess: "REQUESTED" });
    expect(await create()).toMatchObject({ status: 403, code: "PRODUCTION_NOT_APPROVED" });
    expect(await create({ environment: "sandbox", amount: 0 })).toMatchObject({ status: 201, body: { balance: 0 } });
  });

  test.each([
    [{ vesting: { type: "LINEAR", durationDays: 100, intervalDays: 30 } }, "restrictions.vesting.intervalDays"],
    [
      { vesting: { type: "CLIFF", cliffDays: 90 }, expiration: { type: "AFTER_ISSUE", days: 60 } },
      "restrictions.expiration.days",
    ],
    [{ vesting: { type: "CLIFF" } }, "restrictions.vesting.cliffDays"],
    [{ redemption: { enabled: true, allowedUses: ["LOTTERY"] } }, "restrictions.redemption.allowedUses[0]"],
  ])("with restrictions that cannot hold together is refused: %j", async (restrictions, field) => {
    const answer = await create({ restrictions });
    expect(answer).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    expect(answer.body.details.map((each: { field: string }) => each.field)).toContain(field);
  });
});

describe("tokens", () => {
  const move = (poolId: string, what: string, body: Record<string, unknown>) =>
    call("POST", `${pools()}/${poolId}/${what}`, body);

  test("are added and taken once for each reference, never beyond the balance", async () => {
    const { body: pool } = await create();
    const once = { amount: 500, reference: "order 12" };
    const answers = await Promise.all([1, 2, 3].map(() => move(pool.id, "allocate", once)));
    expect(answers.map(({ status, body }) => [status, body.balance])).toEqual(Array(3).fill([200, 1_500]));
    expect(await move(pool.id, "allocate", { ...once, amount: 501 })).toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
    expect(await move(pool.id, "withdraw", { amount: 1_501, reference: "back" })).toMatchObject({
      status: 402,
      body: { details: { required: 1_501, balance: 1_500 } },
    });
    expect((await move(pool.id, "withdraw?dryRun=true", { amount: 600, reference: "back" })).body.balance).toBe(900);
    expect((await move(pool.id, "withdraw", { amount: 600, reference: "back" })).body).toMatchObject({
      ...{ balance: 900, allocated: 1_500, withdrawn: 600 },
    });
    const records = await db.select().from(auditRecords).where(eq(auditRecords.targetId, pool.id));
    const done = records.map(({ action, reason, actorType }) => ({ action, reason, actorType }));
    for (const action of ["token_pool.allocated", "token_pool.withdrawn"]) {
      expect(done).toContainEqual({ action, reason: REASON, actorType: "ADMIN" });
    }
  });

  test("are not added to a closed pool, whose campaigns pause; nothing opens it again", async () => {
    const { body: pool } = await create();
    const { id } = await makeCampaign(db, {
      ...{ partnerId: partner.id, environment: "production", status: "ACTIVE", tokenPoolId: pool.id },
    });
    const patch = (body: Record<string, unknown>) => call("PATCH", `${pools()}/${pool.id}`, body);
    expect((await patch({ status: "CLOSED" })).body).toMatchObject({ status: "CLOSED" });
    const [campaign] = await db.select().from(campaigns).where(eq(campaigns.id, id));
    expect(campaign).toMatchObject({ status: "PAUSED", pauseReason: "POOL_CLOSED" });
    expect(await move(pool.id, "allocate", { amount: 1, reference: "x" })).toMatchObject({ code: "POOL_NOT_ACTIVE" });
    expect(await patch({ status: "ACTIVE" })).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
  });

  test("of another partner are not found, and a terminated partner's record is only read", async () => {
    const { id: poolId } = await makePool(db);
    expect(await move(poolId, "allocate", { amount: 1, reference: "x" })).toMatchObject({ code: "POOL_NOT_FOUND" });
    partner = await makePartner(db, { status: "TERMINATED" });
    expect(await create()).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    const unknown = `${newObjectId()}/token-pools`;
    expect(await call("POST", unknown, { name: "x", environment: "sandbox", amount: 1 })).toMatchObject({
      code: "PARTNER_NOT_FOUND",
    });
  });

  test("keep the terms they were issued under when a pool's change", async () => {
    const pool = await makePool(db, { partnerId: partner.id });
    const key = await makeKey(db, { partnerId: partner.id });
    await giving.call(submitCall(key, submitBody()));
    await call("PATCH", `${pools()}/${pool.id}`, { restrictions: { vesting: { type: "CLIFF", cliffDays: 30 } } });
    await giving.call(submitCall(key, submitBody()));
    const balance = await giving.call(sign(key, { target: "/v1/partner/users/cust-314/balance" }));
    expect(balance.body).toMatchObject({ available: 50, vesting: 50 });
  });

  test("are redeemed by the rules of their lots, once for each reference", async () => {
    const key = await makeKey(db, { partnerId: partner.id });
    await makePool(db, {
      partnerId: partner.id,
      restrictions: {
        ...{ vesting: { type: "NONE" }, expiration: { type: "NONE" } },
        redemption: { enabled: true, minTokens: 10, maxTokensPerDay: 30, allowedUses: ["GIFT_CARD"] },
      },
    });
    await giving.call(submitCall(key, submitBody()));
    const redeem = (body: Record<string, unknown>) =>
      call("POST", `${partner.id}/users/cust-314/redemptions`, {
        ...{ environment: "sandbox", use: "GIFT_CARD", reference: newObjectId(), tokens: 20, ...body },
      });
    const card = { reference: "card-1" };
    const [first, again] = [await redeem(card), await redeem(card)];
    expect(first).toMatchObject({ status: 201, body: { tokens: 20, use: "GIFT_CARD" } });
    expect(again.body).toEqual(first.body);
    for (const refused of [{ use: "DONATION" }, { tokens: 9 }, { tokens: 11 }]) {
      expect(await redeem(refused)).toMatchObject({ status: 422, code: "REDEMPTION_NOT_ALLOWED" });
    }
    expect((await redeem({ tokens: 11 })).body.details).toMatchObject({ requested: 11, redeemable: 10 });
    expect(await redeem({ ...card, tokens: 21 })).toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
    const balance = await giving.call(sign(key, { target: "/v1/partner/users/cust-314/balance" }));
    expect(balance.body).toMatchObject({ available: 30, redeemed: 20, lifetimeEarned: 50 });
  });
});

describe("a request for tokens", () => {
  const ask = async (environment: "sandbox" | "production") => {
    const key = await makeKey(db, { partnerId: partner.id, environment });
    const body = { amount: 500_000, reason: "A large campaign in spring." };
    const answer = await giving.call(sign(key, jsonCall("POST", "/v1/partner/token-pools/request", body)));
    return answer.body.id as string;
  };
  const decide = (id: string, what: string, body: Record<string, unknown> = {}) =>
    call("POST", `token-pool-requests/${id}/${what}`, body);

  test("that is approved adds what was granted, and opens a first pool where there is none", async () => {
    const first = await decide(await ask("sandbox"), "approve", { approvedAmount: 200_000, note: "For a start" });
    expect(first).toMatchObject({ status: 200, body: { status: "APPROVED", approvedAmount: 200_000 } });
    const second = await decide(await ask("sandbox"), "approve");
    expect(second.body).toMatchObject({ tokenPoolId: first.body.tokenPoolId, approvedAmount: 500_000 });
    const { body } = await admin.call(withToken(operator.token, { target: `${base}/${pools()}` }));
    expect(body.data).toMatchObject([{ environment: "sandbox", balance: 700_000 }]);
    const told = await db.select().from(mails).where(eq(mails.recipient, partner.contactEmail));
    expect(told.map(({ subject }) => subject.replace(/^.*: /, "")).toSorted()).toEqual([
      "200,000 tokens were added to your pool",
      "500,000 tokens were added to your pool",
    ]);
  });

  test("is decided once", async () => {
    const id = await ask("sandbox");
    expect((await decide(id, "reject", { note: "Not this month." })).body).toMatchObject({
      ...{ status: "REJECTED", decisionNote: "Not this month." },
    });
    expect(await decide(id, "approve")).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    expect(await decide(`tpr_${newObjectId()}`, "approve")).toMatchObject({ code: "POOL_REQUEST_NOT_FOUND" });
  });
});
