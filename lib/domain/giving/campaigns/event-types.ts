import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { CAMPAIGN_STATUSES, CHANGE_REASONS } from "@/lib/domain/giving/campaigns/statuses";
import { IsoTime, ObjectId, Tokens } from "@/lib/domain/shared/schemas";

const campaignId = "695b9e0d4f1a2b3c4d5e6f84";

export const campaignStarted = eventType(
  "campaign.started",
  "A campaign became active for the first time, or at its scheduled time.",
  z.object({ campaignId: ObjectId, name: z.string(), startsAt: IsoTime }),
  { campaignId, name: "Summer of trees", startsAt: "2026-06-01T00:00:00.000Z" },
);

export const campaignStatusChanged = eventType(
  "campaign.status_changed",
  "A campaign went from one status to another; reason says whether somebody asked for it.",
  z.object({
    campaignId: ObjectId,
    from: z.enum(CAMPAIGN_STATUSES),
    to: z.enum(CAMPAIGN_STATUSES),
    reason: z.enum(CHANGE_REASONS),
  }),
  { campaignId, from: "SCHEDULED", to: "ACTIVE", reason: "SCHEDULE" },
);

export const campaignBudgetExhausted = eventType(
  "campaign.budget_exhausted",
  "A campaign's total budget is used up; the campaign is paused.",
  z.object({ campaignId: ObjectId, totalTokens: Tokens }),
  { campaignId, totalTokens: 50_000 },
);
