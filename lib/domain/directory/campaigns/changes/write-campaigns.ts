import { eq } from "drizzle-orm";
import { campaignMetrics, marketingCampaigns } from "@/db/schema/directory-marketing";
import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import type { CreateMetric } from "@/lib/domain/directory/campaigns/changes/schemas";
import { type MarketingCampaignStatus, PUBLIC_CAMPAIGN_STATUSES } from "@/lib/domain/directory/campaigns/statuses";
import { auditChange } from "@/lib/domain/directory/content/audit-change";
import { presentContent } from "@/lib/domain/directory/content/present-content";
import type { Changed, Made } from "@/lib/domain/directory/content/schemas";
import { campaignMetricUpdated, campaignPublished } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

type Row = typeof marketingCampaigns.$inferSelect;

const isVisible = ({ status }: Row) => (PUBLIC_CAMPAIGN_STATUSES as readonly string[]).includes(status);

/** Moves a campaign to another status; subscribers hear when it goes public. */
export async function changeCampaignStatus(
  ctx: AdminCtx,
  { id, status, reason }: { id: string; status: MarketingCampaignStatus; reason: string },
): Promise<Changed> {
  return inTransaction(ctx, async (ctx) => {
    const named = eq(marketingCampaigns.id, id);
    const [before] = await ctx.db.select().from(marketingCampaigns).where(named).for("no key update");
    if (!before) fail("record_not_found");
    if (before.status === status) return { data: present(before) };
    const [after] = await ctx.db
      .update(marketingCampaigns)
      .set({ status, updatedAt: ctx.now })
      .where(named)
      .returning();
    await auditChange(ctx, {
      ...{ action: "marketing_campaign.moved", targetType: "marketing_campaign", targetId: id, reason },
      ...{ before: { status: before.status }, after: { status } },
    });
    if (status === "published") {
      const { providerId, campaignType } = before;
      const ids = { campaignId: id, ...(providerId && { providerId }) };
      const publishedAt = ctx.now.toISOString();
      await recordDirectoryEvent(ctx, campaignPublished, id, { ...ids, campaignType, publishedAt });
    }
    return { data: present(after!) };
  });
}

/** Enters a figure of a campaign; of one that partners do not see nobody hears. */
export async function recordCampaignMetric(ctx: AdminCtx, input: { id: string } & CreateMetric): Promise<Made> {
  const { id: campaignId, metricKey, metricValue, reason } = input;
  return inTransaction(ctx, async (ctx) => {
    const [campaign] = await ctx.db
      .select()
      .from(marketingCampaigns)
      .where(eq(marketingCampaigns.id, campaignId))
      .for("share");
    if (!campaign) fail("record_not_found");
    const id = newUuidId("campaign-metric");
    const at = { recordedAt: ctx.now, createdAt: ctx.now };
    await ctx.db.insert(campaignMetrics).values({ id, campaignId, metricKey, metricValue, ...at });
    await auditChange(ctx, {
      ...{ action: "campaign_metric.recorded", targetType: "campaign_metric", targetId: id, reason },
      after: { campaignId, metricKey, metricValue },
    });
    const recordedAt = ctx.now.toISOString();
    if (isVisible(campaign)) {
      const told = { campaignId, metricKey, metricValue, recordedAt };
      await recordDirectoryEvent(ctx, campaignMetricUpdated, campaignId, told);
    }
    return { data: { id, status: "recorded", createdAt: recordedAt } };
  });
}

const present = (row: Row) => presentContent({ ...row, title: row.name }, PUBLIC_CAMPAIGN_STATUSES);
