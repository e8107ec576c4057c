import { instantOf, wallTimeOf } from "@/components/portal/campaigns/wall-time";
import { asSentence, issueSentence } from "@/components/portal/forms/contract-resolver";
import type { CallOf } from "@/lib/contract/endpoint";
import { createCampaign, type updateCampaign } from "@/lib/contract/giving";
import type { Campaign, CampaignWindow } from "@/lib/domain/giving/campaigns/schemas";

export type SplitForm = { stakeholderTypeCode: string; percent: string };
export type TierForm = { minAmount: string; maxAmount: string; multiplier: string; bonusTokens: string };
export type BudgetForm = Record<keyof Campaign["budget"], string>;

/** A campaign as it is being written: numbers are text until the contract reads them, times are those of its zone. */
export type CampaignForm = {
  name: string;
  description: string;
  actionTypes: string[];
  /** Empty for whichever pool is the default one. */
  tokenPoolId: string;
  isDefault: boolean;
  /** Empty for all that the partner is set up for. */
  currency: string;
  tokensPerUnit: string;
  multiplier: string;
  rounding: Campaign["rounding"];
  splits: SplitForm[];
  unmatchedSplit: Campaign["unmatchedSplit"];
  tiers: TierForm[];
  hasSchedule: boolean;
  startsAt: string;
  endsAt: string;
  timezone: string;
  windows: CampaignWindow[];
  budget: BudgetForm;
};

export const EMPTY_CAMPAIGN: CampaignForm = {
  name: "",
  description: "",
  actionTypes: [],
  tokenPoolId: "",
  isDefault: false,
  currency: "",
  tokensPerUnit: "1",
  multiplier: "1",
  rounding: "HALF_UP",
  splits: [],
  unmatchedSplit: "RETURN_TO_POOL",
  tiers: [],
  hasSchedule: false,
  startsAt: "",
  endsAt: "",
  timezone: "UTC",
  windows: [],
  budget: { totalTokens: "", tokensPerDay: "", tokensPerUser: "", tokensPerAction: "" },
};

/** A campaign as it stands, ready to be changed. */
export function formOf(campaign: Campaign): CampaignForm {
  const { schedule, budget } = campaign;
  const timezone = schedule?.timezone ?? "UTC";
  const wall = (at: string | null | undefined) => (at ? wallTimeOf(new Date(at), timezone) : "");
  return {
    name: campaign.name,
    description: campaign.description ?? "",
    actionTypes: campaign.actionTypes,
    tokenPoolId: campaign.tokenPoolId ?? "",
    isDefault: campaign.isDefault,
    currency: campaign.currency ?? "",
    tokensPerUnit: String(campaign.tokensPerUnit),
    multiplier: String(campaign.multiplier),
    rounding: campaign.rounding,
    splits: campaign.splits.map(({ stakeholderTypeCode, shareBps }) => ({
      stakeholderTypeCode,
      percent: String(shareBps / 100),
    })),
    unmatchedSplit: campaign.unmatchedSplit,
    tiers: campaign.tiers.map((tier) => ({
      minAmount: String(tier.minAmount),
      maxAmount: tier.maxAmount === null ? "" : String(tier.maxAmount),
      multiplier: String(tier.multiplier),
      bonusTokens: String(tier.bonusTokens),
    })),
    hasSchedule: schedule !== null,
    startsAt: wall(schedule?.startsAt),
    endsAt: wall(schedule?.endsAt),
    timezone,
    windows: schedule?.windows ?? [],
    budget: {
      totalTokens: textOf(budget.totalTokens),
      tokensPerDay: textOf(budget.tokensPerDay),
      tokensPerUser: textOf(budget.tokensPerUser),
      tokensPerAction: textOf(budget.tokensPerAction),
    },
  };
}

const textOf = (count: number | null) => (count === null ? "" : String(count));

/** `"33.33"` → `3333`; NaN for what is no share with at most two places. */
export function shareBpsOf(percent: string): number {
  return /^\d{1,3}(\.\d{1,2})?$/.test(percent.trim()) ? Math.round(Number(percent) * 100) : Number.NaN;
}

export type CampaignInput = CallOf<typeof createCampaign>;
type CampaignPatch = Omit<CallOf<typeof updateCampaign>, "campaignId">;
export type FieldErrors = Readonly<Record<string, string>>;

