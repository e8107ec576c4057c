import { adPlacements } from "@/db/schema/directory-ads";
import { PLACEMENT_STATUSES } from "@/lib/domain/directory/ads/statuses";
import type { ContentKind } from "@/lib/domain/directory/content/content-kind";
import { listing, reading } from "@/lib/domain/directory/content/read-records";
import { changing, creating } from "@/lib/domain/directory/content/write-records";

const PLACEMENT_KIND: ContentKind<typeof adPlacements> = {
  ...{ table: adPlacements, subject: "ad_placement", idPrefix: "ad-placement", title: "name" },
  ...{ status: "isActive", stored: { active: true, inactive: false }, visible: PLACEMENT_STATUSES },
  fields: ["placementKey", "name", "surface", "description", "disclosureRequired", "disclosureLabel"],
  texts: ["placementKey", "name", "description", "disclosureLabel"],
  noted: ["placementKey", "name", "isActive"],
  ...{ moved: "ad_placement.moved", missing: "record_not_found" },
  taken: "placementKey is taken by another placement",
};

export const listPlacementRecords = listing(PLACEMENT_KIND);
export const getPlacementRecord = reading(PLACEMENT_KIND);
export const createPlacement = creating(PLACEMENT_KIND);
export const changePlacement = changing(PLACEMENT_KIND);
