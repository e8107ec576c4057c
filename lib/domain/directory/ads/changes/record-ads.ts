import { and, eq } from "drizzle-orm";
import { adCampaigns, adClicks, adCreatives, adImpressions, adPlacements } from "@/db/schema/directory-ads";
import { type AdminCtx, type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import type { RecordAd } from "@/lib/domain/directory/ads/changes/schemas";
import { activePlacement, visibleCreative } from "@/lib/domain/directory/ads/visibility";
import { auditChange } from "@/lib/domain/directory/content/audit-change";
import type { Made } from "@/lib/domain/directory/content/schemas";
import { adClickRecorded, adImpressionRecorded } from "@/lib/domain/webhooks/directory/event-types";
import { recordDirectoryEvent } from "@/lib/domain/webhooks/directory/record-directory-event";
import { fail } from "@/lib/errors";
import { newUuidId } from "@/lib/platform/ids";

/** The creative as it may be shown in this place at this moment, and where it leads. */
async function requireShown(ctx: InTx<Ctx>, { placementKey, adCreativeId }: RecordAd): Promise<string | null> {
  const [found] = await ctx.db
    .select({ destinationUrl: adCreatives.destinationUrl })
    .from(adCreatives)
    .innerJoin(adCampaigns, eq(adCampaigns.id, adCreatives.campaignId))
    .innerJoin(adPlacements, eq(adPlacements.id, adCreatives.placementId))
    .where(
      and(
        eq(adCreatives.id, adCreativeId),
        eq(adPlacements.placementKey, placementKey),
        activePlacement(),
        visibleCreative(ctx.now),
      ),
    );
  if (!found) fail("record_not_found", { message: "No such creative is shown in this place." });
  return found.destinationUrl;
}

/** Enters that a creative was shown. */
export async function recordImpression(ctx: AdminCtx, input: RecordAd): Promise<Made> {
  return inTransaction(ctx, async (ctx) => {
    await requireShown(ctx, input);
    const id = newUuidId("ad-impression");
    const { placementKey, adCreativeId: creativeId, requestId } = input;
    await ctx.db.insert(adImpressions).values({ id, placementKey, creativeId, requestId, createdAt: ctx.now });
    await auditAd(ctx, { action: "ad_impression.recorded", targetType: "ad_impression", targetId: id, input });
    return made(ctx, id, () => recordDirectoryEvent(ctx, adImpressionRecorded, placementKey, factOf(ctx, input)));
  });
}

/** Enters that a creative was followed. */
export async function recordClick(ctx: AdminCtx, input: RecordAd): Promise<Made> {
  return inTransaction(ctx, async (ctx) => {
    const destinationUrl = await requireShown(ctx, input);
    const id = newUuidId("ad-click");
    const { placementKey, adCreativeId: creativeId, requestId } = input;
    await ctx.db
      .insert(adClicks)
      .values({ id, placementKey, creativeId, requestId, destinationUrl, createdAt: ctx.now });
    await auditAd(ctx, { action: "ad_click.recorded", targetType: "ad_click", targetId: id, input });
    return made(ctx, id, () => recordDirectoryEvent(ctx, adClickRecorded, placementKey, factOf(ctx, input)));
  });
}

const factOf = ({ now }: Ctx, { placementKey, adCreativeId }: RecordAd) => ({
  placementKey,
  adCreativeId,
  recordedAt: now.toISOString(),
});

type Audited = { action: string; targetType: string; targetId: string; input: RecordAd };

function auditAd(ctx: InTx<Ctx>, { input, ...rest }: Audited): Promise<void> {
  const { placementKey, adCreativeId, reason } = input;
  return auditChange(ctx, { ...rest, after: { placementKey, adCreativeId }, reason });
}

async function made({ now }: Ctx, id: string, tell: () => Promise<void>): Promise<Made> {
  await tell();
  return { data: { id, status: "recorded", createdAt: now.toISOString() } };
}
