import { expect, test } from "vitest";
import { radiusSentence, runwayText } from "@/components/admin/blast-radius/blast-radius-words";

const week = { from: "2026-03-04T12:30:00.000Z", to: "2026-03-11T12:30:00.000Z", keys: [], routes: [] };
const worstHour = { at: "2026-03-10T14:00:00.000Z", calls: 318 };

test.each([
  [
    { callsRefused: 1_204, callsTotal: 5_300, worstHour },
    "1,204 of the 5,300 calls of the last 7 days would have been refused, 318 of them in the worst hour (Tue 14:00 UTC).",
  ],
  [
    { callsRefused: 0, callsTotal: 1, worstHour: null },
    "None of the 1 call of the last 7 days would have been refused.",
  ],
  [
    { callsRefused: 0, callsTotal: 0, worstHour: null },
    "There was no call with a key of this partner in the last 7 days.",
  ],
])("an act's effect is said in one sentence: %j", (figures, sentence) => {
  expect(radiusSentence({ ...week, ...figures })).toBe(sentence);
});

test("how long a pool lasts is said where a pool is cut", () => {
  const none = { ...week, callsRefused: 0, callsTotal: 0, worstHour: null };
  expect(runwayText(none)).toBeUndefined();
  const pool = { balance: 10, distributedTokens: 50, runwayDays: 1.4 };
  expect(runwayText({ ...none, pool })).toBe("What is left lasts 1.4 days at their pace.");
  expect(runwayText({ ...none, pool: { ...pool, runwayDays: null } })).toMatch(/^Nothing was drawn/);
});
