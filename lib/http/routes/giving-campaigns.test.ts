import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { campaigns } from "@/db/schema/campaigns";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { type MadeKey, makeCampaign, makeKey, makePartner, makePool } from "@/db/testing/factories";
import { type Mounted, mounts } from "@/lib/testing/mounts";
import { jsonCall, sign } from "@/lib/testing/sign";

const { db } = database();
const CAMPAIGNS = "/v1/partner/campaigns";
const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

// The pipeline is tested elsewhere, through both mounts: here one is enough.
let mounted: Mounted;
let key: MadeKey;
let partnerId: string;
beforeAll(async () => {
  mounted = await mounts[0]!.start();
});
afterAll(() => mounted.close());
beforeEach(async () => {
  partnerId = (await makePartner(db, { tier: "ENTERPRISE" })).id;
  key = await makeKey(db, { partnerId });
});

/** Signed at a second of its own: the same request twice within one would be a replay. */
const signedAt = new Set<number>();
const send = (method: string, target: string, body?: object) => {
  let timestamp = Math.floor(Date.now() / 1000);
  while (signedAt.has(timestamp)) timestamp -= 1;
  signedAt.add(timestamp);
  return mounted.call(sign(key, jsonCall(method, target, body), { timestamp }));
};
const read = (target: string) => send("GET", target);
const create = (body: object) => send("POST", CAMPAIGNS, body);
const patch = (id: string, body: object) => send("PATCH", `${CAMPAIGNS}/${id}`, body);
const change = (id: string, verb: "activate" | "pause" | "complete") => send("POST", `${CAMPAIGNS}/${id}/${verb}`);
const make = (changes: Parameters<typeof makeCampaign>[1] = {}) => makeCampaign(db, { partnerId, ...changes });
const rowOf = async (id: string) => (await db.select().from(campaigns).where(eq(campaigns.id, id)))[0]!;
const auditOf = (id: string) =>
  db.select().from(auditRecords).where(eq(auditRecords.targetId, id)).orderBy(asc(auditRecords.position));
const told = async () => {
  const rows = await db.select().from(events).where(eq(events.partnerId, partnerId)).orderBy(asc(events.position));
  return rows.map(({ type, body }) => {
    const { from, to, reason } = JSON.parse(body).data;
    return to === undefined ? type : `${from} → ${to}: ${reason}`;
  });
};

const BARE = { name: "Summer of trees", actionTypes: ["PURCHASE"], splits: [] };
const FULL = {
  ...BARE,
  description: "More for the forest",
  actionTypes: ["PURCHASE", "DONATION"],
  isDefault: true,
  currency: "EUR",
  tokensPerUnit: 2.5,
  multiplier: "1.0001",
  rounding: "DOWN",
  splits: [
    { stakeholderTypeCode: "CUSTOMER", shareBps: 7500 },
    { stakeholderTypeCode: "NONPROFIT", shareBps: 2500 },
  ],
  unmatchedSplit: "REDISTRIBUTE",
  tiers: [
    { minAmount: 0, maxAmount: "99.9999", multiplier: 1 },
    { minAmount: 99999999999.9999, maxAmount: null, multiplier: 2.5, bonusTokens: 10 },
  ],
  schedule: {
    startsAt: "2030-06-01T00:00:00+02:00",
    endsAt: "2030-09-01T00:00:00.000Z",
    timezone: "Europe/Berlin",
    windows: [{ days: [5, 6], from: "18:00", to: "02:00" }],
  },
  budget: { totalTokens: 50_000, tokensPerUser: 500 },
  metadata: { owner: "Dana" },
};

