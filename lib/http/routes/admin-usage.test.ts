import { afterAll, beforeAll, expect, test } from "vitest";
import { apiRequests } from "@/db/schema/records";
import { makePartner } from "@/db/testing/factories";
import { connection } from "@/lib/domain/connection";
import { HOUR_MS } from "@/lib/domain/shared/duration";
import { adminRoutes } from "@/lib/http/routes/admin";
import { newPrefixedId } from "@/lib/platform/ids";
import { type SignedInAdmin, signInAdmin } from "@/lib/testing/admins";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { withToken } from "@/lib/testing/worlds";

const db = connection();
const START = Date.parse("2026-03-01T10:00:00.000Z");
const at = (hours: number) => new Date(START + hours * HOUR_MS);

let mounted: Mounted;
let auditor: SignedInAdmin;
beforeAll(async () => {
  [mounted, auditor] = await Promise.all([mounts[0]!.start(adminRoutes), signInAdmin({ role: "AUDITOR" })]);
});
afterAll(() => mounted.close());

const read = (query: string) => mounted.call(withToken(auditor.token, { target: `/api/v1/admin/usage?${query}` }));
const during = (from: number, to: number) => `from=${at(from).toISOString()}&to=${at(to).toISOString()}`;

type Row = Partial<typeof apiRequests.$inferInsert>;

async function called(count: number, row: Row) {
  const rows = Array.from({ length: count }, (_, index) => ({
    ...{ id: newPrefixedId("req"), method: "GET", route: "/v1/partner/users", status: 200, address: "192.0.2.1" },
    ...{ environment: "sandbox" as const, durationUs: (index + 1) * 1_000, at: at(0) },
    ...row,
  }));
  await db.insert(apiRequests).values(rows);
}

test("usage is counted over all partners, by time, partner, route and error code", async () => {
  const [busy, quiet] = [await makePartner(db, { name: "Busy" }), await makePartner(db, { name: "Quiet" })];
  await called(100, { partnerId: busy.id });
  await called(10, { partnerId: busy.id, at: at(1.5), status: 429, code: "RATE_LIMIT_EXCEEDED" });
  await called(3, { partnerId: quiet.id, at: at(1.5), status: 500, code: "INTERNAL_ERROR", method: "POST" });
  await called(2, { partnerId: quiet.id, at: at(1.9), environment: "production", status: 404, code: "USER_NOT_FOUND" });
  await called(5, { partnerId: null, status: 401, code: "INVALID_API_KEY" });
  await called(7, { partnerId: busy.id, at: at(3) });

  const { status, body } = await read(during(0, 3));
  expect(status).toBe(200);
  const busyCounts = { calls: 110, succeeded: 100, clientErrors: 10, serverErrors: 0, rateLimited: 10 };
  const quietCounts = { calls: 5, succeeded: 0, clientErrors: 2, serverErrors: 3, rateLimited: 0 };
  expect(body).toEqual({
    period: { from: at(0).toISOString(), to: at(3).toISOString() },
    interval: "hour",
    totals: {
      ...{ calls: 115, succeeded: 100, clientErrors: 12, serverErrors: 3, rateLimited: 10 },
      ...{ p50Ms: expect.any(Number), p95Ms: expect.any(Number) },
    },
    series: [
      { t: at(0).toISOString(), calls: 100, succeeded: 100, clientErrors: 0, serverErrors: 0, rateLimited: 0 },
      { t: at(1).toISOString(), calls: 15, succeeded: 0, clientErrors: 12, serverErrors: 3, rateLimited: 10 },
      { t: at(2).toISOString(), calls: 0, succeeded: 0, clientErrors: 0, serverErrors: 0, rateLimited: 0 },
    ],
    topPartners: [
      { partnerId: busy.id, name: "Busy", ...busyCounts },
      { partnerId: quiet.id, name: "Quiet", ...quietCounts },
    ],
    topRoutes: [
      { method: "GET", route: "/v1/partner/users", ...busyCounts, calls: 112, clientErrors: 12 },
      { method: "POST", route: "/v1/partner/users", ...quietCounts, calls: 3, clientErrors: 0 },
    ],
    topErrorCodes: [
      { code: "RATE_LIMIT_EXCEEDED", status: 429, calls: 10, partners: 1 },
      { code: "INTERNAL_ERROR", status: 500, calls: 3, partners: 1 },
      { code: "USER_NOT_FOUND", status: 404, calls: 2, partners: 1 },
    ],
  });

  const ofOne = (await read(`${during(0, 3)}&partnerId=${quiet.id}&environment=production`)).body;
  expect([ofOne.totals.calls, ofOne.topPartners.length, ofOne.topErrorCodes.length]).toEqual([2, 1, 1]);
  const durations = (await read(`${during(0, 1)}&partnerId=${busy.id}`)).body.totals;
  expect([durations.p50Ms, durations.p95Ms]).toEqual([50, 95]);
});

test("a long span is counted by the day, an empty one has no durations", async () => {
  const { body } = await read(during(24 * 10, 24 * 14));
  expect(body).toMatchObject({ interval: "day", totals: { calls: 0, p50Ms: null, p95Ms: null }, topPartners: [] });
  expect(body.series).toHaveLength(5);
});

test("the last day is counted unless said otherwise", async () => {
  const { body } = await read("");
  expect(Date.parse(body.period.to) - Date.parse(body.period.from)).toBe(24 * HOUR_MS);
});

test.each([during(2, 2), during(3, 2), during(0, 24 * 90 + 1), "partnerId=x", "environment=live"])(
  "%s is refused",
  async (query) => {
    expect(await read(query)).toMatchObject({ status: 400, code: "VALIDATION_ERROR" });
  },
);
