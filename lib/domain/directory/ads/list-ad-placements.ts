import { and, eq, sql } from "drizzle-orm";
import { adPlacements } from "@/db/schema/directory-ads";
import type { Ctx } from "@/lib/domain/context";
import { type PlacementRow, previewDelivery } from "@/lib/domain/directory/ads/preview-delivery";
import type {
  AdPlacement,
  DeliveryPreview,
  ListPlacementsQuery,
  PlacementList,
} from "@/lib/domain/directory/ads/schemas";
import { activePlacement } from "@/lib/domain/directory/ads/visibility";
import { labelOf } from "@/lib/domain/directory/disclosure-label";
import { countMatching } from "@/lib/domain/directory/paging/count-matching";
import { listMeta, paginate } from "@/lib/domain/directory/paging/paginate";

/** Placements by key, on request with what each would show a visitor. */
export async function listAdPlacements(ctx: Ctx, input: ListPlacementsQuery): Promise<PlacementList> {
  const { page: _page, pageSize: _pageSize, ...filters } = input;
  const { placementKey, surface, activeOnly, includeCreatives, visitorKey, sessionKey } = filters;
  const where = and(
    activeOnly ? activePlacement() : undefined,
    placementKey === undefined ? undefined : eq(adPlacements.placementKey, placementKey),
    surface && eq(adPlacements.surface, surface),
  );
  const pagination = paginate(await countMatching(ctx, adPlacements, where), input);
  const rows = await ctx.db
    .select()
    .from(adPlacements)
    .where(where)
    .orderBy(sql`${adPlacements.placementKey}`, adPlacements.id)
    .limit(pagination.pageSize)
    .offset(pagination.offset);
  const previews = includeCreatives
    ? await previewDelivery(ctx, { placements: rows, visitor: { visitorKey, sessionKey } })
    : new Map<string, DeliveryPreview>();
  return {
    data: rows.map((row) => presentPlacement(row, previews.get(row.id))),
    meta: { ...listMeta(pagination), filters },
  };
}

function presentPlacement(row: PlacementRow, deliveryPreview: DeliveryPreview | undefined): AdPlacement {
  const { id, placementKey, name, surface, description, disclosureRequired, isActive } = row;
  return {
    ...{ id, placementKey, name, surface, disclosureRequired, isActive },
    ...(description !== null && { description }),
    disclosureLabel: labelOf(row.disclosureLabel),
    createdAt: row.createdAt.toISOString(),
    ...(deliveryPreview && { deliveryPreview }),
  };
}
