import { expect, test } from "vitest";
import { nextPerformanceActions } from "@/lib/domain/directory/newsroom/performance/next-actions";

type Totals = Parameters<typeof nextPerformanceActions>[0];

const GOOD: Totals = {
  ...{ metrics: 10, views: 100, clicks: 5, shares: 1, saves: 1, newsletterOpens: 10, newsletterClicks: 2, leads: 1 },
  clickThroughRate: 0.05,
};

test("without records there is one thing to do", () => {
  const none = { views: 0, clicks: 0, shares: 0, saves: 0, newsletterOpens: 0, newsletterClicks: 0, leads: 0 };
  expect(nextPerformanceActions({ ...none, metrics: 0, clickThroughRate: 0 })).toEqual([
    expect.stringMatching(/^Record/),
  ]);
});

test("few clicks, opens without clicks and activity without leads each ask for something", () => {
  expect(nextPerformanceActions({ ...GOOD, clicks: 1 })).toEqual([expect.stringMatching(/2 %/)]);
  expect(nextPerformanceActions({ ...GOOD, clicks: 2 })).toEqual([expect.stringMatching(/keep/)]);
  expect(nextPerformanceActions({ ...GOOD, newsletterClicks: 0 })).toEqual([expect.stringMatching(/newsletters/)]);
  expect(nextPerformanceActions({ ...GOOD, leads: 0 })).toEqual([expect.stringMatching(/no lead/)]);
});
