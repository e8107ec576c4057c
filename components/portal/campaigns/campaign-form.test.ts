import { describe, expect, test } from "vitest";
import {
  type CampaignForm,
  EMPTY_CAMPAIGN,
  fieldErrors,
  formOf,
  patchOf,
  readForm,
  withoutErrorsOf,
} from "@/components/portal/campaigns/campaign-form";
import { Campaign, CreateCampaign } from "@/lib/domain/giving/campaigns/schemas";

const FILLED: CampaignForm = {
  ...EMPTY_CAMPAIGN,
  name: "Trees for orders",
  actionTypes: ["PURCHASE"],
  multiplier: "1.25",
  splits: [
    { stakeholderTypeCode: "CUSTOMER", percent: "66.67" },
    { stakeholderTypeCode: "NONPROFIT", percent: "33.33" },
  ],
  tiers: [{ minAmount: "0", maxAmount: "", multiplier: "2", bonusTokens: "" }],
  hasSchedule: true,
  startsAt: "2026-12-06T18:00",
  timezone: "Europe/Berlin",
  windows: [{ days: [5, 6], from: "18:00", to: "01:00" }],
  budget: { ...EMPTY_CAMPAIGN.budget, totalTokens: "20000" },
};

function inputOf(form: CampaignForm) {
  const read = readForm(form);
  if ("errors" in read) throw new Error(JSON.stringify(read.errors));
  return read.input;
}

test("a filled form is what the contract accepts, in the zone's time", () => {
  const input = CreateCampaign.parse(inputOf(FILLED));
  expect(input).toMatchObject({
    splits: [{ shareBps: 6667 }, { shareBps: 3333 }],
    tiers: [{ maxAmount: null, bonusTokens: 0 }],
    schedule: { startsAt: new Date("2026-12-06T17:00:00.000Z"), endsAt: null },
    budget: { totalTokens: 20_000, tokensPerDay: null },
  });
});

test("what a campaign was made of comes back into the form", () => {
  const input = CreateCampaign.parse(inputOf(FILLED));
  const at = "2026-01-01T00:00:00.000Z";
  const campaign = Campaign.parse({
    ...input,
    ...{ id: "695b9e0d4f1a2b3c4d5e6f74", environment: "sandbox", status: "DRAFT", pauseReason: null },
    ...{
      tokensPerUnit: 1,
      multiplier: 1.25,
      tiers: [{ minAmount: 0, maxAmount: null, multiplier: 2, bonusTokens: 0 }],
    },
    schedule: { ...input.schedule, startsAt: "2026-12-06T17:00:00.000Z", endsAt: null },
    ...{ tokensDistributed: 0, tokensToday: 0, actionCount: 0, createdAt: at, updatedAt: at },
  });
  expect(formOf(campaign)).toEqual({ ...FILLED, tiers: [{ ...FILLED.tiers[0], bonusTokens: "0" }] });
});

describe("at its field stands what is wrong with", () => {
  test.each<[string, Partial<CampaignForm>, string]>([
    ["no name", { name: " " }, "name"],
    ["no type of action", { actionTypes: [] }, "actionTypes"],
    ["a multiplier with five places", { multiplier: "1.00001" }, "multiplier"],
    [
      "a share that is no number",
      { splits: [{ stakeholderTypeCode: "CUSTOMER", percent: "all" }] },
      "splits[0].shareBps",
    ],
    ["a budget of a half", { budget: { ...EMPTY_CAMPAIGN.budget, tokensPerDay: "0.5" } }, "budget.tokensPerDay"],
    ["no start", { startsAt: "" }, "schedule.startsAt"],
    ["a window without days", { windows: [{ days: [], from: "09:00", to: "17:00" }] }, "schedule.windows[0]"],
  ])("%s", (_, part, field) => {
    const read = readForm({ ...FILLED, ...part });
    expect(read).toHaveProperty("errors");
    expect(Object.keys("errors" in read ? read.errors : {})).toEqual([field]);
  });
});

test("the server's refusals find their fields, and what has none is left to the form", () => {
  const issue = "must do better";
  const fields = [
    "splits",
    "splits[1].stakeholderTypeCode",
    "actionTypes[2]",
    "tiers[0]",
    "schedule.windows[1].days",
    "metadata",
  ];
  expect(Object.keys(fieldErrors(fields.map((field) => ({ field, issue }))))).toEqual([
    "splits",
    "splits[1].stakeholderTypeCode",
    "actionTypes",
    "tiers[0].minAmount",
    "schedule.windows[1]",
  ]);
});

test("a remark stands until its field is changed", () => {
  const errors = {
    name: "x",
    splits: "x",
    "splits[0].shareBps": "x",
    "schedule.startsAt": "x",
    "budget.totalTokens": "x",
  };
  expect(Object.keys(withoutErrorsOf(["splits", "startsAt"], errors))).toEqual(["name", "budget.totalTokens"]);
});

test("of a running campaign only names, end and budget are sent", () => {
  const input = inputOf(FILLED);
  const schedule = { startsAt: "2026-12-06T17:00:00.000Z", endsAt: null, timezone: "UTC", windows: [] };
  expect(Object.keys(patchOf(input, { status: "ACTIVE", schedule: null }))).toEqual(["name", "description", "budget"]);
  expect(patchOf(input, { status: "ACTIVE", schedule }).schedule).toEqual({ endsAt: null });
  expect(patchOf(input, { status: "PAUSED", schedule })).toBe(input);
});
