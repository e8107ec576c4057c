import { campaigns } from "@/db/schema/campaigns";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { ownScope } from "@/lib/domain/events/record-event";
import { requireRunnable } from "@/lib/domain/giving/campaigns/campaign-rules";
import { lockDefault, takeDefaultFlag } from "@/lib/domain/giving/campaigns/default-campaign";
import { presentCampaign } from "@/lib/domain/giving/campaigns/present-campaign";
import type { Campaign, CreateCampaign } from "@/lib/domain/giving/campaigns/schemas";
import { auditedSettings, changedSettings, mergeSettings, NO_SETTINGS } from "@/lib/domain/giving/campaigns/settings";
import { newObjectId } from "@/lib/platform/ids";

/** Makes a draft, which rewards nothing until it is activated. As default it takes the flag from the one that has it. */
export async function createCampaign(ctx: PartnerCtx, input: CreateCampaign): Promise<Campaign> {
  return inTransaction(ctx, async (ctx) => {
    const id = newObjectId();
    const settings = mergeSettings(NO_SETTINGS, input);
    const named = changedSettings(NO_SETTINGS, settings);
    await requireRunnable(ctx, settings, named);
    if (settings.isDefault) {
      await lockDefault(ctx, id);
      await takeDefaultFlag(ctx, id);
    }
    const [row] = await ctx.db
      .insert(campaigns)
      .values({ id, ...ownScope(ctx), ...settings, createdAt: ctx.now, updatedAt: ctx.now })
      .returning();
    const campaign = presentCampaign(row!, ctx.now);
    await recordAudit(ctx, {
      action: "campaign.created",
      targetType: "campaign",
      targetId: id,
      ...ownScope(ctx),
      after: { status: campaign.status, ...auditedSettings(campaign, named) },
    });
    return campaign;
  });
}
