import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { apiRequests } from "@/db/schema/records";
import { deliveries } from "@/db/schema/webhooks";
import {
  type MadeKey,
  makeDelivery,
  makeKey,
  makePartner,
  makePartnerUser,
  makePool,
  makeWebhook,
} from "@/db/testing/factories";
import { makeTransaction } from "@/db/testing/make-transaction";
import { METRICS } from "@/lib/domain/giving/dashboard/schemas";
import { newPrefixedId } from "@/lib/platform/ids";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { sign } from "@/lib/testing/sign";
import { stakeholder, submitBody, submitCall } from "@/lib/testing/worlds";

const { db } = database();
const SUMMARY = "/v1/partner/dashboard/summary";
const TIMESERIES = "/v1/partner/dashboard/timeseries";
const at = (day: number, hour = 0, month = 0) => new Date(Date.UTC(2026, month, day, hour));
const span = (from: Date, to: Date) => `from=${from.toISOString()}&to=${to.toISOString()}`;

describe.each(mounts)("through $name", ({ start }) => {
  let mounted: Mounted;
  let key: MadeKey;
  let partnerId: string;
  let tokenPoolId: string;
  beforeAll(async () => {
    mounted = await start();
  });
  afterAll(() => mounted.close());
  beforeEach(async () => {
    partnerId = (await makePartner(db, { tier: "ENTERPRISE" })).id;
    key = await makeKey(db, { partnerId });
    tokenPoolId = (await makePool(db, { partnerId })).id;
  });

  const read = (target: string) => mounted.call(sign(key, { target }));
  const make = (more: object) => makeTransaction(db, { partnerId, tokenPoolId, ...more });
  const answered = (status: number, when: Date) =>
    db.insert(apiRequests).values({
      ...{ id: newPrefixedId("req"), partnerId, environment: "sandbox", method: "GET", route: "/v1", status },
      ...{ durationUs: 1, address: "192.0.2.1", at: when },
    });
  const values = async (query: string) => {
    const { body } = await read(`${TIMESERIES}?${query}`);
    return body.points.map((point: { value: number }) => point.value);
  };

  describe("the summary", () => {
    test("of a partner without a past is all zero, over the last 30 days", async () => {
      const { status, body } = await read(SUMMARY);
      expect(status).toBe(200);
      expect(Date.parse(body.period.to) - Date.parse(body.period.from)).toBe(30 * 86_400_000);
      expect(body).toMatchObject({
        actions: { total: 0, completed: 0, failed: 0, reversed: 0, byType: {} },
        tokens: { distributed: 0, reversed: 0, net: 0, poolBalance: 100_000, poolAllocated: 100_000 },
        users: { total: 0, active: 0, new: 0 },
        donations: { count: 0, completed: 0, amountByCurrency: {}, conversionRate: 0 },
        webhooks: { delivered: 0, failed: 0, successRate: 0 },
        topCampaigns: [],
      });
    });

    test("tells of what was submitted just now", async () => {
      const submit = (body: Record<string, unknown>) => mounted.call(submitCall(key, submitBody(body)));
      await submit({ stakeholders: [stakeholder("a"), stakeholder("b")] });
      await submit({ actionType: "VOLUNTEER", amount: 3, currency: undefined, stakeholders: [stakeholder("a")] });
      await submit({ amount: 900_000 });
      await makePartnerUser(db, { partnerId });
      const to = new Date(Date.now() + 60_000);
      const { body } = await read(`${SUMMARY}?to=${to.toISOString()}`);
      expect(body).toMatchObject({
        actions: { total: 3, completed: 2, failed: 1, reversed: 0, byType: { PURCHASE: 2, VOLUNTEER: 1 } },
        tokens: { distributed: 53, reversed: 0, net: 53, poolBalance: 99_947, poolAllocated: 100_000 },
        users: { total: 3, active: 2, new: 2 },
      });
    });

    test("counts what lies in the period, whole days and parts of days, and nothing outside", async () => {
      const { id: partnerUserId } = await makePartnerUser(db, { partnerId, createdAt: at(1) });
      for (const [day, hour, tokens] of [
        [1, 5, 1],
        [1, 6, 2],
        [2, 0, 4],
        [3, 23, 8],
        [4, 5, 16],
        [4, 6, 32],
      ]) {
        await make({ createdAt: at(day!, hour), tokens, partnerUserId });
      }
      await make({ createdAt: at(3), type: "REVERSAL", tokens: 3, partnerUserId });
      const { body } = await read(`${SUMMARY}?${span(at(1, 6), at(4, 6))}`);
      expect(body.tokens).toMatchObject({ distributed: 30, reversed: 3, net: 27 });
      expect(body.users).toEqual({ total: 1, active: 1, new: 0 });
      const later = await read(`${SUMMARY}?${span(at(5), at(6))}`);
      expect(later.body.users).toEqual({ total: 1, active: 0, new: 0 });
    });

    test("tells of requests and of deliveries", async () => {
      for (const status of [200, 201, 404, 429, 500]) await answered(status, at(2));
      await answered(200, at(9));
      const { webhook } = await makeWebhook(db, { partnerId });
      const ids = [];
      for (let n = 0; n < 4; n++) ids.push(await makeDelivery(db, webhook));
      await db.update(deliveries).set({ status: "EXHAUSTED" }).where(eq(deliveries.id, ids[0]!));
      const [made] = await db.select().from(deliveries).where(eq(deliveries.id, ids[0]!));
      expect((await read(`${SUMMARY}?${span(at(1), at(3))}`)).body.api).toEqual({
        requests: 5,
        errors: 3,
        rateLimited: 1,
      });
      const around = span(made!.createdAt, new Date(made!.createdAt.getTime() + 1));
      expect((await read(`${SUMMARY}?${around}`)).body.webhooks).toEqual({
        delivered: 3,
        failed: 1,
        successRate: 0.75,
      });
    });

    test("is the caller's environment's alone", async () => {
      await make({ createdAt: at(2), environment: "production" });
      const stranger = (await makePartner(db)).id;
      await makeTransaction(db, { partnerId: stranger, tokenPoolId, createdAt: at(2) });
      const { body } = await read(`${SUMMARY}?${span(at(1), at(3))}`);
      expect([body.tokens.distributed, body.users.total, body.api.requests]).toEqual([0, 0, 0]);
    });

    test.each([span(at(2), at(1)), span(at(1), at(1)), "from=2999-01-01T00:00:00Z", "from=x", "metric=actions"])(
      "refuses ?%s",
      async (query) => {
        expect(await read(`${SUMMARY}?${query}`)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
      },
    );
  });

  describe("a time series", () => {
    test("adds up by hour, day, week and month, with 0 where nothing was", async () => {
      for (const [when, tokens] of [
        [at(4, 23), 1],
        [at(5), 2],
        [at(5, 1), 4],
        [at(1, 0, 1), 8],
      ] as const) {
        await make({ createdAt: when, tokens });
      }
      const metric = "metric=tokens_distributed";
      const hours = await read(`${TIMESERIES}?${metric}&interval=hour&${span(at(4, 22), at(5, 2))}`);
      expect(hours.body).toEqual({
        metric: "tokens_distributed",
        interval: "hour",
        points: [
          { t: "2026-01-04T22:00:00.000Z", value: 0 },
          { t: "2026-01-04T23:00:00.000Z", value: 1 },
          { t: "2026-01-05T00:00:00.000Z", value: 2 },
          { t: "2026-01-05T01:00:00.000Z", value: 4 },
        ],
      });
      expect(await values(`${metric}&${span(at(3), at(7))}`)).toEqual([0, 1, 6, 0]);
      expect(await values(`${metric}&${span(at(4, 23), at(5, 1))}`)).toEqual([1, 2]);
      expect(await values(`${metric}&interval=week&${span(at(1), at(12))}`)).toEqual([1, 6]);
      expect(await values(`${metric}&interval=month&${span(at(5, 1), at(2, 0, 1))}`)).toEqual([4, 8]);
      expect(await values(`metric=tokens_reversed&${span(at(4), at(6))}`)).toEqual([0, 0]);
    });

    test("counts each active user once in an interval", async () => {
      const { id: partnerUserId } = await makePartnerUser(db, { partnerId });
      for (const when of [at(1, 1), at(1, 2), at(2)]) await make({ createdAt: when, partnerUserId });
      await make({ createdAt: at(2) });
      expect(await values(`metric=active_users&${span(at(1), at(4))}`)).toEqual([1, 2, 0]);
    });

    test("counts requests and errors", async () => {
      for (const status of [200, 404, 500]) await answered(status, at(2, 3));
      expect(await values(`metric=api_requests&${span(at(1), at(4))}`)).toEqual([0, 3, 0]);
      expect(await values(`metric=api_errors&interval=hour&${span(at(2, 3), at(2, 4))}`)).toEqual([2]);
    });

    test("counts actions", async () => {
      await mounted.call(submitCall(key, submitBody()));
      const to = new Date(Date.now() + 60_000);
      for (const interval of ["hour", "day", "week", "month"]) {
        const counts = await values(`metric=actions&interval=${interval}&${span(new Date(+to - 86_400_000), to)}`);
        expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(1);
      }
    });

    test.each(METRICS.map((metric) => [metric]))("answers %s, by day over 30 days unless said", async (metric) => {
      const { status, body } = await read(`${TIMESERIES}?metric=${metric}`);
      expect(status).toBe(200);
      expect([30, 31]).toContain(body.points.length);
      expect(body.interval).toBe("day");
    });

    test("of more than 750 points is refused, naming the interval", async () => {
      const query = `metric=actions&interval=hour&${span(at(1), at(1, 7, 1))}`;
      const answer = await read(`${TIMESERIES}?${query}`);
      expect(answer).toMatchObject({ code: "VALIDATION_ERROR", body: { details: [{ field: "interval" }] } });
      expect(await values(`metric=actions&interval=hour&${span(at(1), at(1, 6, 1))}`)).toHaveLength(750);
    });

    test.each(["", "metric=money", "metric=actions&interval=year", `metric=actions&${span(at(2), at(1))}`])(
      "refuses ?%s",
      async (query) => {
        expect(await read(`${TIMESERIES}?${query}`)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
      },
    );
  });
});
