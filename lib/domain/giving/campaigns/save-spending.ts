import { and, eq } from "drizzle-orm";
import { campaignRecipients, campaigns } from "@/db/schema/campaigns";
import { insertion, updating } from "@/db/statement";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { ownScope } from "@/lib/domain/events/record-event";
import { moveCampaign, settleCampaign } from "@/lib/domain/giving/campaigns/move-campaign";
import { ownCampaigns } from "@/lib/domain/giving/campaigns/own-campaigns";
import { type CampaignState, markSaved } from "@/lib/domain/giving/campaigns/spending";
import { together } from "@/lib/domain/shared/together";

const updateFigures = updating(campaigns, ["id", "tokensDistributed", "tokensToday", "today", "actionCount"]);

const upsertRecipients = insertion(
  campaignRecipients,
  ["campaignId", "partnerId", "environment", "externalId", "tokens"],
  "on conflict (campaign_id, external_id) do update set tokens = campaign_recipients.tokens + excluded.tokens",
);

/**
 * Writes what campaigns gave in this transaction, all figures in one statement, and pauses those whose total is used up.
 * They must have been loaded for update: the figures replace what is there.
 */
export async function saveSpending(ctx: InTx<PartnerCtx>, states: readonly CampaignState[]): Promise<void> {
  const changed = states.filter(({ isChanged }) => isChanged);
  if (changed.length === 0) return;
  const rows = changed.flatMap(({ id, given }) =>
    [...given].map(([externalId, tokens]) => ({ campaignId: id, ...ownScope(ctx), externalId, tokens })),
  );
  await together([updateFigures(ctx.db, changed), upsertRecipients(ctx.db, rows)]);
  for (const state of changed) {
    markSaved(state);
    if (state.isExhausted) await pauseExhausted(ctx, state.id);
  }
}

/** The clock may have started a campaign that no job has moved yet: it starts before it pauses. */
async function pauseExhausted(ctx: InTx<PartnerCtx>, campaignId: string): Promise<void> {
  const [row] = await ctx.db
    .select()
    .from(campaigns)
    .where(and(ownCampaigns(ctx), eq(campaigns.id, campaignId)));
  const settled = row && (await settleCampaign(ctx, row));
  if (settled?.status === "ACTIVE") await moveCampaign(ctx, settled, "PAUSED", "BUDGET_EXHAUSTED");
}
