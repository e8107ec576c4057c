import { describe, expect, test } from "vitest";
import { type CampaignState, giveBack, markSaved, spend, tokensOfDay } from "@/lib/domain/giving/campaigns/spending";

const NOON = new Date("2026-03-01T12:00:00.000Z");
const NEXT_DAY = new Date("2026-03-02T00:00:00.000Z");
const NO_LIMITS = { totalTokens: null, tokensPerDay: null, tokensPerUser: null, tokensPerAction: null };

const stateWith = (budget: Partial<CampaignState["budget"]>, changes: Partial<CampaignState> = {}): CampaignState => ({
  id: "695b9e0d4f1a2b3c4d5e6f84",
  budget: { ...NO_LIMITS, ...budget },
  tokensDistributed: 0,
  tokensToday: 0,
  today: "2026-03-01",
  actionCount: 0,
  recipients: new Map(),
  given: new Map(),
  isExhausted: false,
  isChanged: false,
  ...changes,
});
const to = (tokens: Record<string, number>) => new Map(Object.entries(tokens));
const refusal = (work: () => void) => {
  try {
    work();
  } catch (error) {
    return error;
  }
};

test("a reward counts for the total, the day, its recipients and as one action", () => {
  const state = stateWith({});
  spend(state, 50, to({ ann: 30, bob: 20 }), NOON);
  spend(state, 5, to({ ann: 5, bob: 0 }), NOON);
  expect(state).toMatchObject({ tokensDistributed: 55, tokensToday: 55, actionCount: 2, isChanged: true });
  expect(state.given).toEqual(to({ ann: 35, bob: 20 }));
});

describe("a total", () => {
  test("is given to the last token, which tells that it is used up", () => {
    const state = stateWith({ totalTokens: 100 });
    spend(state, 60, to({ ann: 60 }), NOON);
    expect(state.isExhausted).toBe(false);
    spend(state, 40, to({ ann: 40 }), NOON);
    expect(state.isExhausted).toBe(true);
  });

  test("beyond it nothing is given, and nothing changes", () => {
    const state = stateWith({ totalTokens: 100 }, { tokensDistributed: 60 });
    const before = structuredClone(state);
    const details = { campaignId: state.id, budget: "totalTokens", required: 41, left: 40 };
    expect(refusal(() => spend(state, 41, to({ ann: 41 }), NOON))).toMatchObject({
      code: "campaign_budget_exceeded",
      details,
    });
    expect(state).toEqual(before);
  });

  test("has room again once tokens are given back; the day and the recipients keep theirs", () => {
    const state = stateWith({ totalTokens: 100, tokensPerDay: 100, tokensPerUser: 100 });
    spend(state, 100, to({ ann: 100 }), NOON);
    markSaved(state);
    giveBack(state, 30);
    expect(state).toMatchObject({ tokensDistributed: 70, tokensToday: 100, isExhausted: false, isChanged: true });
    expect(refusal(() => spend(state, 30, to({ bob: 30 }), NOON))).toMatchObject({
      details: { budget: "tokensPerDay" },
    });
    expect(refusal(() => spend(state, 30, to({ ann: 30 }), NEXT_DAY))).toMatchObject({ code: "user_cap_exceeded" });
    spend(state, 30, to({ bob: 30 }), NEXT_DAY);
    expect(state.isExhausted).toBe(true);
  });
});

describe("a day's budget", () => {
  test("is whole again on the next UTC day", () => {
    const state = stateWith({ tokensPerDay: 100 }, { tokensToday: 90 });
    const details = { budget: "tokensPerDay", required: 11, left: 10 };
    expect(refusal(() => spend(state, 11, to({ ann: 11 }), NOON))).toMatchObject({ details });
    spend(state, 11, to({ ann: 11 }), NEXT_DAY);
    expect(state).toMatchObject({ tokensToday: 11, today: "2026-03-02" });
  });

  test("is not made whole by a request that began before midnight and comes after one of the new day", () => {
    const state = stateWith({ tokensPerDay: 100 }, { tokensToday: 90, today: "2026-03-02" });
    expect(refusal(() => spend(state, 11, to({ ann: 11 }), NOON))).toMatchObject({ details: { left: 10 } });
    spend(state, 10, to({ ann: 10 }), NOON);
    expect(state).toMatchObject({ tokensToday: 100, today: "2026-03-02" });
  });

  test("shows nothing of an earlier day", () => {
    expect(tokensOfDay({ tokensToday: 90, today: "2026-03-01" }, NOON)).toBe(90);
    expect(tokensOfDay({ tokensToday: 90, today: "2026-03-01" }, NEXT_DAY)).toBe(0);
  });
});

describe("a cap for one user", () => {
  test("counts what they had, what this transaction gave and what is asked; the refusal names them", () => {
    const state = stateWith({ tokensPerUser: 100 }, { recipients: to({ ann: 50 }) });
    spend(state, 40, to({ ann: 40 }), NOON);
    const details = [expect.objectContaining({ partnerUserId: "ann", required: 11, left: 10 })];
    expect(refusal(() => spend(state, 31, to({ ann: 11, bob: 20 }), NOON))).toMatchObject({
      code: "user_cap_exceeded",
      details,
    });
    expect(state.given).toEqual(to({ ann: 40 }));
    spend(state, 110, to({ ann: 10, bob: 100 }), NOON);
  });

  test("counts the same before and after it was written", () => {
    const state = stateWith({ tokensPerUser: 100 });
    spend(state, 60, to({ ann: 60 }), NOON);
    markSaved(state);
    expect(state).toMatchObject({ isChanged: false, given: new Map() });
    expect(refusal(() => spend(state, 41, to({ ann: 41 }), NOON))).toMatchObject({ code: "user_cap_exceeded" });
  });

  test("that was lowered below what somebody has leaves nothing for them", () => {
    const state = stateWith({ tokensPerUser: 10 }, { recipients: to({ ann: 50 }) });
    const details = [expect.objectContaining({ left: 0 })];
    expect(refusal(() => spend(state, 1, to({ ann: 1 }), NOON))).toMatchObject({ details });
  });
});
