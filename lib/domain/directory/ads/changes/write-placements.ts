import { eq } from "drizzle-orm";
import { adPlacements } from "@/db/schema/directory-ads";
import type { Ctx, InTx } from "@/lib/domain/context";
import { PLACEMENT_STATUSES } from "@/lib/domain/directory/ads/statuses";
import type { ContentKind } from "@/lib/domain/directory/content/content-kind";
import { listing, reading } from "@/lib/domain/directory/content/read-records";
import { changing, creating } from "@/lib/domain/directory/content/write-records";
import { fail } from "@/lib/errors";

const PLACEMENT_KIND: ContentKind<typeof adPlacements> = {
  ...{ table: adPlacements, subject: "ad_placement", idPrefix: "ad-placement", title: "name" },
  ...{ status: "isActive", stored: { active: true, inactive: false }, visible: PLACEMENT_STATUSES },
  fields: ["placementKey", "name", "surface", "description", "disclosureRequired", "disclosureLabel"],
  texts: ["placementKey", "name", "description", "disclosureLabel"],
  noted: ["placementKey", "name", "isActive"],
  ...{ moved: "ad_placement.moved", missing: "record_not_found" },
  requireNamed: requireFreeKey,
};

export const listPlacementRecords = listing(PLACEMENT_KIND);
export const getPlacementRecord = reading(PLACEMENT_KIND);
export const createPlacement = creating(PLACEMENT_KIND);
export const changePlacement = changing(PLACEMENT_KIND);

/** Of two who take a key at once the table's own rule lets one; this says it in words to whoever comes later. */
async function requireFreeKey(ctx: InTx<Ctx>, { placementKey }: Record<string, unknown>): Promise<void> {
  if (typeof placementKey !== "string") return;
  const [taken] = await ctx.db
    .select({ id: adPlacements.id })
    .from(adPlacements)
    .where(eq(adPlacements.placementKey, placementKey));
  if (taken) fail("validation_failed", { message: "placementKey is taken by another placement" });
}
