import { toUnits } from "@/lib/domain/giving/actions/amounts";
import type { CampaignRow } from "@/lib/domain/giving/campaigns/present-campaign";
import type { Campaign, PatchCampaign, TierInput } from "@/lib/domain/giving/campaigns/schemas";
import { payloadHash } from "@/lib/domain/idempotency/payload-hash";

/** Each column that a partner sets, and the field of the API that sets it. */
const FIELDS = {
  name: "name",
  description: "description",
  actionTypes: "actionTypes",
  tokenPoolId: "tokenPoolId",
  isDefault: "isDefault",
  currency: "currency",
  tokensPerUnit: "tokensPerUnit",
  multiplier: "multiplier",
  rounding: "rounding",
  splits: "splits",
  unmatchedSplit: "unmatchedSplit",
  tiers: "tiers",
  startsAt: "schedule.startsAt",
  endsAt: "schedule.endsAt",
  timezone: "schedule.timezone",
  windows: "schedule.windows",
  totalTokens: "budget.totalTokens",
  tokensPerDay: "budget.tokensPerDay",
  tokensPerUser: "budget.tokensPerUser",
  tokensPerAction: "budget.tokensPerAction",
  metadata: "metadata",
} as const satisfies Partial<Record<keyof CampaignRow, string>>;

export type Setting = keyof typeof FIELDS;
export type CampaignSettings = Pick<CampaignRow, Setting>;

const NO_SCHEDULE = { startsAt: null, endsAt: null, timezone: "UTC", windows: [] };
const NO_BUDGET = { totalTokens: null, tokensPerDay: null, tokensPerUser: null, tokensPerAction: null };

/** A campaign of which nothing was said yet. */
export const NO_SETTINGS: CampaignSettings = {
  name: "",
  description: null,
  actionTypes: [],
  tokenPoolId: null,
  isDefault: false,
  currency: null,
  tokensPerUnit: 10_000,
  multiplier: 10_000,
  rounding: "HALF_UP",
  splits: [],
  unmatchedSplit: "RETURN_TO_POOL",
  tiers: [],
  ...NO_SCHEDULE,
  ...NO_BUDGET,
  metadata: {},
};

/** `"1.5"` → `15000`: whole numbers that JSON and the table hold exactly. */
const unitsOf = (decimal: string) => Number(toUnits(decimal));

function storedTiers(tiers: readonly TierInput[]): CampaignSettings["tiers"] {
  return tiers.map(({ minAmount, maxAmount, multiplier, bonusTokens }) => ({
    minAmount: unitsOf(minAmount),
    maxAmount: maxAmount === null ? null : unitsOf(maxAmount),
    multiplier: unitsOf(multiplier),
    bonusTokens: bonusTokens ?? 0,
  }));
}

/** The named parts of a group laid over the present ones; null takes the whole group away. */
function merge<T extends object>(present: T, patch: Partial<T> | null | undefined, none: T): T {
  if (patch === null) return none;
  const named = Object.entries(patch ?? {}).filter(([, value]) => value !== undefined);
  return { ...present, ...Object.fromEntries(named) };
}

/** Settings as they are once a request is laid over them. Nothing is checked yet. */
export function mergeSettings(present: CampaignSettings, patch: PatchCampaign): CampaignSettings {
  const { schedule, budget, tokensPerUnit, multiplier, tiers, actionTypes, ...plain } = patch;
  const { startsAt, endsAt, timezone, windows } = present;
  const { totalTokens, tokensPerDay, tokensPerUser, tokensPerAction } = present;
  return {
    ...merge(present, plain as Partial<CampaignSettings>, present),
    ...(actionTypes && { actionTypes: [...new Set(actionTypes)] }),
    ...(tokensPerUnit !== undefined && { tokensPerUnit: unitsOf(tokensPerUnit) }),
    ...(multiplier !== undefined && { multiplier: unitsOf(multiplier) }),
    ...(tiers && { tiers: storedTiers(tiers) }),
    ...merge<Pick<CampaignSettings, keyof typeof NO_SCHEDULE>>(
      { startsAt, endsAt, timezone, windows },
      schedule,
      NO_SCHEDULE,
    ),
    ...merge<Pick<CampaignSettings, keyof typeof NO_BUDGET>>(
      { totalTokens, tokensPerDay, tokensPerUser, tokensPerAction },
      budget,
      NO_BUDGET,
    ),
  };
}

/** What a row has of settings. */
export function settingsOf(row: CampaignRow): CampaignSettings {
  const names = Object.keys(FIELDS) as Setting[];
  return Object.fromEntries(names.map((name) => [name, row[name]])) as CampaignSettings;
}

const isSame = (a: unknown, b: unknown) => payloadHash({ value: a }) === payloadHash({ value: b });

export function changedSettings(before: CampaignSettings, after: CampaignSettings): Setting[] {
  return (Object.keys(FIELDS) as Setting[]).filter((name) => !isSame(before[name], after[name]));
}

/** The field of the API behind a setting. */
export const fieldOf = (setting: Setting): string => FIELDS[setting];

/** Some settings of a campaign as the API shows them, for the audit trail. */
export function auditedSettings(campaign: Campaign, names: readonly Setting[]): Record<string, unknown> {
  const valueAt = (path: string) =>
    path.split(".").reduce<unknown>((group, key) => (group as Record<string, unknown> | null)?.[key], campaign) ?? null;
  return Object.fromEntries(names.map((name) => [fieldOf(name), valueAt(fieldOf(name))]));
}
