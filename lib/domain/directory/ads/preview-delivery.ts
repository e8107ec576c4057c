import { sql } from "drizzle-orm";
import { adCampaigns, adCreatives, type adPlacements } from "@/db/schema/directory-ads";
import type { Ctx } from "@/lib/domain/context";
import { displayPayload } from "@/lib/domain/directory/ads/display-payload";
import { type DeliveryPreview, FREQUENCY_CAP } from "@/lib/domain/directory/ads/schemas";
import { visibleCreative } from "@/lib/domain/directory/ads/visibility";
import { labelOf } from "@/lib/domain/directory/disclosure-label";
import { instantOf, readRows } from "@/lib/domain/directory/figures/figures-sql";
import { HOUR_MS } from "@/lib/domain/shared/duration";
import { omitNulls } from "@/lib/domain/shared/omit-nulls";

export type PlacementRow = typeof adPlacements.$inferSelect;
export type Visitor = { visitorKey?: string | undefined; sessionKey?: string | undefined };

type CreativeRow = {
  id: string;
  headline: string;
  body: string | null;
  imageUrl: string | null;
  destinationUrl: string | null;
  disclosureLabel: string;
  payload: Record<string, unknown>;
};
type Delivery = { placementId: string; eligible: number; suppressed: number; creatives: CreativeRow[] };

const CREATIVES_MAX = 3;

/** The creatives that a visitor has seen as often as may be: by the visitor's key, else by the session's. */
function wornOut(ctx: Ctx, { visitorKey, sessionKey }: Visitor) {
  const known = visitorKey
    ? sql`visitor_key = ${visitorKey}`
    : sessionKey
      ? sql`session_key = ${sessionKey}`
      : sql`false`;
  const since = new Date(ctx.now.getTime() - FREQUENCY_CAP.windowHours * HOUR_MS);
  return sql`
    select creative_id from ad_impressions
    where ${known} and created_at > ${instantOf(since)} and created_at <= ${instantOf(ctx.now)}
    group by creative_id having count(*) >= ${FREQUENCY_CAP.maxImpressions}`;
}

/** What each of these placements would show a visitor now. Reads only: no impression comes of it. */
export async function previewDelivery(
  ctx: Ctx,
  { placements, visitor }: { placements: readonly PlacementRow[]; visitor: Visitor },
): Promise<Map<string, DeliveryPreview>> {
  const active = placements.filter(({ isActive }) => isActive);
  if (active.length === 0) return new Map();
  const ids = sql.join(
    active.map(({ id }) => sql`${id}`),
    sql`, `,
  );
  const deliveries = await readRows<Delivery>(
    ctx,
    sql`
    with worn_out as materialized (${wornOut(ctx, visitor)}),
    ranked as (
      select ${adCreatives}.*, worn_out.creative_id is not null as is_worn_out,
        row_number() over (partition by placement_id, worn_out.creative_id is not null order by ${adCreatives.id}) as rank
      from ${adCreatives} join ${adCampaigns} on ${adCampaigns.id} = ${adCreatives.campaignId}
      left join worn_out on worn_out.creative_id = ${adCreatives.id}
      where ${adCreatives.placementId} in (${ids}) and ${visibleCreative(ctx.now)}
    )
    select placement_id as "placementId",
      count(*) filter (where not is_worn_out)::int as eligible, count(*) filter (where is_worn_out)::int as suppressed,
      coalesce(jsonb_agg(jsonb_build_object('id', id, 'headline', headline, 'body', body, 'imageUrl', image_url,
        'destinationUrl', destination_url, 'disclosureLabel', disclosure_label, 'payload', payload) order by rank)
        filter (where not is_worn_out and rank <= ${CREATIVES_MAX}), '[]') as creatives
    from ranked group by placement_id`,
  );
  const byPlacement = new Map(deliveries.map((delivery) => [delivery.placementId, delivery]));
  return new Map(active.map((placement) => [placement.id, presentPreview(placement, byPlacement.get(placement.id))]));
}

function presentPreview(placement: PlacementRow, delivery: Delivery | undefined): DeliveryPreview {
  const { placementKey, disclosureRequired } = placement;
  const label = labelOf(placement.disclosureLabel);
  return {
    placementKey,
    disclosureRequired,
    disclosureLabel: label,
    creatives: (delivery?.creatives ?? []).map(({ payload, disclosureLabel, ...row }) => ({
      ...omitNulls(row),
      placementKey,
      disclosureLabel: labelOf(disclosureLabel, label),
      payload: displayPayload(payload),
    })),
    delivery: {
      eligibleCreatives: delivery?.eligible ?? 0,
      suppressedCreatives: delivery?.suppressed ?? 0,
      frequencyCap: FREQUENCY_CAP,
    },
  };
}
