import type { z } from "zod";
import type { CreateCampaign } from "@/lib/domain/giving/campaigns/schemas";
import { DAY_MS } from "@/lib/domain/shared/duration";

/** A campaign of Acme's, as somebody wrote it, and when it was made, started and ended, in days before now. */
export type DemoCampaign = {
  input: z.input<typeof CreateCampaign>;
  createdDaysAgo: number;
  activatedDaysAgo?: number;
  completedDaysAgo?: number;
};

const rule = (stakeholderTypeCode: string, shareBps: number) => ({ stakeholderTypeCode, shareBps });

/** None is the default: an action that names no campaign gives one token for each dollar. */
export const demoCampaigns = (now: Date): DemoCampaign[] => [
  {
    createdDaysAgo: 31,
    activatedDaysAgo: 30,
    completedDaysAgo: 11,
    input: {
      name: "Volunteer weekend",
      description: "Ten tokens for each hour at the river clean-up.",
      actionTypes: ["VOLUNTEER"],
      tokensPerUnit: 10,
      splits: [],
      budget: { totalTokens: 10_000, tokensPerUser: 200 },
    },
  },
  {
    createdDaysAgo: 21,
    activatedDaysAgo: 20,
    input: {
      name: "Trees for orders",
      description: "Customers share their reward with the forest fund; large orders count double.",
      actionTypes: ["PURCHASE", "DONATION"],
      multiplier: 1.25,
      splits: [rule("CUSTOMER", 6000), rule("NONPROFIT", 2500), rule("EMPLOYEE", 1500)],
      tiers: [
        { minAmount: 0, maxAmount: 100, multiplier: 1 },
        { minAmount: 100, maxAmount: 500, multiplier: 1.5, bonusTokens: 5 },
        { minAmount: 500, maxAmount: null, multiplier: 2, bonusTokens: 25 },
      ],
      budget: { totalTokens: 20_000, tokensPerDay: 1_500, tokensPerAction: 1_000 },
      metadata: { owner: "Olivia" },
    },
  },
  {
    createdDaysAgo: 3,
    input: {
      name: "Late shopping",
      description: "Double tokens on Friday and Saturday nights.",
      actionTypes: ["PURCHASE"],
      multiplier: 2,
      splits: [rule("CUSTOMER", 10_000)],
      schedule: {
        startsAt: new Date(now.getTime() + 14 * DAY_MS).toISOString(),
        timezone: "Europe/Berlin",
        windows: [{ days: [5, 6], from: "18:00", to: "01:00" }],
      },
      budget: { totalTokens: 5_000, tokensPerUser: 300 },
    },
  },
];
