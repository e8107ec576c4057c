import type { PartnerCtx } from "@/lib/domain/context";
import { changeStatus } from "@/lib/domain/giving/campaigns/change-status";
import type { CampaignRow } from "@/lib/domain/giving/campaigns/present-campaign";
import type { Campaign, CampaignParams } from "@/lib/domain/giving/campaigns/schemas";
import type { CampaignStatus } from "@/lib/domain/giving/campaigns/statuses";
import { fail } from "@/lib/errors";

/** Starts a campaign, or has it wait for its start where that lies ahead. */
export function activateCampaign(ctx: PartnerCtx, input: CampaignParams): Promise<Campaign> {
  return changeStatus(ctx, input, aimOf, requireFuture);
}

function aimOf({ startsAt }: CampaignRow, now: Date): CampaignStatus {
  return startsAt && startsAt > now ? "SCHEDULED" : "ACTIVE";
}

/** Refuses what would end or pause at once. */
function requireFuture({ endsAt, totalTokens, tokensDistributed: spent }: CampaignRow, now: Date): void {
  if (endsAt && endsAt <= now) {
    const details = [{ field: "schedule.endsAt", issue: "lies in the past; move it before activating the campaign" }];
    fail("invalid_state_transition", { message: "The campaign's schedule has ended.", details });
  }
  if (totalTokens !== null && spent >= totalTokens) {
    const issue = "is used up; raise it before activating the campaign";
    const details = [{ field: "budget.totalTokens", issue, totalTokens, spent }];
    fail("invalid_state_transition", { message: "The campaign's total budget is used up.", details });
  }
}
