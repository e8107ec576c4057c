import { TIER_CAPS, TIERS, type Tier } from "@/lib/domain/partners/statuses";

const HOURS_OF_A_MONTH = 30 * 24;
/** The busiest hour of a shop carries about ten times its average one. */
const PEAK_FACTOR = 10;

/**
 * The lowest tier whose hourly limit holds the busiest hour of this volume, one request for an action: Standard up to
 * 72,000 actions a month, Professional up to 360,000, Enterprise beyond. A hint: batches and bursts are not in it.
 */
export function tierHint(expectedMonthlyActionVolume: number): Tier {
  const busiestHour = (expectedMonthlyActionVolume / HOURS_OF_A_MONTH) * PEAK_FACTOR;
  return TIERS.find((tier) => busiestHour <= TIER_CAPS[tier].hour) ?? "ENTERPRISE";
}
