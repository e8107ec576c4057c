import { eq } from "drizzle-orm";
import { campaignMetrics, marketingCampaigns } from "@/db/schema/directory-marketing";
import { type AdminCtx, type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import type { ChangeCampaign, CreateMetric } from "@/lib/domain/directory/campaigns/changes/schemas";
import { beyondRules, ruleLevelAudience } from "@/lib/domain/directory/campaigns/rule-level-audience";
import { PUBLIC_CAMPAIGN_STATUSES } from "@/lib/domain/directory/campaigns/statuses";
import { auditChange } from "@/lib/domain/directory/content/audit-change";
import {
  type ContentKind,
  type FieldsBeside,
  isVisible,
  type Written,
} from "@/lib/domain/directory/content/content-kind";
import { listing, reading } from "@/lib/domain/directory/content/read-records";
import { requireProviderNamed } from "@/lib/domain/directory/content/require-named";
import type { Made } from "@/lib/domain/directory/content/schemas";
import { changing, creating } from "@/lib/domain/directory/content/write-records";
import { campaignMetricUpdated, campaignPublished } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

/** The rules of the audience; whatever else stands in it is neither shown nor written here, and stays. */
const AUDIENCE: FieldsBeside = {
  fields: ["audience"],
  read: async (ctx, id) => ({ audience: ruleLevelAudience(await readAudience(ctx, id)) }),
  write: async (ctx, id, given) => {
    const { audience: rules } = given as Pick<ChangeCampaign, "audience">;
    const audience = { ...beyondRules(await readAudience(ctx, id)), ...rules };
    await ctx.db.update(marketingCampaigns).set({ audience }).where(eq(marketingCampaigns.id, id));
  },
};

async function readAudience(ctx: Ctx, id: string): Promise<Record<string, unknown>> {
  const { audience } = marketingCampaigns;
  const [row] = await ctx.db.select({ audience }).from(marketingCampaigns).where(eq(marketingCampaigns.id, id));
  return row?.audience ?? {};
}

const CAMPAIGN_KIND: ContentKind<typeof marketingCampaigns> = {
  ...{ table: marketingCampaigns, subject: "marketing_campaign", idPrefix: "campaign" },
  ...{ title: "name", status: "status", visible: PUBLIC_CAMPAIGN_STATUSES },
  fields: ["name", "campaignType", "objective", "channels", "startsAt", "endsAt", "providerId"],
  texts: ["name", "objective", "channels", "audience"],
  noted: ["name", "campaignType", "status"],
  ...{ moved: "marketing_campaign.moved", missing: "record_not_found" },
  flaw: ({ startsAt, endsAt }) =>
    startsAt && endsAt && endsAt <= startsAt ? "endsAt must lie after startsAt" : undefined,
  requireNamed: requireProviderNamed,
  beside: AUDIENCE,
  tell,
};

export const listCampaignRecords = listing(CAMPAIGN_KIND);
export const getCampaignRecord = reading(CAMPAIGN_KIND);
/** Enters a campaign, as a draft unless it is to go public at once. */
export const createCampaign = creating(CAMPAIGN_KIND);
/** Changes a campaign or its status; subscribers hear when it goes public. */
export const changeCampaign = changing(CAMPAIGN_KIND);

async function tell(ctx: InTx<AdminCtx>, { before, after }: Written<typeof marketingCampaigns>): Promise<void> {
  const { id, providerId, campaignType, status } = after;
  if (status !== "published" || before?.status === status) return;
  const ids = { campaignId: id, ...(providerId && { providerId }) };
  await recordDirectoryEvent(ctx, campaignPublished, id, { ...ids, campaignType, publishedAt: ctx.now.toISOString() });
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
    if (isVisible(CAMPAIGN_KIND, campaign)) {
      const told = { campaignId, metricKey, metricValue, recordedAt };
      await recordDirectoryEvent(ctx, campaignMetricUpdated, campaignId, told);
    }
    return { data: { id, status: "recorded", createdAt: recordedAt } };
  });
}