describe("a creation", () => {
  test("answers 201 with a draft that says everything back, and leaves an audit record", async () => {
    const pool = await makePool(db, { partnerId });
    const answer = await create({ ...FULL, tokenPoolId: pool.id });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      ...FULL,
      tokenPoolId: pool.id,
      multiplier: 1.0001,
      tiers: [
        { minAmount: 0, maxAmount: 99.9999, multiplier: 1, bonusTokens: 0 },
        { minAmount: 99999999999.9999, maxAmount: null, multiplier: 2.5, bonusTokens: 10 },
      ],
      schedule: { ...FULL.schedule, startsAt: "2030-05-31T22:00:00.000Z" },
      budget: { totalTokens: 50_000, tokensPerDay: null, tokensPerUser: 500, tokensPerAction: null },
      ...{ environment: "sandbox", status: "DRAFT", pauseReason: null },
      ...{ tokensDistributed: 0, tokensToday: 0, actionCount: 0 },
    });
    expect((await read(`${CAMPAIGNS}/${answer.body.id}`)).body).toEqual(answer.body);
    const [audit] = await auditOf(answer.body.id);
    expect(audit).toMatchObject({
      action: "campaign.created",
      after: { status: "DRAFT", "budget.totalTokens": 50_000 },
    });
    expect(await told()).toEqual([]);
  });

  test("takes what is left out as the contract says", async () => {
    expect((await create(BARE)).body).toMatchObject({
      ...{ description: null, tokenPoolId: null, isDefault: false, currency: null },
      ...{ tokensPerUnit: 1, multiplier: 1, rounding: "HALF_UP", unmatchedSplit: "RETURN_TO_POOL" },
      ...{ splits: [], tiers: [], schedule: null, metadata: {} },
      budget: { totalTokens: null, tokensPerDay: null, tokensPerUser: null, tokensPerAction: null },
    });
  });

  const rule = (stakeholderTypeCode: string, shareBps: number) => ({ stakeholderTypeCode, shareBps });
  const tier = (minAmount: unknown, maxAmount: unknown) => ({ minAmount, maxAmount, multiplier: 1 });
  const schedule = (more: object) => ({ schedule: { startsAt: "2030-01-01T00:00:00.000Z", ...more } });
  test.each<[string, object, string]>([
    ["INVALID_SPLITS", { splits: [rule("CUSTOMER", 5000), rule("DONOR", 4999)] }, "splits"],
    ["INVALID_SPLITS", { splits: [rule("CUSTOMER", 5000), rule("CUSTOMER", 5000)] }, "splits[1].stakeholderTypeCode"],
    ["INVALID_TIERS", { tiers: [tier(10, 10)] }, "tiers[0].maxAmount"],
    ["INVALID_TIERS", { tiers: [tier(0, 10), tier("9.9999", 20)] }, "tiers[1].minAmount"],
    ["INVALID_TIERS", { tiers: [tier(0, null), tier(10, 20)] }, "tiers[1]"],
    ["INVALID_TIERS", { tiers: [tier(10, 20), tier(0, 10)] }, "tiers[1].minAmount"],
    ["INVALID_SCHEDULE", schedule({ endsAt: "2030-01-01T00:00:00.000Z" }), "schedule.endsAt"],
    ["INVALID_SCHEDULE", schedule({ timezone: "+02:00" }), "schedule.timezone"],
    ["INVALID_SCHEDULE", schedule({ windows: [{ days: [1], from: "09:00", to: "09:00" }] }), "schedule.windows[0]"],
    [
      "INVALID_SCHEDULE",
      schedule({ windows: [{ days: [1, 1], from: "09:00", to: "10:00" }] }),
      "schedule.windows[0].days",
    ],
    ["STAKEHOLDER_TYPE_NOT_REGISTERED", { splits: [rule("ALIEN", 10_000)] }, "splits[0].stakeholderTypeCode"],
    ["ACTION_TYPE_NOT_REGISTERED", { actionTypes: ["PURCHASE", "ABDUCTION"] }, "actionTypes[1]"],
    ["CURRENCY_NOT_SUPPORTED", { currency: "XXQ" }, "currency"],
    ["POOL_NOT_FOUND", { tokenPoolId: "0".repeat(24) }, "tokenPoolId"],
    ["VALIDATION_ERROR", { multiplier: 0 }, "multiplier"],
    ["VALIDATION_ERROR", { multiplier: 1.00001 }, "multiplier"],
    ["VALIDATION_ERROR", { tokensPerUnit: "10000.0001" }, "tokensPerUnit"],
    ["VALIDATION_ERROR", { splits: undefined }, "splits"],
    ["VALIDATION_ERROR", { splits: [rule("CUSTOMER", 0)] }, "splits[0].shareBps"],
    ["VALIDATION_ERROR", { budget: { totalTokens: 0 } }, "budget.totalTokens"],
    ["VALIDATION_ERROR", { actionTypes: [] }, "actionTypes"],
    [
      "VALIDATION_ERROR",
      schedule({ windows: [{ days: [8], from: "09:00", to: "10:00" }] }),
      "schedule.windows[0].days[0]",
    ],
    ["VALIDATION_ERROR", schedule({ windows: [{ days: [1], from: "9:00", to: "24:00" }] }), "schedule.windows[0].from"],
    ["VALIDATION_ERROR", { status: "ACTIVE" }, "status"],
  ])("is refused as %s: %j", async (code, changes, field) => {
    const answer = await create({ ...BARE, ...changes });
    expect(answer.code).toBe(code);
    expect(answer.body.details.map((issue: { field: string }) => issue.field)).toContain(field);
    expect((await read(CAMPAIGNS)).body.pagination.total).toBe(0);
  });

  test("does not take a pool of another partner or environment", async () => {
    for (const pool of [await makePool(db), await makePool(db, { partnerId, environment: "production" })]) {
      expect(await create({ ...BARE, tokenPoolId: pool.id })).toMatchObject({ status: 404, code: "POOL_NOT_FOUND" });
    }
  });
});

