import { and, sql } from "drizzle-orm";
import { adCampaigns, adCreatives, adPlacements } from "@/db/schema/directory-ads";
import { isOneOf } from "@/lib/domain/directory/is-one-of";

/** The placements that partners see unless they ask for all. */
export const activePlacement = () => sql`${adPlacements.isActive}`;

/** Creatives that may be shown; the query joins their campaign. */
export const visibleCreative = () => and(sql`${adCreatives.isActive}`, isOneOf(adCampaigns.status, ["active"]))!;
