import { expect, test } from "vitest";
import { apiRequests } from "@/db/schema/records";
import { makeApiClient, makeClientKey } from "@/db/testing/factories";
import { getUsageAnalytics } from "@/lib/domain/api-clients/usage/get-usage-analytics";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { newUuidId } from "@/lib/platform/ids";
import { testCtx } from "@/lib/testing/context";

const NOW = new Date("2026-05-14T12:00:00.000Z");
const ctx = testCtx(NOW);
const daysAgo = (days: number, ms = 0) => new Date(NOW.getTime() - days * DAY_MS + ms);

type Outcome = "allowed" | "blocked" | "rate_limited";
type Called = { eventType?: string; outcome?: Outcome; at?: Date; times?: number };

/** So many attempted calls of a client as the log has them. */
async function log(apiClientId: string, { eventType = "partner.events.list", times = 1, ...call }: Called = {}) {
  const rows = Array.from({ length: times }, () => ({
    ...{ id: newUuidId("api-audit"), method: "GET", route: "/", status: 200, durationUs: 1, address: "192.0.2.1" },
    ...{ apiClientId, eventType, subjectType: "events", outcome: "allowed" as const, at: daysAgo(1), ...call },
  }));
  await ctx.db.insert(apiRequests).values(rows);
}

const usageOf = (apiClientId: string, windowDays = 30) => getUsageAnalytics(ctx, { windowDays, apiClientId });

test("a window has its first moment, and nothing before it", async () => {
  const { client } = await makeApiClient(ctx.db);
  await log(client.id, { at: daysAgo(7) });
  await log(client.id, { at: daysAgo(7, -1) });
  expect(await usageOf(client.id, 7)).toMatchObject({ since: daysAgo(7).toISOString(), totals: { requests: 1 } });
  expect(await usageOf(client.id, 8)).toMatchObject({ totals: { requests: 2 } });
});

test("calls are told apart by what became of them; a verdict on a signature is none", async () => {
  const { client } = await makeApiClient(ctx.db);
  await log(client.id, { times: 3, at: daysAgo(2) });
  await log(client.id, { times: 2, outcome: "blocked", at: daysAgo(1) });
  await log(client.id, { outcome: "rate_limited", at: daysAgo(3) });
  await log(client.id, { eventType: "partner.webhook_signature.verified" });
  const { totals, clients } = await usageOf(client.id);
  const counts = { requests: 6, allowed: 3, blocked: 2, rateLimited: 1 };
  expect(totals).toMatchObject({ clients: 1, ...counts });
  expect(clients).toMatchObject([{ apiClientId: client.id, ...counts, lastRequestAt: daysAgo(1).toISOString() }]);
});

test("the eight most called operations are named, three of each client, namesakes of a count by name", async () => {
  const { client } = await makeApiClient(ctx.db);
  for (const [n, name] of ["i", "h", "g", "f", "e", "d", "c", "b", "a"].entries()) {
    await log(client.id, { eventType: name, times: n < 2 ? 2 : 1 });
  }
  const { topEvents, clients } = await usageOf(client.id);
  expect(topEvents.map(({ eventType, count }) => `${eventType}${count}`).join(" ")).toBe("h2 i2 a1 b1 c1 d1 e1 f1");
  expect(clients[0]!.topEvents.map(({ eventType }) => eventType)).toEqual(["h", "i", "a"]);
});

test("clients come by their calls, then by name, then by id", async () => {
  const made = [
    await makeApiClient(ctx.db, { id: "api-client-4", name: "Sorted B" }),
    await makeApiClient(ctx.db, { id: "api-client-3", name: "Sorted A" }),
    await makeApiClient(ctx.db, { id: "api-client-2", name: "Sorted A" }),
    await makeApiClient(ctx.db, { id: "api-client-1", name: "Sorted C" }),
  ];
  await log("api-client-1");
  const { clients } = await getUsageAnalytics(ctx, { windowDays: 30 });
  const ids = clients.map(({ apiClientId }) => apiClientId);
  expect(ids.filter((id) => made.some(({ client }) => client.id === id))).toEqual([
    ...["api-client-1", "api-client-2", "api-client-3", "api-client-4"],
  ]);
});

test("a key that is revoked or has expired is not an active one", async () => {
  const { client } = await makeApiClient(ctx.db);
  await makeClientKey(ctx.db, { apiClientId: client.id, expiresAt: daysAgo(0, 1) });
  await makeClientKey(ctx.db, { apiClientId: client.id, expiresAt: NOW });
  await makeClientKey(ctx.db, { apiClientId: client.id, status: "revoked", revokedAt: NOW });
  expect((await usageOf(client.id)).totals).toMatchObject({ activeKeys: 2, revokedKeys: 1 });
});

test("rows older than the evidence must be are candidates, and stay until the owner approves", async () => {
  const [own, other] = [await makeApiClient(ctx.db), await makeApiClient(ctx.db)];
  await log(own.client.id, { at: daysAgo(730) });
  await log(own.client.id, { at: daysAgo(730, -1) });
  await log(other.client.id, { at: daysAgo(800) });
  expect((await usageOf(own.client.id)).retentionPolicy).toEqual({
    ...{ auditRetentionDays: 730, retentionCutoff: daysAgo(730).toISOString(), retentionCandidates: 1 },
    ...{ purgeStatus: "blocked_pending_owner_approval", archiveRequired: true, legalHoldReviewRequired: true },
  });
});

test("without a call there is no last one, and the next step is to make one", async () => {
  const { client } = await makeApiClient(ctx.db);
  const { clients, nextActions } = await usageOf(client.id);
  expect(clients[0]).not.toHaveProperty("lastRequestAt");
  expect(nextActions).toEqual([expect.stringMatching(/first call/)]);
});