describe("the default campaign", () => {
  const defaults = async () => {
    const rows = await db.select().from(campaigns).where(eq(campaigns.partnerId, partnerId));
    return rows.filter(({ isDefault }) => isDefault).map(({ id }) => id);
  };

  test("is one: whichever is made or set last takes the flag", async () => {
    const elsewhere = await make({ environment: "production", isDefault: true });
    const first = (await create({ ...BARE, isDefault: true })).body;
    const second = (await create({ ...BARE, isDefault: true })).body;
    expect(await defaults()).toEqual(expect.arrayContaining([elsewhere.id, second.id]));
    expect((await read(`${CAMPAIGNS}/${first.id}`)).body.isDefault).toBe(false);
    expect((await patch(first.id, { isDefault: true })).body.isDefault).toBe(true);
    expect((await defaults()).toSorted()).toEqual([elsewhere.id, first.id].toSorted());
    const last = (await auditOf(second.id)).at(-1);
    expect(last).toMatchObject({ action: "campaign.updated", after: { isDefault: false } });
    await patch(first.id, { isDefault: false });
    expect(await defaults()).toEqual([elsewhere.id]);
  });

  test("is one after many at once asked for it, and none of them failed", async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => make()));
    const answers = await Promise.all([
      ...made.map(({ id }) => patch(id, { isDefault: true })),
      ...Array.from({ length: 3 }, (_, n) => create({ ...BARE, name: `Rival ${n}`, isDefault: true })),
    ]);
    expect(answers.every(({ status }) => status < 300)).toBe(true);
    expect(await defaults()).toHaveLength(1);
  });
});

