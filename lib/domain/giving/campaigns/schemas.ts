import { z } from "zod";
import { ActionType, Currency, StakeholderTypeCode } from "@/lib/domain/giving/actions/schemas";
import { CAMPAIGN_STATUSES, PAUSE_REASONS, ROUNDINGS, UNMATCHED_SPLITS } from "@/lib/domain/giving/campaigns/statuses";
import {
  Environment,
  IsoTime,
  IsoTimeInput,
  listOf,
  Metadata,
  ObjectId,
  PageQuery,
  Tokens,
  text,
} from "@/lib/domain/shared/schemas";

/**
 * A decimal with at most 4 places, as number or text, kept as the text that was sent. With at most 11 digits before the
 * point it is exact as a JSON number too, which is how answers show it.
 */
const decimal = (least: string, most: string) =>
  z
    .union([z.number(), z.string()], "must be a decimal, as a number or as text")
    .transform((value, refinement) => {
      const written = String(value);
      const isWithin = Number(written) >= Number(least) && Number(written) <= Number(most);
      if (/^\d{1,11}(\.\d{1,4})?$/.test(written) && isWithin) return written;
      const message = `must be a decimal from ${least} to ${most} with at most 4 places`;
      refinement.addIssue({ code: "custom", message });
      return z.NEVER;
    })
    .meta({ description: `A decimal from ${least} to ${most}, at most 4 places.`, example: 1.5 });

const AMOUNT_MOST = "99999999999.9999";

export type UnmatchedSplit = (typeof UNMATCHED_SPLITS)[number];

/** What part of a reward goes to the stakeholders of a type, in 1/10,000. */
export const SplitRule = z.strictObject({
  stakeholderTypeCode: StakeholderTypeCode,
  shareBps: z.int().min(1).max(10_000).meta({ example: 6000 }),
});
export type SplitRule = z.output<typeof SplitRule>;

const TierInput = z.strictObject({
  minAmount: decimal("0", AMOUNT_MOST),
  maxAmount: decimal("0", AMOUNT_MOST).nullable(),
  multiplier: decimal("0", "1000"),
  bonusTokens: Tokens.min(0).optional(),
});
export type TierInput = z.output<typeof TierInput>;

const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day from 00:00 to 23:59")
  .meta({ example: "09:00" });

/** Hours of some days of the week, 1 for Monday to 7 for Sunday; one that ends before it begins spans midnight. */
export const CampaignWindow = z.strictObject({
  days: z
    .array(z.int().min(1).max(7))
    .min(1, "must name at least one day, 1 for Monday to 7 for Sunday")
    .max(7)
    .meta({ example: [1, 2, 3, 4, 5] }),
  from: TimeOfDay,
  to: TimeOfDay,
});
export type CampaignWindow = z.output<typeof CampaignWindow>;

const WINDOWS_MAX = 50;

const schedule = {
  startsAt: IsoTimeInput,
  endsAt: IsoTimeInput.nullable().optional(),
  timezone: text(1, 64).optional().meta({ example: "Europe/Berlin" }),
  windows: z.array(CampaignWindow).max(WINDOWS_MAX).optional(),
};

const limit = Tokens.min(1).nullable().optional();

const BudgetInput = z.strictObject({
  totalTokens: limit,
  tokensPerDay: limit,
  tokensPerUser: limit,
  tokensPerAction: limit,
});
export type BudgetInput = z.output<typeof BudgetInput>;

const fields = {
  name: text(1, 120),
  description: text(0, 1000).nullable().optional(),
  actionTypes: z.array(ActionType).min(1, "must name at least one action type").max(20),
  tokenPoolId: ObjectId.nullable().optional(),
  isDefault: z.boolean(),
  currency: Currency.nullable().optional(),
  tokensPerUnit: decimal("0", "10000"),
  multiplier: decimal("0.0001", "1000"),
  rounding: z.enum(ROUNDINGS),
  splits: z.array(SplitRule).max(20, "must have at most 20 rules"),
  unmatchedSplit: z.enum(UNMATCHED_SPLITS),
  tiers: z.array(TierInput).max(20, "must have at most 20 tiers"),
  budget: BudgetInput.nullable().optional(),
  metadata: Metadata,
};

export const CreateCampaign = z.strictObject({
  ...fields,
  isDefault: fields.isDefault.default(false),
  tokensPerUnit: fields.tokensPerUnit.default("1"),
  multiplier: fields.multiplier.default("1"),
  rounding: fields.rounding.default("HALF_UP"),
  unmatchedSplit: fields.unmatchedSplit.default("RETURN_TO_POOL"),
  tiers: fields.tiers.default([]),
  schedule: z.strictObject(schedule).nullable().optional(),
  metadata: fields.metadata.default({}),
});
export type CreateCampaign = z.output<typeof CreateCampaign>;

/** What is left out stays as it is, within schedule and budget too; null takes an optional part away. */
export const PatchCampaign = z
  .strictObject({ ...fields, schedule: z.strictObject(schedule).partial().nullable().optional() })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, "must name at least one field to change");
export type PatchCampaign = z.output<typeof PatchCampaign>;

export const CampaignParams = z.strictObject({ campaignId: text(1, 64) });
export type CampaignParams = z.output<typeof CampaignParams>;

export const ListCampaignsQuery = PageQuery.extend({
  status: z.enum(CAMPAIGN_STATUSES).optional(),
  actionType: ActionType.optional(),
});
export type ListCampaignsQuery = z.output<typeof ListCampaignsQuery>;

/** Whole tokens given at most: in all, on a UTC day, to one recipient, for one action. Null: no limit. */
export const Budget = z.object({
  totalTokens: Tokens.nullable(),
  tokensPerDay: Tokens.nullable(),
  tokensPerUser: Tokens.nullable(),
  tokensPerAction: Tokens.nullable(),
});
export type Budget = z.output<typeof Budget>;

/** A tier holds amounts from `minAmount` up to below `maxAmount`; null: without end. */
const Tier = z.object({
  minAmount: z.number(),
  maxAmount: z.number().nullable(),
  multiplier: z.number(),
  bonusTokens: Tokens,
});

export const Campaign = z
  .object({
    id: ObjectId,
    environment: Environment,
    name: z.string(),
    description: z.string().nullable(),
    status: z.enum(CAMPAIGN_STATUSES),
    pauseReason: z.enum(PAUSE_REASONS).nullable(),
    isDefault: z.boolean(),
    actionTypes: z.array(z.string()),
    tokenPoolId: ObjectId.nullable(),
    currency: z.string().nullable(),
    tokensPerUnit: z.number(),
    multiplier: z.number(),
    rounding: z.enum(ROUNDINGS),
    splits: z.array(SplitRule),
    unmatchedSplit: z.enum(UNMATCHED_SPLITS),
    tiers: z.array(Tier),
    schedule: z
      .object({
        startsAt: IsoTime,
        endsAt: IsoTime.nullable(),
        timezone: z.string(),
        windows: z.array(CampaignWindow),
      })
      .nullable(),
    budget: Budget,
    metadata: Metadata,
    tokensDistributed: Tokens,
    tokensToday: Tokens,
    actionCount: z.int(),
    createdAt: IsoTime,
    updatedAt: IsoTime,
  })
  .meta({ id: "Campaign" });
export type Campaign = z.output<typeof Campaign>;

export const CampaignList = listOf(Campaign);
export type CampaignList = z.output<typeof CampaignList>;
