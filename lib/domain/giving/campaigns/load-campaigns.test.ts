import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { campaignRecipients, campaigns } from "@/db/schema/campaigns";
import { auditRecords } from "@/db/schema/records";
import { events } from "@/db/schema/webhooks";
import { makeCampaign, makePartner } from "@/db/testing/factories";
import { inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { acceptedCurrencies, chooseCampaign } from "@/lib/domain/giving/campaigns/choose-campaign";
import { type LoadOptions, loadCampaigns } from "@/lib/domain/giving/campaigns/load-campaigns";
import { saveSpending } from "@/lib/domain/giving/campaigns/save-spending";
import { giveBack, spend } from "@/lib/domain/giving/campaigns/spending";
import { Failure } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";
import { partnerCtx } from "@/lib/testing/context";

const { db } = database();
// A Sunday.
const NOW = new Date("2026-03-01T12:00:00.000Z");
const YESTERDAY = new Date("2026-02-28T12:00:00.000Z");
const TOMORROW = new Date("2026-03-02T12:00:00.000Z");

let ctx: PartnerCtx;
beforeEach(async () => {
  ctx = partnerCtx(await makePartner(db), NOW);
});

type Changes = Parameters<typeof makeCampaign>[1];
const make = (changes: Changes = {}) => makeCampaign(db, { partnerId: ctx.partner.id, status: "ACTIVE", ...changes });
const load = (ids: string[], options: Partial<LoadOptions> = {}) =>
  inTransaction(ctx, (ctx) => loadCampaigns(ctx, ids, { withDefault: false, forUpdate: false, ...options }));
const rowOf = async (id: string) => (await db.select().from(campaigns).where(eq(campaigns.id, id)))[0]!;
const recipientsOf = async (id: string) => {
  const rows = await db.select().from(campaignRecipients).where(eq(campaignRecipients.campaignId, id));
  return Object.fromEntries(rows.map(({ externalId, tokens }) => [externalId, tokens]));
};
const told = async () => {
  const rows = await db.select().from(events).where(eq(events.partnerId, ctx.partner.id)).orderBy(asc(events.position));
  return rows.map(({ type, body }) => ({ type, ...JSON.parse(body).data }));
};

/** Spends of one campaign as a submit does: loaded for update, decided, written. */
const spendOf = (id: string, perRecipient: Record<string, number>, at = NOW) =>
  inTransaction({ ...ctx, now: at }, async (ctx) => {
    const recipients = Object.keys(perRecipient);
    const [campaign] = await loadCampaigns(ctx, [id], { withDefault: false, forUpdate: true, recipients });
    const tokens = Object.values(perRecipient).reduce((a, b) => a + b, 0);
    spend(campaign!.state, tokens, new Map(Object.entries(perRecipient)), at);
    await saveSpending(ctx, [campaign!.state]);
  });

describe("loading", () => {
  test("gives the partner's own campaigns of the environment, in the order of their ids", async () => {
    const made = await Promise.all([make(), make(), make()]);
    const foreign = [await make({ environment: "production" }), await makeCampaign(db)];
    const ids = [...made, ...foreign].map(({ id }) => id);
    const expected = made.map(({ id }) => id).toSorted();
    expect((await load([...ids, newObjectId()].toReversed())).map(({ id }) => id)).toEqual(expected);
    expect((await load(ids, { forUpdate: true })).map(({ id }) => id)).toEqual(expected);
  });

  test("adds the default one only where it is asked for and runs", async () => {
    const [standard, other] = [await make({ isDefault: true }), await make()];
    expect(await load([])).toEqual([]);
    expect((await load([], { withDefault: true })).map(({ id }) => id)).toEqual([standard.id]);
    const both = (await load([other.id], { withDefault: true, forUpdate: true })).map(({ id }) => id);
    expect(both).toEqual([standard.id, other.id].toSorted());
    await db.update(campaigns).set({ status: "COMPLETED" }).where(eq(campaigns.id, standard.id));
    expect(await load([], { withDefault: true })).toEqual([]);
  });

  test("reads rates and tiers as exact numbers, and what capped recipients had", async () => {
    const tier = { minAmount: 999_999_999_999_999, maxAmount: null, multiplier: 15_000, bonusTokens: 3 };
    const { id } = await make({ multiplier: 12_345, tiers: [tier], tokensPerUser: 100 });
    await spendOf(id, { ann: 7, bob: 8 });
    const [campaign] = await load([id], { recipients: ["ann", "cyd"] });
    expect(campaign!.terms).toMatchObject({
      multiplier: 12_345n,
      tiers: [{ minAmount: 999_999_999_999_999n, maxAmount: null, multiplier: 15_000n, bonusTokens: 3 }],
    });
    expect(campaign!.state.recipients).toEqual(new Map([["ann", 7]]));
  });
});

describe("choosing", () => {
  const choose = async (campaignId: string | undefined, actionType = "PURCHASE", now = NOW) => {
    const loaded = await load(campaignId ? [campaignId] : [], { withDefault: campaignId === undefined });
    return chooseCampaign(loaded, { campaignId, actionType }, now);
  };
  const refusalOf = async (...asked: Parameters<typeof choose>) => {
    const error = await choose(...asked).catch((thrown: unknown) => thrown);
    if (!(error instanceof Failure)) throw new Error("it was chosen");
    return { code: error.code, ...(error.details as object) };
  };

  test("takes the one that is named, whatever the default", async () => {
    const [{ id }] = [await make(), await make({ isDefault: true })];
    expect((await choose(id))!.id).toBe(id);
  });

  test("without a name takes the default one where it applies, else none", async () => {
    expect(await choose(undefined)).toBeNull();
    const { id } = await make({ isDefault: true, actionTypes: ["PURCHASE"] });
    expect((await choose(undefined))!.id).toBe(id);
    expect(await choose(undefined, "VOLUNTEER")).toBeNull();
    await db.update(campaigns).set({ startsAt: TOMORROW }).where(eq(campaigns.id, id));
    expect(await choose(undefined)).toBeNull();
  });

  test("never depends on the job: the clock alone opens and closes", async () => {
    const times = { startsAt: NOW, endsAt: TOMORROW };
    for (const { id } of [await make({ status: "SCHEDULED", ...times }), await make(times)]) {
      expect((await choose(id))!.id).toBe(id);
      expect(await refusalOf(id, "PURCHASE", TOMORROW)).toMatchObject({ reason: "STATUS", status: "COMPLETED" });
    }
    const { id } = await make({ status: "SCHEDULED", startsAt: TOMORROW });
    expect(await refusalOf(id)).toMatchObject({ code: "campaign_not_active", reason: "STATUS", status: "SCHEDULED" });
  });

  test("says what stands in the way", async () => {
    expect(await refusalOf(newObjectId())).toEqual({ code: "campaign_not_found" });
    const paused = await make({ status: "PAUSED", pauseReason: "MANUAL" });
    expect(await refusalOf(paused.id)).toMatchObject({
      code: "campaign_not_active",
      reason: "STATUS",
      status: "PAUSED",
    });
    const mondays = [{ days: [1], from: "00:00", to: "23:59" }];
    const closed = await make({ startsAt: YESTERDAY, windows: mondays });
    expect(await refusalOf(closed.id)).toMatchObject({ reason: "SCHEDULE", timezone: "UTC", windows: mondays });
    const { id } = await make({ actionTypes: ["PURCHASE"] });
    expect(await refusalOf(id, "DONATION")).toMatchObject({ reason: "ACTION_TYPE", actionTypes: ["PURCHASE"] });
  });

  test("currencies are the campaign's own, where it names one, else the partner's", async () => {
    expect(acceptedCurrencies(null, ctx.partner)).toEqual(["USD"]);
    expect(acceptedCurrencies({ currency: null }, ctx.partner)).toEqual(["USD"]);
    expect(acceptedCurrencies({ currency: "EUR" }, ctx.partner)).toEqual(["EUR"]);
  });
});

describe("spending", () => {
  test("is written for several campaigns at once, and adds up for recipients", async () => {
    const [one, other] = [await make({ isDefault: true }), await make()];
    await spendOf(one.id, { ann: 5 });
    await inTransaction(ctx, async (ctx) => {
      const loaded = await loadCampaigns(ctx, [other.id], { withDefault: true, forUpdate: true });
      for (const { state } of loaded)
        spend(
          state,
          30,
          new Map([
            ["ann", 20],
            ["bob", 10],
          ]),
          NOW,
        );
      await saveSpending(
        ctx,
        loaded.map(({ state }) => state),
      );
    });
    const figures = { tokensToday: 35, today: "2026-03-01", actionCount: 2, status: "ACTIVE" };
    expect(await rowOf(one.id)).toMatchObject({ tokensDistributed: 35, ...figures });
    expect(await rowOf(other.id)).toMatchObject({ tokensDistributed: 30, actionCount: 1 });
    expect(await recipientsOf(one.id)).toEqual({ ann: 25, bob: 10 });
    expect(await recipientsOf(other.id)).toEqual({ ann: 20, bob: 10 });
    expect(await told()).toEqual([]);
  });

  test("of twenty at once never goes beyond the total; the last token pauses the campaign and tells so, once", async () => {
    const { id } = await make({ totalTokens: 100 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => spendOf(id, { [`cust-${n}`]: 10 }, new Date(NOW.getTime() + n))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    expect(await rowOf(id)).toMatchObject({
      status: "PAUSED",
      pauseReason: "BUDGET_EXHAUSTED",
      tokensDistributed: 100,
      actionCount: 10,
    });
    expect(await told()).toMatchObject([
      { type: "campaign.status_changed", campaignId: id, from: "ACTIVE", to: "PAUSED", reason: "BUDGET_EXHAUSTED" },
      { type: "campaign.budget_exhausted", campaignId: id, totalTokens: 100 },
    ]);
    const audit = await db.select().from(auditRecords).where(eq(auditRecords.targetId, id));
    expect(audit).toMatchObject([{ action: "campaign.status_changed", reason: "BUDGET_EXHAUSTED" }]);
  });

  test("of a campaign that no job has started yet starts it first", async () => {
    const { id } = await make({ status: "SCHEDULED", startsAt: YESTERDAY, totalTokens: 10 });
    await spendOf(id, { ann: 10 });
    expect((await told()).map(({ type, to }) => to ?? type)).toEqual([
      "ACTIVE",
      "campaign.started",
      "PAUSED",
      "campaign.budget_exhausted",
    ]);
  });

  test("that used the total up closes the campaign for what follows in the same transaction", async () => {
    const { id } = await make({ totalTokens: 10 });
    await inTransaction(ctx, async (ctx) => {
      const loaded = await loadCampaigns(ctx, [id], { withDefault: false, forUpdate: true });
      spend(loaded[0]!.state, 10, new Map(), NOW);
      expect(() => chooseCampaign(loaded, { campaignId: id, actionType: "PURCHASE" }, NOW)).toThrow(
        expect.objectContaining({ code: "campaign_not_active" }),
      );
    });
  });

  test("that is given back makes room, and leaves a paused campaign paused", async () => {
    const { id } = await make({ totalTokens: 10 });
    await spendOf(id, { ann: 10 });
    await inTransaction(ctx, async (ctx) => {
      const loaded = await loadCampaigns(ctx, [id], { withDefault: false, forUpdate: true });
      giveBack(loaded[0]!.state, 4);
      await saveSpending(ctx, [loaded[0]!.state]);
    });
    expect(await rowOf(id)).toMatchObject({ status: "PAUSED", tokensDistributed: 6, tokensToday: 10, actionCount: 1 });
  });

  test("begins anew on the next day, and not before", async () => {
    const { id } = await make({ tokensPerDay: 10 });
    await spendOf(id, { ann: 10 });
    await expect(spendOf(id, { bob: 1 })).rejects.toMatchObject({ code: "campaign_budget_exceeded" });
    await spendOf(id, { bob: 1 }, TOMORROW);
    expect(await rowOf(id)).toMatchObject({ tokensToday: 1, today: "2026-03-02", tokensDistributed: 11 });
  });

  test("beyond the total is refused by the database itself", async () => {
    const { id } = await make({ totalTokens: 10 });
    const beyond = db.update(campaigns).set({ tokensDistributed: 11 }).where(eq(campaigns.id, id));
    await expect(beyond).rejects.toMatchObject({ cause: { code: "23514" } });
  });
});