/** The form as the contract wants it, or all that is wrong with it, field by field. */
export function readForm(form: CampaignForm): { input: CampaignInput } | { errors: FieldErrors } {
  const input = {
    name: form.name.trim(),
    description: form.description.trim() || null,
    actionTypes: form.actionTypes,
    tokenPoolId: form.tokenPoolId || null,
    isDefault: form.isDefault,
    currency: form.currency.trim().toUpperCase() || null,
    tokensPerUnit: form.tokensPerUnit.trim(),
    multiplier: form.multiplier.trim(),
    rounding: form.rounding,
    splits: form.splits.map(({ stakeholderTypeCode, percent }) => ({
      stakeholderTypeCode,
      shareBps: shareBpsOf(percent),
    })),
    unmatchedSplit: form.unmatchedSplit,
    tiers: form.tiers.map((tier) => ({
      minAmount: tier.minAmount.trim(),
      maxAmount: tier.maxAmount.trim() || null,
      multiplier: tier.multiplier.trim(),
      bonusTokens: wholeOf(tier.bonusTokens) ?? 0,
    })),
    schedule: form.hasSchedule ? scheduleOf(form) : null,
    budget: {
      totalTokens: wholeOf(form.budget.totalTokens),
      tokensPerDay: wholeOf(form.budget.tokensPerDay),
      tokensPerUser: wholeOf(form.budget.tokensPerUser),
      tokensPerAction: wholeOf(form.budget.tokensPerAction),
    },
  };
  // Declared with a body, which the type of any endpoint cannot say.
  const parsed = createCampaign.body!.safeParse(input, { error: issueSentence, reportInput: true });
  const issues = parsed.error?.issues.map(({ path, message }) => ({ field: fieldAt(path), issue: message })) ?? [];
  const errors = { ...fieldErrors(issues), ...ownErrors(form) };
  return Object.keys(errors).length === 0 ? { input: input as CampaignInput } : { errors };
}

/** Null for no limit; NaN for what is no whole number. */
function wholeOf(written: string): number | null {
  const text = written.trim();
  if (text === "") return null;
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

function scheduleOf({ startsAt, endsAt, timezone, windows }: CampaignForm) {
  return {
    startsAt: instantOf(startsAt, timezone)?.toISOString() ?? "",
    endsAt: instantOf(endsAt, timezone)?.toISOString() ?? null,
    timezone,
    windows,
  };
}

/** What the contract's words for programs would say badly. */
function ownErrors({ actionTypes, splits, tiers, budget, ...form }: CampaignForm): FieldErrors {
  const errors: Record<string, string> = {};
  if (actionTypes.length === 0) errors.actionTypes = "Choose at least one type of action.";
  splits.forEach(({ stakeholderTypeCode, percent }, n) => {
    if (stakeholderTypeCode === "") errors[`splits[${n}].stakeholderTypeCode`] = "Choose a type of stakeholder.";
    if (Number.isNaN(shareBpsOf(percent))) errors[`splits[${n}].shareBps`] = "Give a share such as 25 or 33.33.";
  });
  tiers.forEach(({ bonusTokens }, n) => {
    if (Number.isNaN(wholeOf(bonusTokens))) errors[`tiers[${n}].bonusTokens`] = "Give a whole number.";
  });
  for (const [name, written] of Object.entries(budget)) {
    if (Number.isNaN(wholeOf(written))) errors[`budget.${name}`] = "Give a whole number, or nothing for no limit.";
  }
  if (form.hasSchedule && instantOf(form.startsAt, form.timezone) === null) {
    errors["schedule.startsAt"] = "Give a day and a time.";
  }
  return errors;
}

/** What may be sent of a form to change a campaign: while it runs only what nobody's reward depends on, and limits. */
export function patchOf(
  input: CampaignInput,
  { status, schedule }: Pick<Campaign, "status" | "schedule">,
): CampaignPatch {
  if (status !== "ACTIVE") return input;
  const { name, description, budget } = input;
  return { name, description, budget, ...(schedule && { schedule: { endsAt: input.schedule?.endsAt ?? null } }) };
}

function fieldAt(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) => (typeof part === "number" ? `${name}[${part}]` : `${name && `${name}.`}${String(part)}`),
    "",
  );
}

const SHOWN = [
  /^(name|description|actionTypes|tokenPoolId|currency|tokensPerUnit|multiplier|splits|tiers)$/,
  /^splits\[\d+\]\.(stakeholderTypeCode|shareBps)$/,
  /^tiers\[\d+\]\.(minAmount|maxAmount|multiplier|bonusTokens)$/,
  /^schedule\.(startsAt|endsAt|timezone)$/,
  /^schedule\.windows\[\d+\]$/,
  /^budget\.\w+$/,
];

/** Puts each refused value to the field that shows it; the first remark about a field stands. */
export function fieldErrors(issues: readonly { field?: string; issue: string }[]): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { field = "", issue } of issues) {
    const place = placeOf(field);
    if (SHOWN.some((form) => form.test(place))) errors[place] ??= asSentence(issue);
  }
  return errors;
}

/** What is left to put right once some fields were changed. */
export function withoutErrorsOf(changed: readonly string[], errors: FieldErrors): FieldErrors {
  const isChanged = (field: string) => {
    const [name = "", part = ""] = field.split(/[.[]/);
    return changed.includes(name === "schedule" ? part : name);
  };
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !isChanged(field)));
}

/** Some fields are shown as one. */
function placeOf(field: string): string {
  return field
    .replace(/^actionTypes\[.*/, "actionTypes")
    .replace(/^(tiers\[\d+\])$/, "$1.minAmount")
    .replace(/^(schedule\.windows\[\d+\]).*/, "$1");
}
