import { and, sql as dsql, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "@/db/client";
import { actions, partnerUsers, tokenPools, transactions } from "@/db/schema/giving";
import { partners } from "@/db/schema/partners";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { type MadeKey, makeKey, makePartner, makePartnerUser, makePool } from "@/db/testing/factories";
import { inTransaction } from "@/lib/domain/context";
import { checkLedger } from "@/lib/domain/giving/ledger/check-ledger";
import { postEntries } from "@/lib/domain/giving/ledger/post-entries";
import { newObjectId } from "@/lib/platform/ids";
import { testCtx } from "@/lib/testing/context";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { sign } from "@/lib/testing/sign";
import { stakeholder, submitBody, submitCall } from "@/lib/testing/worlds";

const { db, sql } = database();

afterAll(async () => {
  expect(await checkLedger(testCtx(new Date()))).toEqual([]);
});

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let key: MadeKey;
  let partnerId: string;
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());
  beforeEach(async () => {
    // Enterprise: the tests below send more than Standard's hundred a minute.
    partnerId = (await makePartner(db, { tier: "ENTERPRISE" })).id;
    key = await makeKey(db, { partnerId });
  });

  const submit = (body: Record<string, unknown>, by = key) => mounted.call(submitCall(by, body));
  const read = (target: string, by = key) => mounted.call(sign(by, { target }));
  const fund = (tokens = 100_000, more: Parameters<typeof makePool>[1] = {}) =>
    makePool(db, { partnerId, allocated: tokens, ...more });
  const refill = (poolId: string, tokens: number) =>
    inTransaction(testCtx(new Date()), async (ctx) => {
      const grown = { balance: dsql`balance + ${tokens}`, allocated: dsql`allocated + ${tokens}` };
      const [pool] = await ctx.db.update(tokenPools).set(grown).where(eq(tokenPools.id, poolId)).returning();
      const movement = { transactionId: newObjectId(), entryType: "ALLOCATION" };
      await postEntries(ctx, { partnerId, environment: "sandbox" }, [
        { ...movement, accountKind: "TREASURY", accountId: null, tokens: -tokens },
        { ...movement, accountKind: "POOL", accountId: poolId, tokens, balanceAfter: pool!.balance },
      ]);
    });
  const poolRow = async (id: string) => (await db.select().from(tokenPools).where(eq(tokenPools.id, id)))[0]!;
  const eventTypes = async () =>
    (
      await db
        .select({ type: events.type })
        .from(events)
        .where(eq(events.partnerId, partnerId))
        .orderBy(events.position)
    ).map((row) => row.type);
  const stored = async () => {
    const own = [actions, transactions, partnerUsers, events, auditRecords] as const;
    const rows = await Promise.all(own.map((table) => db.select().from(table).where(eq(table.partnerId, partnerId))));
    return rows.map((list) => list.length);
  };
  const NOTHING = [0, 0, 0, 0, 0];

  describe("a submit", () => {
    test("credits the stakeholder, draws on the pool, and leaves action, ledger, event and audit", async () => {
      const pool = await fund();
      const body = submitBody({ metadata: { order: "7001" } });
      const answer = await submit(body);
      expect(answer).toMatchObject({
        status: 200,
        body: {
          idempotencyKey: body.idempotencyKey,
          status: "COMPLETED",
          tokensDistributed: 50,
          environment: "sandbox",
          campaignId: null,
          tokenPoolId: pool.id,
          warnings: [],
        },
      });
      const [given] = answer.body.distributions;
      expect(given).toMatchObject({ stakeholderTypeCode: "CUSTOMER", partnerUserId: "cust-314", tokens: 50 });
      expect(answer.body.transactionIds).toEqual([given.transactionId]);
      const balance = await read("/v1/partner/users/cust-314/balance");
      expect(balance.body).toMatchObject({ available: 50, vesting: 0, lifetimeEarned: 50 });
      expect((await read(`/v1/partner/token-pools/${pool.id}`)).body).toMatchObject({
        balance: 99_950,
        distributed: 50,
      });
      const action = await read(`/v1/partner/actions/${answer.body.actionId}`);
      expect(action.body).toMatchObject({
        ...answer.body,
        amount: "49.99",
        amountMinor: 4999,
        metadata: { order: "7001" },
      });
      expect((await eventTypes()).toSorted()).toEqual(["action.completed", "transaction.completed", "user.created"]);
      const audited = await db.select().from(auditRecords).where(eq(auditRecords.targetId, answer.body.actionId));
      expect(audited).toMatchObject([{ action: "action.submitted", actorType: "API_KEY", actorId: key.key.id }]);
      const entries = await read(`/v1/partner/token-pools/${pool.id}/transactions`);
      expect(entries.body.data[0]).toMatchObject({ type: "DISTRIBUTION", tokens: -50, balanceAfter: 99_950 });
    });

    test.each([
      [49.99, 50],
      ["49.99", 50],
      ["12.50", 13],
      [12.5, 13],
      ["0.50", 1],
    ])("of %j gives %d tokens", async (amount, tokens) => {
      await fund();
      expect((await submit(submitBody({ amount }))).body).toMatchObject({ tokensDistributed: tokens, warnings: [] });
    });

    test("of too little completes with a warning, and credits nobody", async () => {
      const pool = await fund();
      const answer = await submit(submitBody({ amount: 0.49 }));
      expect(answer.body).toMatchObject({
        status: "COMPLETED",
        tokensDistributed: 0,
        transactionIds: [],
        distributions: [],
        warnings: ["ZERO_REWARD"],
      });
      expect((await poolRow(pool.id)).distributed).toBe(0);
    });

    test("divides among three as 34, 33, 33", async () => {
      await fund();
      const stakeholders = ["a", "b", "c"].map((id) => stakeholder(id));
      const answer = await submit(submitBody({ amount: 100, stakeholders }));
      expect(answer.body.distributions.map((each: { tokens: number }) => each.tokens)).toEqual([34, 33, 33]);
    });

    test("credits one person who stands for two types twice, and creates them once", async () => {
      await fund();
      const stakeholders = [stakeholder("same", "CUSTOMER"), stakeholder("same", "DONOR")];
      expect((await submit(submitBody({ amount: 3, stakeholders }))).body.tokensDistributed).toBe(3);
      expect((await read("/v1/partner/users/same/balance")).body.available).toBe(3);
    });

    test("gives fewer tokens than people to the first ones only", async () => {
      await fund();
      const stakeholders = ["a", "b", "c"].map((id) => stakeholder(id));
      const answer = await submit(submitBody({ amount: 2, stakeholders }));
      expect(answer.body.distributions).toHaveLength(2);
      expect((await read("/v1/partner/users/c/balance")).body.available).toBe(0);
    });

    test("counts hours without a currency", async () => {
      await fund();
      const { currency: _, ...body } = submitBody({ actionType: "VOLUNTEER", amount: "2.5" });
      const answer = await submit(body);
      expect(answer.body.tokensDistributed).toBe(3);
      expect((await read(`/v1/partner/actions/${answer.body.actionId}`)).body).toMatchObject({
        amount: "2.5",
        amountMinor: null,
        currency: null,
      });
    });

    test("draws on the pool it names rather than the default one", async () => {
      const usual = await fund();
      const named = await fund(500, { isDefault: false });
      expect((await submit(submitBody({ tokenPoolId: named.id }))).body.tokenPoolId).toBe(named.id);
      expect([(await poolRow(usual.id)).balance, (await poolRow(named.id)).balance]).toEqual([100_000, 450]);
    });

    test("does not overwrite a user who exists", async () => {
      await fund();
      await makePartnerUser(db, { partnerId, externalId: "cust-314", firstName: "Jane" });
      await submit(submitBody({ stakeholders: [{ ...stakeholder(), userFirstName: "Other" }] }));
      expect((await read("/v1/partner/users/cust-314")).body.firstName).toBe("Jane");
      expect(await eventTypes()).not.toContain("user.created");
    });
  });

  describe("a refusal that stores nothing", () => {
    const refused: [code: string, body: Record<string, unknown>][] = [
      ["ACTION_TYPE_NOT_REGISTERED", { actionType: "UNHEARD_OF" }],
      ["STAKEHOLDER_TYPE_NOT_REGISTERED", { stakeholders: [stakeholder("a", "UNHEARD_OF")] }],
      ["UNKNOWN_USER", { autoCreateUsers: false }],
      ["CURRENCY_NOT_SUPPORTED", { currency: "EUR" }],
      ["POOL_NOT_FOUND", { tokenPoolId: newObjectId() }],
      ["CAMPAIGN_NOT_FOUND", { campaignId: newObjectId() }],
      ["VALIDATION_ERROR", { currency: undefined }],
      ["VALIDATION_ERROR", { amount: "1.234" }],
      ["VALIDATION_ERROR", { occurredAt: "2020-01-01T00:00:00.000Z" }],
      ["VALIDATION_ERROR", { occurredAt: "2999-01-01T00:00:00.000Z" }],
    ];
    test.each(refused)("%s: %j; the key is free afterwards", async (code, change) => {
      await fund();
      const idempotencyKey = `order-${newObjectId()}`;
      expect((await submit(submitBody({ idempotencyKey, ...change }))).code).toBe(code);
      expect(await stored()).toEqual(NOTHING);
      expect((await submit(submitBody({ idempotencyKey }))).status).toBe(200);
    });

    test("an inactive user receives nothing, and nobody beside them", async () => {
      await fund();
      await makePartnerUser(db, { partnerId, externalId: "gone", status: "INACTIVE" });
      const stakeholders = [stakeholder("here"), stakeholder("gone")];
      const answer = await submit(submitBody({ stakeholders }));
      expect(answer).toMatchObject({ status: 422, code: "USER_INACTIVE" });
      expect(answer.body.details).toMatchObject([{ field: "stakeholders[1].partnerUserId" }]);
      expect((await read("/v1/partner/users/here")).status).toBe(404);
    });
  });

  describe("a refusal that is stored", () => {
    test("an empty pool is told once, and again only after a credit", async () => {
      const { id } = await fund(50);
      const depleted = async () => (await eventTypes()).filter((type) => type === "token_pool.depleted").length;
      expect((await submit(submitBody({ amount: 20 }))).status).toBe(200);
      expect(await depleted()).toBe(0);
      expect((await submit(submitBody({ amount: 30 }))).status).toBe(200);
      expect(await depleted()).toBe(1);
      expect((await submit(submitBody({ amount: 30 }))).status).toBe(402);
      expect(await depleted()).toBe(1);
      await refill(id, 10);
      expect((await submit(submitBody({ amount: 30 }))).status).toBe(402);
      expect((await submit(submitBody({ amount: 30 }))).status).toBe(402);
      expect(await depleted()).toBe(2);
      const [told] = await db
        .select({ body: events.body })
        .from(events)
        .where(and(eq(events.partnerId, partnerId), eq(events.type, "token_pool.depleted")))
        .orderBy(events.position);
      expect(JSON.parse(told!.body).data).toEqual({ environment: "sandbox", tokenPoolId: id, balance: 0 });
    });

    test("402: the action is kept as failed with its event, and runs under the same id after a refill", async () => {
      const pool = await fund(49);
      const body = submitBody();
      for (const _ of [1, 2]) {
        const answer = await submit(body);
        expect(answer).toMatchObject({ status: 402, code: "INSUFFICIENT_POOL" });
        expect(answer.body.details).toMatchObject({ required: 50, balance: 49 });
      }
      const [failed] = await db.select().from(actions).where(eq(actions.partnerId, partnerId));
      expect(failed).toMatchObject({ status: "FAILED", tokensDistributed: 0, failureCode: "INSUFFICIENT_POOL" });
      expect((await eventTypes()).toSorted()).toEqual(["action.failed", "action.failed", "token_pool.depleted"]);
      expect((await read("/v1/partner/users/cust-314")).status).toBe(404);
      await refill(pool.id, 60);
      const served = await submit(body);
      expect(served).toMatchObject({ status: 200, body: { actionId: failed!.id, tokensDistributed: 50 } });
      expect((await read(`/v1/partner/actions/${failed!.id}`)).body).toMatchObject({
        status: "COMPLETED",
        failureCode: null,
      });
    });

    test.each(["PAUSED", "CLOSED"] as const)("409: a pool that is %s", async (status) => {
      await fund(100, { status });
      const body = submitBody();
      expect(await submit(body)).toMatchObject({ status: 409, code: "POOL_NOT_ACTIVE" });
      expect(await eventTypes()).toEqual(["action.failed"]);
      await db.update(tokenPools).set({ status: "ACTIVE" }).where(eq(tokenPools.partnerId, partnerId));
      expect((await submit(body)).status).toBe(200);
    });
  });

  describe("idempotency", () => {
    test("the same payload gives the first answer again, byte for byte, and says so", async () => {
      const pool = await fund();
      const body = submitBody();
      const first = await submit(body);
      const again = await submit(body);
      expect(again.text).toBe(first.text);
      expect([first.headers["x-idempotent-replay"], again.headers["x-idempotent-replay"]]).toEqual([undefined, "true"]);
      expect((await poolRow(pool.id)).distributed).toBe(50);
    });

    test("the order of fields makes no difference, nor do spaces", async () => {
      await fund();
      const body = submitBody({ metadata: { a: 1, b: 2 } });
      const first = await submit(body);
      const reversed = Object.fromEntries(Object.entries({ ...body, metadata: { b: 2, a: 1 } }).toReversed());
      expect((await submit(reversed)).text).toBe(first.text);
    });

    test.each([{ amount: 50 }, { metadata: { a: 1 } }, { stakeholders: [stakeholder("other")] }, { description: "x" }])(
      "another payload is refused: %j",
      async (change) => {
        await fund();
        const body = submitBody();
        await submit(body);
        expect(await submit({ ...body, ...change })).toMatchObject({ status: 409, code: "IDEMPOTENCY_KEY_REUSED" });
      },
    );

    test("a partner with the compatibility flag hears 409 with the original body in the envelope", async () => {
      await fund();
      await db.update(partners).set({ legacyReplay409: true }).where(eq(partners.id, partnerId));
      const body = submitBody();
      const first = await submit(body);
      expect(first.status).toBe(200);
      const again = await submit(body);
      expect(again).toMatchObject({ status: 409, code: "IDEMPOTENT", body: first.body });
    });

    test("of twenty at once one takes effect, and all hear the same", async () => {
      const pool = await fund();
      const body = submitBody();
      const answers = await Promise.all(Array.from({ length: 20 }, () => submit(body)));
      expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
      expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
      expect(answers.filter((answer) => answer.headers["x-idempotent-replay"] === undefined)).toHaveLength(1);
      expect((await poolRow(pool.id)).distributed).toBe(50);
      expect((await read("/v1/partner/users/cust-314/balance")).body.available).toBe(50);
      expect(await eventTypes()).toHaveLength(3);
    });

    test("while the first is still running after the wait, the next hears so and when to come back", async () => {
      await fund();
      const body = submitBody();
      const name = `${partnerId}:sandbox:${body.idempotencyKey}`;
      const answer = await sql.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
        return submit(body);
      });
      expect(answer).toMatchObject({ status: 409, code: "IDEMPOTENCY_IN_PROGRESS", headers: { "retry-after": "1" } });
      expect((await submit(body)).status).toBe(200);
    });

    test("a key is another one for another environment, and for another partner", async () => {
      await fund();
      const body = submitBody();
      const first = await submit(body);
      await db.update(partners).set({ productionAccess: "LIVE" }).where(eq(partners.id, partnerId));
      await fund(1_000, { environment: "production" });
      const live = await makeKey(db, { partnerId, environment: "production" });
      const stranger = await makeKey(db);
      await makePool(db, { partnerId: stranger.key.partnerId });
      await vi.waitFor(async () => expect((await submit({ ...body, amount: 7 }, live)).status).toBe(200), 20_000);
      const other = await submit({ ...body, amount: 8 }, stranger);
      expect(other).toMatchObject({ status: 200, body: { tokensDistributed: 8 } });
      expect(other.body.actionId).not.toBe(first.body.actionId);
    });
  });

  describe("at once", () => {
    test("64 actions never overdraw a pool, and what they take is exactly what users have", async () => {
      const pool = await fund(1_000);
      const answers = await Promise.all(
        Array.from({ length: 64 }, (_, index) =>
          submit(submitBody({ stakeholders: [stakeholder(`user-${index % 8}`)] })),
        ),
      );
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(20);
      expect(answers.filter((answer) => answer.code === "INSUFFICIENT_POOL")).toHaveLength(44);
      expect(await poolRow(pool.id)).toMatchObject({ balance: 0, distributed: 1_000 });
      expect((await read(`/v1/partner/token-pools/${pool.id}`)).body.status).toBe("DEPLETED");
      const users = await db.select().from(partnerUsers).where(eq(partnerUsers.partnerId, partnerId));
      expect(users.reduce((sum, user) => sum + user.available, 0)).toBe(1_000);
    });

    test("actions that name the same people in opposite orders do not block each other", async () => {
      await fund();
      const people = ["a", "b", "c", "d"].map((id) => stakeholder(id));
      const answers = await Promise.all(
        Array.from({ length: 24 }, (_, index) =>
          submit(submitBody({ amount: 4, stakeholders: index % 2 ? people : people.toReversed() })),
        ),
      );
      expect(answers.every((answer) => answer.status === 200)).toBe(true);
      expect((await read("/v1/partner/users/a/balance")).body.available).toBe(24);
    });
  });

  describe("lists", () => {
    test("page, sort and filter", async () => {
      await fund();
      const made = [];
      for (const [index, id] of ["a", "b", "a"].entries()) {
        made.push(await submit(submitBody({ amount: index + 1, stakeholders: [stakeholder(id)] })));
      }
      const ids = (answer: { body: { data: { actionId: string }[] } }) => answer.body.data.map((row) => row.actionId);
      const all = made.map((answer) => answer.body.actionId);
      const newest = await read("/v1/partner/actions?limit=2");
      expect(newest.body.pagination).toEqual({ page: 1, limit: 2, total: 3, totalPages: 2 });
      expect(new Set([...ids(newest), ...ids(await read("/v1/partner/actions?limit=2&page=2"))])).toEqual(new Set(all));
      expect(ids(await read("/v1/partner/actions?externalId=a")).toSorted()).toEqual([all[0], all[2]].toSorted());
      const named = `/v1/partner/actions?idempotencyKey=${made[1]!.body.idempotencyKey}`;
      expect(ids(await read(named))).toEqual([all[1]]);
      expect(ids(await read("/v1/partner/actions?status=FAILED"))).toEqual([]);
      expect((await read("/v1/partner/users?search=A&sort=createdAt")).body.data).toMatchObject([{ externalId: "a" }]);
      expect((await read("/v1/partner/users?search=%25")).body.data).toEqual([]);
    });

    test.each([
      "page=0",
      "limit=101",
      "limit=x",
      "page=1&page=2",
      "sort=name",
      "unknown=1",
      "__proto__=1",
      "from=yesterday",
      "search=%00",
    ])("refuse ?%s", async (query) => {
      expect(await read(`/v1/partner/users?${query}`)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    });
  });

  test("a signed-in owner submits by the same rules, and the audit names the person", async () => {
    const { makePortalUser } = await import("@/db/testing/factories");
    const { tokenFor, withToken } = await import("@/lib/testing/worlds");
    await fund();
    const owner = await makePortalUser(db, { partnerId });
    const { headers: _, ...call } = submitCall(key, submitBody());
    const headers = { "Content-Type": "application/json" };
    const answer = await mounted.call(withToken(await tokenFor(owner), { ...call, headers }));
    expect(answer.status).toBe(200);
    const [row] = await db
      .select()
      .from(auditRecords)
      .where(and(eq(auditRecords.targetId, answer.body.actionId), eq(auditRecords.partnerId, partnerId)));
    expect(row).toMatchObject({ actorType: "PARTNER_USER", actorId: owner.id });
  });
});
