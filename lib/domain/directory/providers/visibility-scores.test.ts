import { expect, test } from "vitest";
import type { Provider } from "@/lib/domain/directory/providers/schemas";
import { scoreVisibility, type VisibilityFacts } from "@/lib/domain/directory/providers/visibility-scores";

const FULL: Provider = {
  ...{ id: "provider-1", name: "A house", slug: "a-house", status: "verified", categories: ["Memory Care"] },
  ...{ address: "12 Pearl Street", city: "Denver", state: "CO", phone: "1", websiteUrl: "https://a.example" },
  ...{ imageUrl: "https://a.example/1", summary: "x".repeat(80), confidenceScore: 0.85 },
  source: { name: "Register", url: "https://r.example", fetchedAt: "2026-01-01T00:00:00.000Z", confidence: 0.9 },
};
const ALL: VisibilityFacts = {
  ...{ claimStatus: "approved", reviews: 3, publishedReviews: 1, pendingReviews: 0 },
  ...{ visibleEvents: 1, campaigns: 1, paidEntitlements: 1 },
};

const score = (provider: Partial<Provider> = {}, facts: Partial<VisibilityFacts> = {}) =>
  scoreVisibility({ ...FULL, ...provider }, { ...ALL, ...facts });

test("a provider that has everything scores a hundred throughout, with nothing to do", () => {
  expect(score()).toEqual({
    scores: { profileCompletion: 100, discovery: 100, reputation: 100, growthReadiness: 100, overall: 100 },
    claimStatus: "approved",
    metrics: [
      { label: "Profile completion", value: 7, total: 7, status: "strong" },
      { label: "Discovery signals", value: 4, total: 4, status: "strong" },
      { label: "Reputation signals", value: 3, total: 3, status: "strong" },
      { label: "Growth readiness", value: 4, total: 4, status: "strong" },
    ],
    missingProfileFields: [],
    nextBestActions: [],
  });
});

test.each<[string, Partial<Provider>]>([
  ["Full address", { address: "" }],
  ["Full address", { city: "" }],
  ["Full address", { state: "" }],
  ["Phone number", { phone: "" }],
  ["Website", { websiteUrl: "" }],
  ["Image", { imageUrl: "" }],
  ["Summary of at least 80 characters", { summary: "x".repeat(79) }],
  ["Category", { categories: [] }],
])("%s is missing with %j", (label, provider) => {
  const { scores, missingProfileFields, nextBestActions } = score(provider);
  expect(missingProfileFields).toEqual([label]);
  expect(scores).toMatchObject({ profileCompletion: 86, discovery: 100 });
  expect(nextBestActions).toEqual([
    { label: "Complete the listing profile", priority: "high", reason: `Still missing: ${label}.` },
  ]);
});

test("a source without its link counts against the profile and against discovery", () => {
  const { scores, missingProfileFields } = score({ source: { ...FULL.source, url: "" } });
  expect(scores).toMatchObject({ profileCompletion: 86, discovery: 75 });
  expect(missingProfileFields).toEqual(["Source link and fetch time"]);
});

test.each<[Partial<Provider>, Partial<VisibilityFacts>, object]>([
  [{ confidenceScore: 0.8499 }, {}, { discovery: 75 }],
  [{}, { visibleEvents: 0 }, { discovery: 75, growthReadiness: 75 }],
  [{}, { publishedReviews: 0 }, { reputation: 67 }],
  [{}, { pendingReviews: 1 }, { reputation: 67 }],
  [{}, { reviews: 2 }, { reputation: 67 }],
  [{}, { claimStatus: "admin_review" }, { growthReadiness: 75 }],
  [{}, { campaigns: 0 }, { growthReadiness: 75 }],
  [{}, { paidEntitlements: 0 }, { growthReadiness: 75 }],
  // 86, 100, 67 and 75 make 82.
  [{ phone: "" }, { reviews: 2, campaigns: 0 }, { overall: 82 }],
])("with %j and %j the scores are %j", (provider, facts, scores) => {
  expect(score(provider, facts).scores).toMatchObject(scores);
});

test("what is to be done comes in one order, and names three missing fields at most", () => {
  const { nextBestActions, metrics } = score(
    { phone: "", websiteUrl: "", imageUrl: "", categories: [] },
    { claimStatus: "not_claimed", publishedReviews: 0, visibleEvents: 0, campaigns: 0, paidEntitlements: 0 },
  );
  expect(nextBestActions.map(({ label, priority }) => [label, priority])).toEqual([
    ["Finish claim verification", "high"],
    ["Complete the listing profile", "high"],
    ["Start collecting reviews", "medium"],
    ["Publish a local event", "medium"],
    ["Launch a local campaign", "low"],
  ]);
  expect(nextBestActions[1]!.reason).toBe("Still missing: Phone number, Website, Image.");
  // 43, 75, 67 and 0.
  expect(metrics.map(({ status }) => status)).toEqual(["gap", "watch", "watch", "gap"]);
});
