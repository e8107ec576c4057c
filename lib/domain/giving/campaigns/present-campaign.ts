import type { campaigns } from "@/db/schema/campaigns";
import type { CampaignSchedule } from "@/lib/domain/giving/campaigns/schedule";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";
import { tokensOfDay } from "@/lib/domain/giving/campaigns/spending";
import { effectiveStatus } from "@/lib/domain/giving/campaigns/state";

export type CampaignRow = typeof campaigns.$inferSelect;

const RATE_UNIT = 10_000;

/** `15000` → `1.5`. Exact: no rate or bound has more than 15 digits. */
const decimalOf = (units: number) => units / RATE_UNIT;

/** When the campaign runs; null when nothing but its status says so. */
export function scheduleOf({ startsAt, endsAt, timezone, windows }: CampaignRow): CampaignSchedule | null {
  return startsAt && { startsAt, endsAt, timezone, windows };
}

function presentSchedule(row: CampaignRow): Campaign["schedule"] {
  const schedule = scheduleOf(row);
  if (!schedule) return null;
  const { startsAt, endsAt, timezone, windows } = schedule;
  return {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    timezone,
    windows: [...windows],
  };
}

/** A campaign as the API shows it, at a moment: where it stands then, and what it gave on that UTC day. */
export function presentCampaign(row: CampaignRow, now: Date): Campaign {
  const { totalTokens, tokensPerDay, tokensPerUser, tokensPerAction } = row;
  return {
    id: row.id,
    environment: row.environment,
    name: row.name,
    description: row.description,
    status: effectiveStatus(row, now),
    pauseReason: row.pauseReason,
    isDefault: row.isDefault,
    actionTypes: row.actionTypes,
    tokenPoolId: row.tokenPoolId,
    currency: row.currency,
    tokensPerUnit: decimalOf(row.tokensPerUnit),
    multiplier: decimalOf(row.multiplier),
    rounding: row.rounding,
    splits: row.splits,
    unmatchedSplit: row.unmatchedSplit,
    tiers: row.tiers.map(({ minAmount, maxAmount, multiplier, bonusTokens }) => ({
      minAmount: decimalOf(minAmount),
      maxAmount: maxAmount === null ? null : decimalOf(maxAmount),
      multiplier: decimalOf(multiplier),
      bonusTokens,
    })),
    schedule: presentSchedule(row),
    budget: { totalTokens, tokensPerDay, tokensPerUser, tokensPerAction },
    metadata: row.metadata,
    tokensDistributed: row.tokensDistributed,
    tokensToday: tokensOfDay(row, now),
    actionCount: row.actionCount,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