describe("a patch", () => {
  test("changes everything of a draft, keeps what it does not name, and takes away by null", async () => {
    const { id } = (await create(FULL)).body;
    const changed = await patch(id, {
      name: "Autumn",
      description: null,
      currency: null,
      multiplier: 3,
      splits: [],
      schedule: { endsAt: null, windows: [] },
      budget: { totalTokens: null, tokensPerDay: 100 },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        ...{ name: "Autumn", description: null, currency: null, multiplier: 3, tokensPerUnit: 2.5, splits: [] },
        schedule: { startsAt: "2030-05-31T22:00:00.000Z", endsAt: null, timezone: "Europe/Berlin", windows: [] },
        budget: { totalTokens: null, tokensPerDay: 100, tokensPerUser: 500, tokensPerAction: null },
        metadata: { owner: "Dana" },
      },
    });
    const none = await patch(id, { schedule: null, budget: null, tiers: [] });
    expect(none.body).toMatchObject({ schedule: null, tiers: [], budget: { tokensPerUser: null } });
    expect((await auditOf(id)).at(-2)).toMatchObject({
      action: "campaign.updated",
      before: { multiplier: 1.0001, "budget.totalTokens": 50_000 },
      after: { multiplier: 3, "budget.totalTokens": null },
    });
  });

  test("that changes nothing writes nothing", async () => {
    const { body } = await create(FULL);
    expect((await patch(body.id, { multiplier: 1.0001, budget: { totalTokens: 50_000 } })).body).toEqual(body);
    expect(await auditOf(body.id)).toHaveLength(1);
  });

  test.each([
    [{ tiers: [{ minAmount: 1, maxAmount: 1, multiplier: 1 }] }, "INVALID_TIERS"],
    [{ schedule: { endsAt: "2030-01-01T00:00:00.000Z" } }, "INVALID_SCHEDULE"],
    [{ schedule: { timezone: "Mars/Olympus" } }, "INVALID_SCHEDULE"],
    [{ splits: [{ stakeholderTypeCode: "CUSTOMER", shareBps: 1 }] }, "INVALID_SPLITS"],
    [{}, "VALIDATION_ERROR"],
    [{ tokensDistributed: 5 }, "VALIDATION_ERROR"],
  ])("is held to the rules with what is there already: %j", async (body, code) => {
    const created = (await create(FULL)).body;
    expect((await patch(created.id, body)).code).toBe(code);
    expect((await read(`${CAMPAIGNS}/${created.id}`)).body).toEqual(created);
  });

  test("of an active campaign changes name, description, end and budget, and nothing else", async () => {
    const { id } = await make({ status: "ACTIVE", startsAt: inDays(-1), endsAt: inDays(1) });
    const end = inDays(30).toISOString();
    const allowed = { name: "Longer", description: "", schedule: { endsAt: end }, budget: { totalTokens: 9 } };
    expect((await patch(id, allowed)).body).toMatchObject({
      ...{ name: "Longer", description: "", status: "ACTIVE" },
      schedule: { endsAt: end },
      budget: { totalTokens: 9 },
    });
    for (const [body, field] of [
      [{ multiplier: 2 }, "multiplier"],
      [{ splits: [{ stakeholderTypeCode: "CUSTOMER", shareBps: 10_000 }] }, "splits"],
      [{ isDefault: true }, "isDefault"],
      [{ metadata: { a: 1 } }, "metadata"],
      [{ schedule: { startsAt: "2026-01-01T00:00:00.000Z" } }, "schedule.startsAt"],
    ] as const) {
      const answer = await patch(id, { name: "Not kept", ...body });
      expect(answer).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION", body: { details: [{ field }] } });
    }
    expect(await patch(id, { schedule: { endsAt: inDays(-0.5).toISOString() } })).toMatchObject({
      code: "INVALID_SCHEDULE",
    });
    expect((await rowOf(id)).name).toBe("Longer");
  });

  test("of a completed campaign is refused, also of one that only the clock has completed", async () => {
    const made = await make({ status: "COMPLETED" });
    const ended = await make({ status: "ACTIVE", startsAt: inDays(-2), endsAt: inDays(-1) });
    for (const { id } of [made, ended]) {
      expect(await patch(id, { name: "Again" })).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    }
  });

  test("does not lower the total below what was given; at exactly that the campaign pauses", async () => {
    const { id } = await make({ status: "ACTIVE", tokensDistributed: 40 });
    const refused = await patch(id, { budget: { totalTokens: 39 } });
    const details = [{ field: "budget.totalTokens", spent: 40 }];
    expect(refused).toMatchObject({ code: "INVALID_STATE_TRANSITION", body: { details } });
    const paused = await patch(id, { budget: { totalTokens: 40 } });
    expect(paused.body).toMatchObject({ status: "PAUSED", pauseReason: "BUDGET_EXHAUSTED" });
    expect(await told()).toEqual(["ACTIVE → PAUSED: BUDGET_EXHAUSTED", "campaign.budget_exhausted"]);
  });

  test("that moves a start into the past starts the campaign; a scheduled one keeps a start", async () => {
    const { id } = await make({ status: "SCHEDULED", startsAt: inDays(1) });
    expect((await patch(id, { schedule: null })).code).toBe("INVALID_SCHEDULE");
    const started = await patch(id, { schedule: { startsAt: inDays(-1).toISOString() } });
    expect(started.body.status).toBe("ACTIVE");
    expect(await told()).toEqual(["SCHEDULED → ACTIVE: SCHEDULE", "campaign.started"]);
  });
});

