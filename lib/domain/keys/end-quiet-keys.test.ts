import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { keyEndings } from "@/db/schema/key-endings";
import { apiKeys } from "@/db/schema/keys";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { type KeyRow, makeKey, makePartner } from "@/db/testing/factories";
import { makeRequest } from "@/db/testing/make-readiness";
import { connection } from "@/lib/domain/connection";
import { inTransaction } from "@/lib/domain/context";
import { endQuietKeys } from "@/lib/domain/keys/end-quiet-keys";
import { revokeKeyOf } from "@/lib/domain/keys/revoke-key";
import { scheduleKeyEndOf } from "@/lib/domain/keys/schedule-key-end";
import { MINUTE_MS } from "@/lib/domain/shared/duration";
import { testCtx } from "@/lib/testing/context";

const db = connection();
const SCHEDULED = new Date("2026-03-10T12:00:00.000Z");
const QUIET_HOURS = 24;
const afterSchedule = (hours: number, minutes = 0) =>
  new Date(SCHEDULED.getTime() + (hours * 60 + minutes) * MINUTE_MS);
const run = (now: Date, limit = 20) => endQuietKeys(testCtx(now), { limit });
const DUE = afterSchedule(QUIET_HOURS, 11);

/** A rotated pair whose end is scheduled, and its successor. */
async function endingKey(used: Partial<KeyRow> = {}) {
  const { id: partnerId } = await makePartner(db);
  const { key: successor } = await makeKey(db, { partnerId });
  const { key } = await makeKey(db, { partnerId, rotatedToKeyId: successor.id, ...used });
  const order = { partnerId, id: key.id, quietHours: QUIET_HOURS, reason: "Moved over", scheduledBy: "an-admin" };
  await inTransaction(testCtx(SCHEDULED), (ctx) => scheduleKeyEndOf(ctx, order));
  return { key, successor, partnerId };
}

async function stateOf(id: string) {
  const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
  return row!.revokedAt ? "revoked" : row!.isActive ? "active" : "inactive";
}
const recordsOf = (id: string) => db.select().from(auditRecords).where(eq(auditRecords.targetId, id));
const callWith = (key: KeyRow, at: Date, status = 200) =>
  makeRequest(db, { partnerId: key.partnerId, apiKeyId: key.id, at, status });

describe("a rotated pair with a scheduled end", () => {
  test("is revoked once it was quiet for long enough, by the job and for whom, told once", async () => {
    const { key, partnerId, successor } = await endingKey({ lastUsedAt: afterSchedule(-3) });
    await callWith(key, afterSchedule(-3));
    await run(afterSchedule(QUIET_HOURS, 9));
    expect(await stateOf(key.id)).toBe("active");
    for (let again = 0; again < 3; again += 1) await Promise.all([run(DUE), run(DUE)]);
    expect([await stateOf(key.id), await stateOf(successor.id)]).toEqual(["revoked", "active"]);
    const revoked = (await recordsOf(key.id)).filter(({ action }) => action === "api_key.revoked");
    expect(revoked).toMatchObject([
      {
        ...{ actorType: "SYSTEM", actorId: "test", reason: "Moved over" },
        after: { isActive: false, quietHours: 24, scheduledBy: "an-admin", scheduledAt: SCHEDULED.toISOString() },
      },
    ]);
    const told = await db.select().from(events).where(eq(events.partnerId, partnerId));
    expect(told.map(({ type }) => type)).toEqual(["api_key.revoked"]);
    expect(await db.select().from(keyEndings).where(eq(keyEndings.apiKeyId, key.id))).toEqual([]);
  });

  test("waits anew after each call that was served, whichever of the two accounts tells of it", async () => {
    const byRow = await endingKey();
    await callWith(byRow.key, afterSchedule(5));
    const byKey = await endingKey();
    await db
      .update(apiKeys)
      .set({ lastUsedAt: afterSchedule(5) })
      .where(eq(apiKeys.id, byKey.key.id));
    const states = () => Promise.all([byRow, byKey].map(({ key }) => stateOf(key.id)));
    await run(afterSchedule(5 + QUIET_HOURS, 5));
    expect(await states()).toEqual(["active", "active"]);
    await run(afterSchedule(5 + QUIET_HOURS, 11));
    expect(await states()).toEqual(["revoked", "revoked"]);
  });

  test("is not kept alive by calls that were not let in, but by those that came too fast", async () => {
    const [refused, hurried] = [await endingKey(), await endingKey()];
    for (const status of [401, 403]) await callWith(refused.key, afterSchedule(20), status);
    await callWith(hurried.key, afterSchedule(20), 429);
    await run(DUE);
    expect([await stateOf(refused.key.id), await stateOf(hurried.key.id)]).toEqual(["revoked", "active"]);
  });

  test.each([
    ["is revoked", { isActive: false, revokedAt: afterSchedule(1) }],
    ["is switched off", { isActive: false }],
    ["has expired", { expiresAt: afterSchedule(2) }],
  ])("stays while its successor %s: the partner would be left with none", async (_, state) => {
    const { key, successor } = await endingKey();
    await db.update(apiKeys).set(state).where(eq(apiKeys.id, successor.id));
    await run(DUE);
    expect(await stateOf(key.id)).toBe("active");
  });

  test("that somebody revokes before is not told of again", async () => {
    const { key, partnerId } = await endingKey();
    await inTransaction(testCtx(afterSchedule(1)), (ctx) =>
      revokeKeyOf(ctx, { partnerId, id: key.id, reason: "Leaked" }),
    );
    await run(DUE);
    const reasons = (await recordsOf(key.id)).map(({ reason }) => reason);
    expect(reasons).toEqual(["Moved over", "Leaked"]);
  });
});

test("ends come a few at a time, the earliest scheduled first, until none is due", async () => {
  const due = [await endingKey(), await endingKey(), await endingKey()];
  const later = afterSchedule(QUIET_HOURS, 30);
  let rounds = 0;
  while ((await run(later, 2)) > 0) rounds += 1;
  expect(rounds).toBeGreaterThanOrEqual(2);
  for (const { key } of due) expect(await stateOf(key.id)).toBe("revoked");
});
