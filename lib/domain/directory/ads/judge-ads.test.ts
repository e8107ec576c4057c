import { describe, expect, test } from "vitest";
import { displayPayload } from "@/lib/domain/directory/ads/display-payload";
import { adRecommendations, adStatus } from "@/lib/domain/directory/ads/judge-ads";
import { ratio } from "@/lib/domain/directory/figures/ratio";

const totals = (activeCreatives: number, impressions: number, clicks: number) => ({
  ...{ placements: 1, activeCreatives, impressions, clicks },
  ctr: ratio(clicks, impressions),
});
const placement = (activeCreatives: number, impressions: number, clicks: number) => ({
  ...{ placementKey: "web.discover.top", surface: "web" as const, activeCreatives, impressions, clicks },
  ctr: ratio(clicks, impressions),
});

test("the status names what is missing first", () => {
  expect(adStatus(totals(0, 500, 10))).toBe("needs_creative");
  expect(adStatus(totals(1, 0, 0))).toBe("needs_distribution");
  expect(adStatus(totals(1, 500, 0))).toBe("needs_measurement");
  expect(adStatus(totals(1, 500, 10))).toBe("active");
});

describe("recommendations", () => {
  const read = (activeCreatives: number, impressions: number, clicks: number) =>
    adRecommendations({
      totals: totals(activeCreatives, impressions, clicks),
      placements: [placement(activeCreatives, impressions, clicks)],
    });

  test("ask to verify tracking where creatives have no impressions", () => {
    expect(read(1, 0, 0)).toEqual([expect.stringMatching(/tracking of web/), expect.stringMatching(/distribution/)]);
  });

  test("ask for fresh creatives from 100 impressions with fewer than 5 clicks in 1000", () => {
    expect(read(1, 1000, 4)).toEqual([expect.stringMatching(/^Refresh/)]);
    expect(read(1, 1000, 5)).toEqual([expect.stringMatching(/collecting/)]);
    expect(read(1, 99, 0)).toEqual([expect.stringMatching(/measurement/)]);
  });

  test("hold each line once", () => {
    const twice = [placement(0, 200, 0), placement(0, 200, 0)];
    expect(adRecommendations({ totals: totals(1, 400, 1), placements: twice })).toHaveLength(1);
  });

  test("say that ads collect activity when nothing is to be done", () => {
    expect(read(1, 200, 20)).toEqual([expect.stringMatching(/collecting/)]);
  });
});

test("a creative's payload shows what is displayed, and no budget, rule, id or nested value", () => {
  const shown = { ctaLabel: "Book a tour", theme: "sage", size: 2 };
  const hidden = { budgetCents: 5000, targetingRules: { city: "Denver" }, campaignId: "ad-campaign-1", icon: { a: 1 } };
  expect(displayPayload({ ...shown, ...hidden })).toEqual(shown);
});