describe("the status", () => {
  test("goes from draft over active and paused to completed, each step told once", async () => {
    const { id } = (await create(BARE)).body;
    const seen = [];
    for (const verb of ["activate", "activate", "pause", "pause", "activate", "complete", "complete"] as const) {
      const { status, body } = await change(id, verb);
      seen.push([status, body.status, body.pauseReason]);
    }
    expect(seen).toEqual([
      [200, "ACTIVE", null],
      [200, "ACTIVE", null],
      [200, "PAUSED", "MANUAL"],
      [200, "PAUSED", "MANUAL"],
      [200, "ACTIVE", null],
      [200, "COMPLETED", null],
      [200, "COMPLETED", null],
    ]);
    expect(await told()).toEqual([
      "DRAFT → ACTIVE: MANUAL",
      "campaign.started",
      "ACTIVE → PAUSED: MANUAL",
      "PAUSED → ACTIVE: MANUAL",
      "ACTIVE → COMPLETED: MANUAL",
    ]);
    expect((await auditOf(id)).map(({ action }) => action)).toEqual([
      "campaign.created",
      ...Array(4).fill("campaign.status_changed"),
    ]);
  });

  test("is SCHEDULED while the start lies ahead, and can be paused and taken up again there", async () => {
    const { id } = (await create({ ...BARE, schedule: { startsAt: inDays(1).toISOString() } })).body;
    for (const verb of ["activate", "activate", "pause", "activate"] as const) await change(id, verb);
    expect((await rowOf(id)).status).toBe("SCHEDULED");
    expect(await told()).toEqual([
      "DRAFT → SCHEDULED: MANUAL",
      "SCHEDULED → PAUSED: MANUAL",
      "PAUSED → SCHEDULED: MANUAL",
    ]);
  });

  test.each([
    ["DRAFT", "pause"],
    ["COMPLETED", "pause"],
    ["COMPLETED", "activate"],
  ] as const)("%s has no way to %s", async (status, verb) => {
    const { id } = await make({ status });
    expect(await change(id, verb)).toMatchObject({ status: 409, code: "INVALID_STATE_TRANSITION" });
    expect([(await rowOf(id)).status, await told()]).toEqual([status, []]);
  });

  test("does not become ACTIVE where it would end or pause at once, and the refusal says why", async () => {
    const ended = await make({ startsAt: inDays(-2), endsAt: inDays(-1) });
    const used = await make({
      ...{ status: "PAUSED", pauseReason: "BUDGET_EXHAUSTED" },
      ...{ totalTokens: 40, tokensDistributed: 40 },
    });
    for (const [id, field] of [
      [ended.id, "schedule.endsAt"],
      [used.id, "budget.totalTokens"],
    ]) {
      const answer = await change(id!, "activate");
      expect(answer).toMatchObject({ code: "INVALID_STATE_TRANSITION", body: { details: [{ field }] } });
    }
    await patch(used.id, { budget: { totalTokens: 41 } });
    expect((await change(used.id, "activate")).body).toMatchObject({ status: "ACTIVE", pauseReason: null });
  });

  test("is what the clock says, in answers and in the list's filter, before any job wrote it down", async () => {
    const started = await make({ status: "SCHEDULED", startsAt: inDays(-1) });
    const ended = await make({ status: "SCHEDULED", startsAt: inDays(-2), endsAt: inDays(-1) });
    const waiting = await make({ status: "SCHEDULED", startsAt: inDays(1) });
    const ids = async (status: string) =>
      (await read(`${CAMPAIGNS}?status=${status}`)).body.data.map((row: { id: string }) => row.id);
    expect(await ids("ACTIVE")).toEqual([started.id]);
    expect(await ids("COMPLETED")).toEqual([ended.id]);
    expect(await ids("SCHEDULED")).toEqual([waiting.id]);
    expect((await read(`${CAMPAIGNS}/${ended.id}`)).body.status).toBe("COMPLETED");
    await change(started.id, "pause");
    expect(await told()).toEqual(["SCHEDULED → ACTIVE: SCHEDULE", "campaign.started", "ACTIVE → PAUSED: MANUAL"]);
  });

  test("of many at once changes once", async () => {
    const { id } = await make();
    const answers = await Promise.all(Array.from({ length: 6 }, () => change(id, "activate")));
    expect(answers.every(({ status, body }) => status === 200 && body.status === "ACTIVE")).toBe(true);
    expect(await told()).toEqual(["DRAFT → ACTIVE: MANUAL", "campaign.started"]);
  });
});

test("the list is newest first, by page, status and action type", async () => {
  const day = (n: number) => ({ createdAt: new Date(Date.UTC(2026, 0, n)) });
  const first = await make({ ...day(1), actionTypes: ["VOLUNTEER"], status: "ACTIVE" });
  const second = await make({ ...day(2), actionTypes: ["PURCHASE", "DONATION"] });
  const third = await make({ ...day(3), actionTypes: ["PURCHASE"], status: "ACTIVE" });
  const ids = async (query: string) =>
    (await read(`${CAMPAIGNS}?${query}`)).body.data.map((row: { id: string }) => row.id);
  expect(await ids("")).toEqual([third.id, second.id, first.id]);
  expect(await ids("actionType=PURCHASE")).toEqual([third.id, second.id]);
  expect(await ids("actionType=PURCHASE&status=ACTIVE")).toEqual([third.id]);
  expect((await read(`${CAMPAIGNS}?limit=2&page=2`)).body).toMatchObject({
    data: [{ id: first.id }],
    pagination: { page: 2, limit: 2, total: 3, totalPages: 2 },
  });
});

test("tokensToday is of this UTC day only", async () => {
  const { id } = await make({ tokensDistributed: 90, tokensToday: 30, today: inDays(-1).toISOString().slice(0, 10) });
  expect((await read(`${CAMPAIGNS}/${id}`)).body).toMatchObject({ tokensDistributed: 90, tokensToday: 0 });
});
