import { and, sql } from "drizzle-orm";
import { adCampaigns, adCreatives, adPlacements } from "@/db/schema/directory-ads";
import { isOneOf } from "@/lib/domain/directory/is-one-of";

/** The placements that partners see unless they ask for all. */
export const activePlacement = () => sql`${adPlacements.isActive}`;

/** Creatives that may be shown at a moment; the query joins their campaign, which runs then. */
export const visibleCreative = (now: Date) => {
  const at = sql`${now.toISOString()}::timestamptz`;
  return and(
    sql`${adCreatives.isActive}`,
    isOneOf(adCampaigns.status, ["active"]),
    sql`(${adCampaigns.startsAt} is null or ${adCampaigns.startsAt} <= ${at})`,
    sql`(${adCampaigns.endsAt} is null or ${adCampaigns.endsAt} > ${at})`,
  )!;
};
