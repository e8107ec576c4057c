import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { actions, transactions } from "@/db/schema/giving";
import { type MadeKey, makeKey, makePartner, makePartnerUser, makePool } from "@/db/testing/factories";
import { makeTransaction } from "@/db/testing/make-transaction";
import { newObjectId } from "@/lib/platform/ids";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { sign } from "@/lib/testing/sign";
import { stakeholder, submitBody, submitCall } from "@/lib/testing/worlds";

const { db } = database();
const LIST = "/v1/partner/transactions";
const at = (day: number, hour = 0) => new Date(Date.UTC(2026, 0, day, hour));

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let key: MadeKey;
  let partnerId: string;
  let poolId: string;
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());
  beforeEach(async () => {
    partnerId = (await makePartner(db, { tier: "ENTERPRISE" })).id;
    key = await makeKey(db, { partnerId });
    poolId = (await makePool(db, { partnerId })).id;
  });

  const read = (target: string) => mounted.call(sign(key, { target }));
  const make = (more: Partial<typeof transactions.$inferInsert> = {}) =>
    makeTransaction(db, { partnerId, tokenPoolId: poolId, ...more });
  const page = async (query = "", path = LIST) => {
    const { body } = await read(`${path}?${query}`);
    return { ids: body.data.map((row: { id: string }) => row.id), total: body.pagination.total };
  };

  test("a reward shows as the transactions it consists of", async () => {
    const people = [stakeholder("a"), stakeholder("b", "NONPROFIT")];
    const { body: action } = await mounted.call(submitCall(key, submitBody({ stakeholders: people })));
    const answer = await read(`${LIST}/${action.transactionIds[0]}`);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        ...{ id: action.transactionIds[0], type: "DISTRIBUTION", status: "COMPLETED", tokens: 25, externalId: "a" },
        ...{ stakeholderTypeCode: "CUSTOMER", actionId: action.actionId, campaignId: null, tokenPoolId: poolId },
        ...{ reversesTransactionId: null, vestingUntil: null, expiresAt: null, createdAt: action.createdAt },
      },
    });
    expect((await page()).ids.toSorted()).toEqual(action.transactionIds.toSorted());
    expect(await page("", "/v1/partner/users/b/transactions")).toEqual({ ids: [action.transactionIds[1]], total: 1 });
  });

  test("the list filters by everything it names, alone and together", async () => {
    const pool = await makePool(db, { partnerId, isDefault: false });
    const user = await makePartnerUser(db, { partnerId });
    const campaignId = newObjectId();
    const { body: action } = await mounted.call(submitCall(key, submitBody()));
    const [rewarded] = action.transactionIds;
    const { id: first } = await make({ createdAt: at(1, 6), partnerUserId: user.id });
    const { id: second } = await make({ createdAt: at(2, 6), type: "REVERSAL", partnerUserId: user.id });
    const { id: third } = await make({ createdAt: at(3, 6), status: "REVERSED", tokenPoolId: pool.id, campaignId });
    const only = async (query: string, ...ids: string[]) =>
      expect([query, await page(query)]).toEqual([query, { ids, total: ids.length }]);

    await only("", rewarded, third, second, first);
    await only("sort=createdAt", first, second, third, rewarded);
    await only("type=REVERSAL", second);
    await only("status=REVERSED", third);
    await only("status=COMPLETED&type=DISTRIBUTION", rewarded, first);
    await only(`tokenPoolId=${pool.id}`, third);
    await only(`campaignId=${campaignId}`, third);
    await only(`campaignId=${newObjectId()}`);
    await only(`actionId=${action.actionId}`, rewarded);
    await only(`externalId=${user.externalId}`, second, first);
    await only(`externalId=${user.externalId}&type=DISTRIBUTION`, first);
    await only("externalId=nobody");
    await only(`from=${at(2).toISOString()}&to=${at(4).toISOString()}`, third, second);
    await only(`from=${at(1, 6).toISOString()}&to=${at(2, 6).toISOString()}`, first);
    await only(`from=${at(1, 7).toISOString()}&to=${at(3, 7).toISOString()}&type=REVERSAL`, second);
    await only(`from=${at(1, 6).toISOString()}&to=${at(1, 7).toISOString()}`, first);
    await only(`from=${at(3).toISOString()}&to=${at(1).toISOString()}`);
    await only("from=9999-12-31T23:00:00Z");
    await only("to=0001-01-01T00:00:00Z");
    await only(`externalId=${user.externalId}&from=${at(2).toISOString()}`, second);
    const own = `/v1/partner/users/${user.externalId}/transactions`;
    expect(await page("", own)).toEqual({ ids: [second, first], total: 2 });
    expect(await page("type=REVERSAL", own)).toEqual({ ids: [second], total: 1 });
    expect(await page("limit=1&page=2", own)).toEqual({ ids: [first], total: 2 });
  });

  test("the pages of any size hold every row once, in order, with the exact total", async () => {
    const made: string[] = [];
    for (const day of [1, 1, 1, 2, 5, 5, 9]) made.push((await make({ createdAt: at(day) })).id);
    const [, ordered] = [
      made,
      (
        await db
          .select({ id: transactions.id })
          .from(transactions)
          .where(eq(transactions.partnerId, partnerId))
          .orderBy(transactions.createdAt, transactions.id)
      ).map((row) => row.id),
    ];
    for (const limit of [1, 2, 3, 7, 100]) {
      for (const sort of ["createdAt", "-createdAt"]) {
        const seen: string[] = [];
        for (let n = 1; n <= Math.ceil(7 / limit); n++) {
          const { ids, total } = await page(`limit=${limit}&page=${n}&sort=${sort}`);
          expect(total).toBe(7);
          seen.push(...ids);
        }
        expect(seen).toEqual(sort === "createdAt" ? ordered : ordered.toReversed());
      }
    }
    expect(await page("page=999999999")).toEqual({ ids: [], total: 7 });
  });

  test.each(["type=GIFT", "status=FAILED", "sort=tokens", "actionId=x", "tokenPoolId=x", "from=0000-01-01T00:00:00Z"])(
    "refuses ?%s",
    async (query) => {
      expect(await read(`${LIST}?${query}`)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
    },
  );

  test("an unknown id is not found, of whatever form", async () => {
    for (const id of [newObjectId(), "x", "%27"]) {
      expect(await read(`${LIST}/${id}`)).toMatchObject({ status: 404, code: "TRANSACTION_NOT_FOUND" });
    }
    expect(await read("/v1/partner/users/nobody/transactions")).toMatchObject({ code: "USER_NOT_FOUND" });
  });

  test("the stakeholder types are those registered for the partner", async () => {
    const shipped = await read("/v1/partner/stakeholder-types");
    expect(shipped.body.data).toHaveLength(8);
    expect(shipped.body.data[0]).toMatchObject({ code: "CUSTOMER", name: "Customer", isSystem: true });
    const own = await makePartner(db, { stakeholderTypes: ["DONOR", "GOLD_MEMBER"] });
    const ownKey = await makeKey(db, { partnerId: own.id });
    const answer = await mounted.call(sign(ownKey, { target: "/v1/partner/stakeholder-types" }));
    expect(answer.body.data).toMatchObject([
      { code: "DONOR", isSystem: true },
      { code: "GOLD_MEMBER", name: "Gold member", isSystem: false },
    ]);
  });
});

