import { describe, expect, test } from "vitest";
import { nextCampaignActions } from "@/lib/domain/directory/campaigns/next-actions";
import { ruleLevelAudience } from "@/lib/domain/directory/campaigns/rule-level-audience";

describe("next actions", () => {
  const figures = {
    campaigns: { total: 2, draft: 0, published: 1, blocked: 0, completed: 1 },
    assets: { total: 3, approved: 3, draft: 0, blocked: 0 },
    metrics: { impressions: 100, clicks: 10, leads: 2, conversions: 1, clickThroughRate: 0.1 },
  };

  test("begin with a first campaign", () => {
    const campaigns = { total: 0, draft: 0, published: 0, blocked: 0, completed: 0 };
    expect(nextCampaignActions({ ...figures, campaigns })).toEqual([expect.stringContaining("first")]);
  });

  test("name each step that is missing", () => {
    const actions = nextCampaignActions({
      campaigns: { ...figures.campaigns, published: 0 },
      assets: { ...figures.assets, draft: 1 },
      metrics: { ...figures.metrics, leads: 0 },
    });
    expect(actions).toEqual([/Publish/, /draft assets/, /lead tracking/].map((gist) => expect.stringMatching(gist)));
  });

  test("say so when nothing is missing", () => {
    expect(nextCampaignActions(figures)).toHaveLength(1);
  });
});

describe("an audience", () => {
  test("keeps its rules", () => {
    const rules = { region: "Front Range", careTypes: ["memory care", "assisted living"], radiusMiles: 25, minAge: 55 };
    expect(ruleLevelAudience(rules)).toEqual(rules);
  });

  test("loses lists of contacts, unknown names, nested values and whatever looks personal", () => {
    const audience = {
      ...{ contacts: [{ email: "jane@example.org" }], emails: ["jane@example.org"], note: "call Jane" },
      ...{ region: "write to jane@example.org", city: { name: "Denver" }, states: ["CO", "+1 (303) 555-0100"] },
    };
    expect(ruleLevelAudience(audience)).toEqual({ states: ["CO"] });
  });
});
