import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { apiKeyNotices } from "@/db/schema/keys";
import { mails } from "@/db/schema/mails";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { makeKey, makePartner } from "@/db/testing/factories";
import { inTransaction } from "@/lib/domain/context";
import { jobCtx } from "@/lib/domain/job-context";
import { notifyKeyExpiry, skipPassedNotice } from "@/lib/domain/keys/notify-key-expiry";

const DAY_MS = 24 * 60 * 60 * 1000;
const END = new Date("2026-09-01T12:00:00.000Z");
const before = (days: number) => new Date(END.getTime() - days * DAY_MS);
const at = (now: Date) => ({ ...jobCtx("test"), now });
const run = (now: Date, limit = 100) => notifyKeyExpiry(at(now), { limit });
const runAt = (days: number) => run(before(days));

async function keyThatEnds(overrides: Parameters<typeof makeKey>[1] = {}) {
  const partner = await makePartner(jobCtx("test").db);
  const { key } = await makeKey(jobCtx("test").db, { partnerId: partner.id, expiresAt: END, ...overrides });
  return { partner, key };
}

async function told(partnerId: string) {
  const rows = await jobCtx("test")
    .db.select()
    .from(events)
    .where(eq(events.partnerId, partnerId))
    .orderBy(asc(events.position));
  return rows.map(({ type, environment, body }) => ({ type, environment, data: JSON.parse(body).data }));
}
const daysTold = async (partnerId: string) => (await told(partnerId)).map(({ data }) => data.daysLeft ?? "expired");
const mailsTo = (recipient: string) => jobCtx("test").db.select().from(mails).where(eq(mails.recipient, recipient));

describe("a key that ends", () => {
  test("is told of 30, 7 and 1 days before and when it has expired, once each, however often the job runs", async () => {
    const { partner, key } = await keyThatEnds();
    for (const days of [31, 30, 29.9, 15, 7, 6.9, 3, 1, 0.9, 0.5, 0, -1, -40]) {
      await runAt(days);
      await runAt(days);
    }
    expect(await daysTold(partner.id)).toEqual([30, 7, 1, "expired"]);
    const subjects = (await mailsTo(partner.contactEmail)).map(({ subject }) => subject);
    expect(subjects.sort()).toEqual([
      `The sandbox key “${key.name}” expires in 1 day`,
      `The sandbox key “${key.name}” expires in 30 days`,
      `The sandbox key “${key.name}” expires in 7 days`,
    ]);
  });

  test("concerns both environments, and the event says which key, of which environment, ends when", async () => {
    const { partner, key } = await keyThatEnds({ environment: "production" });
    await runAt(7);
    await runAt(0);
    const { id: keyId, name, publicKey } = key;
    expect(await told(partner.id)).toEqual([
      {
        type: "api_key.expiring",
        environment: null,
        data: { keyId, name, publicKey, environment: "production", expiresAt: END.toISOString(), daysLeft: 7 },
      },
      { type: "api_key.expired", environment: null, data: { keyId, name, environment: "production" } },
    ]);
    const records = await jobCtx("test").db.select().from(auditRecords).where(eq(auditRecords.targetId, keyId));
    expect(records).toMatchObject([{ action: "api_key.expired", actorType: "SYSTEM", environment: "production" }]);
  });

  test("is told of by a mail with the day, the button to the key and no secret", async () => {
    const { partner, key } = await keyThatEnds();
    await runAt(7);
    const [mail] = await mailsTo(partner.contactEmail);
    for (const form of [mail!.body, mail!.html!]) {
      expect(form).toContain("1 September 2026, 12:00 UTC");
      expect(form).toContain(`/keys?key=${key.id}`);
      expect(form).toContain(key.publicKey);
    }
  });

  test("is told of once by several processes at the same moment", async () => {
    const { partner } = await keyThatEnds();
    await Promise.all([1, 2, 3, 4].map(() => runAt(7)));
    expect(await daysTold(partner.id)).toEqual([7]);
    expect(await mailsTo(partner.contactEmail)).toHaveLength(1);
  });

  test("after a pause is told of once, with the days that are left", async () => {
    const { partner } = await keyThatEnds();
    await runAt(5);
    await runAt(4);
    expect(await daysTold(partner.id)).toEqual([5]);
  });
});

test("a key with less than 30 days to live from the start gets only the notices still ahead", async () => {
  const { partner } = await keyThatEnds({ createdAt: before(20) });
  for (const days of [20, 10, 7, 1]) await runAt(days);
  expect(await daysTold(partner.id)).toEqual([7, 1]);
});

test("a key of a day or less gets no notice, and its end is recorded", async () => {
  const { partner } = await keyThatEnds({ createdAt: before(0.5) });
  for (const days of [0.5, 0.1, 0]) await runAt(days);
  expect(await daysTold(partner.id)).toEqual(["expired"]);
});

test.each([
  ["was revoked", { isActive: false, revokedAt: before(60) }],
  ["is switched off", { isActive: false }],
  ["has no end", { expiresAt: null }],
])("a key that %s is told of by nothing", async (_, overrides) => {
  const { partner } = await keyThatEnds(overrides);
  for (const days of [30, 7, 1, 0]) await runAt(days);
  expect(await told(partner.id)).toEqual([]);
});

test("an expiry that is moved gets notices of its own, but none whose time has passed when it is set", async () => {
  const { partner, key } = await keyThatEnds();
  await runAt(7);
  const moved = new Date(END.getTime() + 10 * DAY_MS);
  await inTransaction(at(before(5)), async (ctx) => {
    const { apiKeys } = await import("@/db/schema/keys");
    await ctx.db.update(apiKeys).set({ expiresAt: moved }).where(eq(apiKeys.id, key.id));
    await skipPassedNotice(ctx, { id: key.id, expiresAt: moved });
  });
  for (const days of [5, 1, 0, -3, -9, -10]) await runAt(days);
  expect(await daysTold(partner.id)).toEqual([7, 7, 1, "expired"]);
});

test("works in batches, and what one leaves over the next takes", async () => {
  const partners = await Promise.all([1, 2, 3, 4, 5].map(() => keyThatEnds()));
  expect([await run(before(7), 2), await run(before(7), 2), await run(before(7), 2), await run(before(7), 2)]).toEqual([
    2, 2, 1, 0,
  ]);
  for (const { partner } of partners) expect(await daysTold(partner.id)).toEqual([7]);
});

test("the database itself refuses the same notice twice", async () => {
  const { key } = await keyThatEnds();
  await runAt(7);
  const { db } = jobCtx("test");
  const [row] = await db
    .select()
    .from(apiKeyNotices)
    .where(and(eq(apiKeyNotices.apiKeyId, key.id)));
  await expect(db.insert(apiKeyNotices).values(row!)).rejects.toMatchObject({ cause: { code: "23505" } });
});
