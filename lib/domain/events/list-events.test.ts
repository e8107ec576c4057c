import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { connect, database } from "@/db/client";
import { forgetForeignTransactions } from "@/db/migrate";
import { events } from "@/db/schema/webhooks";
import { makePartner, type PartnerRow } from "@/db/testing/factories";
import { inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { listEvents } from "@/lib/domain/events/list-events";
import { eventRow, recordEvent } from "@/lib/domain/events/record-event";
import { EventPage, eventType, ListEventsQuery } from "@/lib/domain/events/schemas";
import { apiKeyRevoked } from "@/lib/domain/keys/event-types";
import type { Environment } from "@/lib/domain/shared/schemas";
import { webhookTest } from "@/lib/domain/webhooks/event-types";
import { databaseUrl } from "@/lib/platform/database-url";
import { partnerCtx } from "@/lib/testing/context";

const { db } = database();
const NOW = new Date("2026-03-01T12:00:00.000Z");
const userCreated = eventType("user.created", "", z.object({ externalId: z.string() }), { externalId: "a" });
const DAY_MS = 24 * 60 * 60 * 1000;
const at = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

async function record(ctx: PartnerCtx, externalId: string, environment: Environment | null = "sandbox") {
  await inTransaction(ctx, (ctx) =>
    recordEvent(ctx, { partnerId: ctx.partner.id, environment }, userCreated, { externalId }),
  );
}

const page = (ctx: PartnerCtx, query: z.input<typeof ListEventsQuery> = {}) =>
  listEvents(ctx, ListEventsQuery.parse(query));
const namesOf = ({ data }: EventPage) => data.map((event) => event.data.externalId);

/** Other tests write too: until their transactions have ended, newer events of ours are held back. */
const settled = (ctx: PartnerCtx, names: string[], query?: z.input<typeof ListEventsQuery>) =>
  vi.waitFor(
    async () => {
      const found = await page(ctx, query);
      expect(namesOf(found)).toEqual(names);
      return found;
    },
    { timeout: 20_000, interval: 50 },
  );

async function arrange(names: string[]): Promise<{ ctx: PartnerCtx; partner: PartnerRow }> {
  const partner = await makePartner(db);
  const ctx = partnerCtx(partner, NOW);
  for (const name of names) await record(ctx, name);
  await settled(ctx, names);
  return { ctx, partner };
}

test("events come oldest first, page by page, exactly as they are sent", async () => {
  const { ctx, partner } = await arrange(["a", "b", "c"]);
  const first = await page(ctx, { limit: "2" });
  expect(EventPage.parse(first)).toEqual(first);
  const second = await page(ctx, { limit: "2", after: first.nextCursor! });
  expect([...namesOf(first), ...namesOf(second)]).toEqual(["a", "b", "c"]);
  const rows = await db.select().from(events).where(eq(events.partnerId, partner.id)).orderBy(events.position);
  const listed = [...first.data, ...second.data].map((each) => JSON.stringify(each));
  expect(listed).toEqual(rows.map(({ body }) => body));
});

test("a cursor stays good while nothing is new, and goes on with what is", async () => {
  const { ctx } = await arrange(["a"]);
  const { nextCursor } = await page(ctx);
  expect(await page(ctx, { after: nextCursor! })).toEqual({ data: [], nextCursor });
  await record(ctx, "b");
  await settled(ctx, ["b"], { after: nextCursor! });
});

test("there is no cursor only where none was given and nothing is there", async () => {
  expect(await page(partnerCtx(await makePartner(db), NOW))).toEqual({ data: [], nextCursor: null });
});

test("an event whose transaction began earlier and ends later is never skipped", async () => {
  const { ctx, partner } = await arrange([]);
  const early = connect(databaseUrl(), 1);
  const row = (name: string) =>
    eventRow({ now: NOW, partnerId: partner.id, environment: "sandbox" }, userCreated, { externalId: name });
  let seen: string[] = [];
  let cursor: string | undefined;
  const poll = async () => {
    const found = await page(ctx, cursor === undefined ? {} : { after: cursor });
    seen = [...seen, ...(namesOf(found) as string[])];
    cursor = found.nextCursor ?? undefined;
  };
  await early.db.transaction(async (tx) => {
    await tx.insert(events).values(row("begun first"));
    await record(ctx, "committed first");
    await poll();
    // It is committed, but what began before it may still appear in front of it.
    expect(seen).toEqual([]);
  });
  await early.sql.end();
  await vi.waitFor(
    async () => {
      await poll();
      expect(seen).toHaveLength(2);
    },
    { timeout: 20_000, interval: 50 },
  );
  expect(seen).toEqual(["begun first", "committed first"]);
});

test("nor one that took its transaction's number first and its position last", async () => {
  const { ctx, partner } = await arrange([]);
  const early = connect(databaseUrl(), 1);
  await early.db.transaction(async (tx) => {
    const scope = { now: NOW, partnerId: partner.id, environment: "sandbox" as const };
    await tx.insert(events).values(eventRow(scope, userCreated, { externalId: "1" }));
    await record(ctx, "3");
    await tx.insert(events).values(eventRow(scope, userCreated, { externalId: "2" }));
    expect((await page(ctx)).data).toEqual([]);
  });
  await early.sql.end();
  await settled(ctx, ["1", "2", "3"]);
});

test("a reader among many writers reads each event once, in an order that a later reader finds too", async () => {
  const { ctx } = await arrange([]);
  const names = Array.from({ length: 60 }, (_, n) => String(n));
  let isDone = false;
  const writing = Promise.all(names.map((name) => record(ctx, name))).then(() => {
    isDone = true;
  });
  const seen: unknown[] = [];
  let after: string | undefined;
  await vi.waitFor(
    async () => {
      const found = await page(ctx, { limit: "7", ...(after !== undefined && { after }) });
      seen.push(...namesOf(found));
      after = found.nextCursor ?? undefined;
      expect(isDone && seen.length >= names.length).toBe(true);
    },
    { timeout: 20_000, interval: 1 },
  );
  await writing;
  expect(seen.toSorted()).toEqual(names.toSorted());
  expect(seen).toEqual(namesOf(await page(ctx, { limit: "100" })));
});

test("only the caller's events of the environment are listed, and those of the partner in both", async () => {
  const { ctx, partner } = await arrange(["mine"]);
  await record(ctx, "live", "production");
  await inTransaction(ctx, (ctx) =>
    recordEvent(ctx, { partnerId: partner.id, environment: null }, apiKeyRevoked, {
      ...{ keyId: "key_1", name: "A key", environment: "production" },
    }),
  );
  await settled(ctx, ["mine", undefined as never]);
  await settled({ ...ctx, environment: "production" }, ["live", undefined as never]);
  expect((await page(partnerCtx(await makePartner(db), NOW))).data).toEqual([]);
});

test("a list can be narrowed by type and time, and goes back ninety days", async () => {
  const partner = await makePartner(db);
  const ctx = partnerCtx(partner, NOW);
  await record({ ...ctx, now: at(-91) }, "too old");
  await record({ ...ctx, now: at(-89) }, "old");
  await record({ ...ctx, now: at(-1) }, "new");
  await settled(ctx, ["old", "new"]);
  expect(namesOf(await page(ctx, { from: at(-2).toISOString() }))).toEqual(["new"]);
  expect(namesOf(await page(ctx, { from: at(-200).toISOString() }))).toEqual(["old", "new"]);
  expect(namesOf(await page(ctx, { types: "action.completed,user.created" }))).toEqual(["old", "new"]);
  expect((await page(ctx, { types: "action.completed" })).data).toEqual([]);
});

test("samples of test calls are no events, but a test of the webhook is", async () => {
  const { ctx, partner } = await arrange(["a"]);
  const scope = { now: NOW, partnerId: partner.id, environment: "sandbox" as const };
  const sample = eventRow(scope, userCreated, { externalId: "sample" });
  const probe = eventRow(scope, webhookTest, { webhookId: partner.id, probe: false });
  await db.insert(events).values([
    { ...sample, isTest: true },
    { ...probe, isTest: true },
  ]);
  const found = await settled(ctx, ["a", undefined as never]);
  expect(found.data.map(({ type }) => type)).toEqual(["user.created", "webhook.test"]);
});

test("events restored from another cluster are shown at once, and neither they nor later ones escape an old cursor", async () => {
  const partner = await makePartner(db);
  // The latest of all tests' events: that is where a restore is looked for.
  const ctx = partnerCtx(partner, new Date("2100-01-01T00:00:00.000Z"));
  for (const name of ["a", "b", "c"]) await record(ctx, name);
  const { nextCursor } = await settled(ctx, ["a", "b", "c"]);
  const ahead = "100000000000000";
  await db.update(events).set({ xid: ahead }).where(eq(events.partnerId, partner.id));
  expect(namesOf(await page(ctx))).toEqual([]);

  await forgetForeignTransactions(database().sql);
  await settled(ctx, ["a", "b", "c"]);
  await record(ctx, "d");
  const after = nextCursor!.replace(/^\d+/, ahead);
  const found = await settled(ctx, ["a", "b", "c", "d"], { after });
  expect(namesOf(await page(ctx, { after: found.nextCursor! }))).toEqual([]);
});
