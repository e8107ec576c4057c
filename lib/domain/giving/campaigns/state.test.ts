import { describe, expect, test } from "vitest";
import { canMove, effectiveStatus } from "@/lib/domain/giving/campaigns/state";
import { CAMPAIGN_STATUSES, type CampaignStatus } from "@/lib/domain/giving/campaigns/statuses";

const [BEFORE, START, BETWEEN, END, AFTER] = [1, 2, 3, 4, 5].map((day) => new Date(Date.UTC(2026, 0, day)));

test.each<[CampaignStatus, CampaignStatus[]]>([
  ["DRAFT", ["DRAFT", "DRAFT", "DRAFT", "DRAFT", "DRAFT"]],
  ["SCHEDULED", ["SCHEDULED", "ACTIVE", "ACTIVE", "COMPLETED", "COMPLETED"]],
  ["ACTIVE", ["ACTIVE", "ACTIVE", "ACTIVE", "COMPLETED", "COMPLETED"]],
  ["PAUSED", ["PAUSED", "PAUSED", "PAUSED", "PAUSED", "PAUSED"]],
  ["COMPLETED", ["COMPLETED", "COMPLETED", "COMPLETED", "COMPLETED", "COMPLETED"]],
])("the clock alone moves %s on", (status, expected) => {
  const standing = { status, startsAt: START!, endsAt: END! };
  const times = [BEFORE!, START!, BETWEEN!, END!, AFTER!];
  expect(times.map((now) => effectiveStatus(standing, now))).toEqual(expected);
});

test("without times the clock moves nothing", () => {
  for (const status of CAMPAIGN_STATUSES) {
    expect(effectiveStatus({ status, startsAt: null, endsAt: null }, AFTER!)).toBe(status);
  }
});

describe("a move", () => {
  test("leads from every status to COMPLETED, and from there nowhere", () => {
    for (const status of CAMPAIGN_STATUSES) {
      expect(canMove(status, "COMPLETED")).toBe(status !== "COMPLETED");
      expect(canMove("COMPLETED", status)).toBe(false);
    }
  });

  test("pauses what runs or is about to, and never leads back to DRAFT", () => {
    expect(CAMPAIGN_STATUSES.filter((from) => canMove(from, "PAUSED"))).toEqual(["SCHEDULED", "ACTIVE"]);
    expect(CAMPAIGN_STATUSES.filter((from) => canMove(from, "DRAFT"))).toEqual([]);
  });
});
