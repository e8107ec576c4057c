import type { AdSummary } from "@/lib/domain/directory/ads/schemas";

type Status = AdSummary["status"];
type Figures = Pick<AdSummary, "totals" | "placements">;

const REFRESH_FROM_IMPRESSIONS = 100;
const REFRESH_BELOW_CTR = 0.005;

const NEXT_STEP: Record<Exclude<Status, "active">, string> = {
  needs_creative: "Activate a creative in a running campaign.",
  needs_distribution: "Widen the distribution: the active creatives had no impressions in this period.",
  needs_measurement: "Check click measurement: there were impressions, but no clicks in this period.",
};
const COLLECTING = "Ads are running and collecting activity.";

/** What an advertiser lacks first: creatives, then impressions, then clicks (contract 5.8). */
export function adStatus({ activeCreatives, impressions, clicks }: AdSummary["totals"]): Status {
  if (activeCreatives === 0) return "needs_creative";
  if (impressions === 0) return "needs_distribution";
  return clicks === 0 ? "needs_measurement" : "active";
}

/** What to do about a provider's ads, each line once. */
export function adRecommendations({ totals, placements }: Figures): string[] {
  const status = adStatus(totals);
  const lines = placements.flatMap(({ placementKey, activeCreatives, impressions, ctr }) => {
    if (activeCreatives > 0 && impressions === 0) {
      return [`Verify tracking of ${placementKey}: it has active creatives, but no impressions.`];
    }
    const isStale = impressions >= REFRESH_FROM_IMPRESSIONS && ctr < REFRESH_BELOW_CTR;
    return isStale ? [`Refresh the creatives of ${placementKey}: few who see them click.`] : [];
  });
  if (status !== "active") lines.push(NEXT_STEP[status]);
  return lines.length > 0 ? [...new Set(lines)] : [COLLECTING];
}