describe("tallies", () => {
  const ofRows = (table: "transactions" | "actions", partnerId: string) => {
    const [type, tokens] = table === "transactions" ? ["type", "sum(tokens)::int"] : ["action_type", "0"];
    return db.execute(sql`
      select date_trunc('day', created_at, 'UTC')::text as day, ${sql.raw(type!)} as type, status,
        count(*)::int as count, ${sql.raw(tokens!)} as tokens
      from ${sql.raw(table)} where partner_id = ${partnerId} group by 1, 2, 3 order by 1, 2, 3`);
  };
  const ofTallies = (table: "transactions" | "actions", partnerId: string) => {
    const [type, tokens] = table === "transactions" ? ["type", "sum(tokens)::int"] : ["action_type", "0"];
    return db.execute(sql`
      select day::text, ${sql.raw(type!)} as type, status, sum(count)::int as count, ${sql.raw(tokens!)} as tokens
      from ${sql.raw(table.slice(0, -1))}_tallies where partner_id = ${partnerId}
      group by 1, 2, 3 having sum(count) <> 0 order by 1, 2, 3`);
  };

  test("say what the rows say after inserts, changes and deletions, at once and rolled back", async () => {
    const { id: partnerId } = await makePartner(db);
    const { id: tokenPoolId } = await makePool(db, { partnerId });
    const made = await Promise.all(
      Array.from({ length: 30 }, (_, n) => makeTransaction(db, { partnerId, tokenPoolId, createdAt: at(1 + (n % 3)) })),
    );
    await Promise.all(
      made
        .slice(0, 10)
        .map(({ id }) => db.update(transactions).set({ status: "REVERSED" }).where(eq(transactions.id, id))),
    );
    await db.delete(transactions).where(eq(transactions.id, made[11]!.id));
    const undone = db.transaction(async (tx) => {
      await makeTransaction(tx as unknown as typeof db, { partnerId, tokenPoolId });
      tx.rollback();
    });
    await expect(undone).rejects.toThrow();
    const rows = await ofRows("transactions", partnerId);
    expect(rows.length).toBeGreaterThan(3);
    expect([...(await ofTallies("transactions", partnerId))]).toEqual([...rows]);
  });

  test("follow an action through refusal and success", async () => {
    const mounted = await mounts[0]!.start();
    const { id: partnerId } = await makePartner(db);
    const key = await makeKey(db, { partnerId });
    const pool = await makePool(db, { partnerId, allocated: 10 });
    const body = submitBody();
    expect((await mounted.call(submitCall(key, body))).code).toBe("INSUFFICIENT_POOL");
    expect([...(await ofTallies("actions", partnerId))]).toMatchObject([{ status: "FAILED", count: 1 }]);
    const second = await makePool(db, { partnerId, isDefault: false });
    expect(pool.id).not.toBe(second.id);
    const paid = submitBody({ tokenPoolId: second.id });
    expect((await mounted.call(submitCall(key, paid))).status).toBe(200);
    await db
      .update(actions)
      .set({ status: "REVERSED" })
      .where(and(eq(actions.partnerId, partnerId), eq(actions.status, "COMPLETED")));
    expect([...(await ofTallies("actions", partnerId))]).toEqual([...(await ofRows("actions", partnerId))]);
    await mounted.close();
  });
});
