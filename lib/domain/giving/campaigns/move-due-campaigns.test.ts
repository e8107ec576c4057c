import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { campaigns } from "@/db/schema/campaigns";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { makeCampaign } from "@/db/testing/factories";
import { inTransaction } from "@/lib/domain/context";
import { moveDueCampaigns } from "@/lib/domain/giving/campaigns/move-due-campaigns";
import { jobCtx } from "@/lib/domain/job-context";

const [BEFORE, START, BETWEEN, END] = [1, 2, 3, 4].map((day) => new Date(Date.UTC(2026, 2, day))) as [
  Date,
  Date,
  Date,
  Date,
];
const at = (now: Date) => ({ ...jobCtx("move-campaigns"), now });
const run = (now: Date, limit = 100) => moveDueCampaigns(at(now), { limit });
const make = (changes: Parameters<typeof makeCampaign>[1] = {}) =>
  makeCampaign(jobCtx("test").db, { status: "SCHEDULED", startsAt: START, endsAt: END, ...changes });
const statusOf = async (id: string) =>
  (await jobCtx("test").db.select().from(campaigns).where(eq(campaigns.id, id)))[0]!.status;

async function told(partnerId: string) {
  const rows = await jobCtx("test")
    .db.select()
    .from(events)
    .where(eq(events.partnerId, partnerId))
    .orderBy(asc(events.position));
  return rows.map(({ type, environment, body }) => {
    const { data } = JSON.parse(body);
    return type === "campaign.started" ? [type, environment] : [data.from, data.to, data.reason, environment];
  });
}

test("a campaign starts and ends at its times, each told once however often the job runs", async () => {
  const { id, partnerId, environment } = await make({ environment: "production" });
  const seen = [];
  for (const now of [BEFORE, START, BETWEEN, END]) {
    await run(now);
    await run(now);
    seen.push(await statusOf(id));
  }
  expect(seen).toEqual(["SCHEDULED", "ACTIVE", "ACTIVE", "COMPLETED"]);
  expect(await told(partnerId)).toEqual([
    ["SCHEDULED", "ACTIVE", "SCHEDULE", environment],
    ["campaign.started", environment],
    ["ACTIVE", "COMPLETED", "SCHEDULE", environment],
  ]);
  const audit = await jobCtx("test").db.select().from(auditRecords).where(eq(auditRecords.targetId, id));
  expect(audit).toMatchObject([
    { action: "campaign.status_changed", actorType: "SYSTEM", partnerId, environment },
    { action: "campaign.status_changed", actorType: "SYSTEM", partnerId, environment },
  ]);
});

test("one that began and ended while no job ran takes both steps, in order", async () => {
  const { id, partnerId } = await make();
  await run(END);
  expect(await statusOf(id)).toBe("COMPLETED");
  expect((await told(partnerId)).map(([first]) => first)).toEqual(["SCHEDULED", "campaign.started", "ACTIVE"]);
});

test("what nobody scheduled is left alone", async () => {
  const made = [
    await make({ status: "DRAFT" }),
    await make({ status: "PAUSED", pauseReason: "MANUAL" }),
    await make({ status: "COMPLETED" }),
    await make({ status: "ACTIVE", startsAt: null, endsAt: null }),
  ];
  expect(await run(END)).toBe(0);
  for (const { id, status } of made) expect(await statusOf(id)).toBe(status);
});

test("several processes at the same moment move each campaign once", async () => {
  const made = await Promise.all([1, 2, 3, 4, 5].map(() => make()));
  await Promise.all([1, 2, 3, 4].map(() => run(START)));
  await run(START);
  for (const { partnerId } of made) expect(await told(partnerId)).toHaveLength(2);
});

test("one that somebody holds is passed over, and taken next time", async () => {
  const { id } = await make();
  await inTransaction(at(START), async (ctx) => {
    await ctx.db.select().from(campaigns).where(eq(campaigns.id, id)).for("no key update");
    expect(await run(START)).toBe(0);
  });
  expect(await run(START)).toBe(1);
});

test("works in batches, and what one leaves over the next takes", async () => {
  await Promise.all([1, 2, 3, 4, 5].map(() => make()));
  expect([await run(START, 2), await run(START, 2), await run(START, 2), await run(START, 2)]).toEqual([2, 2, 1, 0]);
});
