import { z } from "zod";
import { Reason } from "@/lib/domain/admins/schemas";
import { BlastRadius } from "@/lib/domain/giving/blast-radius/schemas";
import {
  REDEMPTION_USES,
  type Restrictions,
  STORED_POOL_STATUSES,
  TokenPool,
} from "@/lib/domain/giving/token-pools/schemas";
import { Environment, text } from "@/lib/domain/shared/schemas";

const days = (min: number, max: number) => z.int().min(min).max(max);
const CLIFF_DAYS_MAX = 3650;
const DAYS_MAX = 3650;
const INTERVAL_DAYS_MAX = 365;
/** What one call may move, so that every sum stays exact in JSON. */
const TOKENS_MAX = 1_000_000_000_000;
const TokenCount = z.int().min(1).max(TOKENS_MAX);

const VestingInput = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("NONE") }),
  z.strictObject({ type: z.literal("CLIFF"), cliffDays: days(1, CLIFF_DAYS_MAX) }),
  z
    .strictObject({
      type: z.literal("LINEAR"),
      cliffDays: days(0, CLIFF_DAYS_MAX).default(0),
      durationDays: days(1, DAYS_MAX),
      intervalDays: days(1, INTERVAL_DAYS_MAX),
    })
    .refine(({ durationDays, intervalDays }) => durationDays % intervalDays === 0, {
      path: ["intervalDays"],
      message: "must divide durationDays into whole steps",
    }),
]);

const ExpirationInput = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("NONE") }),
  z.strictObject({ type: z.literal("AFTER_ISSUE"), days: days(1, DAYS_MAX), returnToPool: z.boolean().default(false) }),
  z.strictObject({
    type: z.literal("FIXED_DATE"),
    date: z.iso.datetime({ offset: true }),
    returnToPool: z.boolean().default(false),
  }),
]);

/** Restrictions as an administrator sets them; they bind later rewards only. */
export const RestrictionsInput = z
  .strictObject({
    vesting: VestingInput.default({ type: "NONE" }),
    expiration: ExpirationInput.default({ type: "NONE" }),
    redemption: z
      .strictObject({
        enabled: z.boolean(),
        minTokens: TokenCount.optional(),
        maxTokensPerDay: TokenCount.optional(),
        maxTokensPerUser: TokenCount.optional(),
        allowedUses: z.array(z.enum(REDEMPTION_USES)),
      })
      .default({ enabled: true, allowedUses: [...REDEMPTION_USES] }),
    allowedActionTypes: z.array(z.string().max(40)).min(1).optional(),
    maxTokensPerAction: TokenCount.optional(),
  })
  .refine(
    ({ vesting, expiration }) =>
      expiration.type !== "AFTER_ISSUE" ||
      vesting.type === "NONE" ||
      expiration.days >= vesting.cliffDays + (vesting.type === "LINEAR" ? vesting.durationDays : 0),
    { path: ["expiration", "days"], message: "must not end before vesting does" },
  )
  .transform((input): Restrictions => input);

const AutoRefillInput = z
  .strictObject({
    enabled: z.boolean(),
    threshold: z.int().min(0).max(TOKENS_MAX),
    amount: TokenCount,
    maxPerMonth: TokenCount,
  })
  .refine(({ amount, maxPerMonth }) => amount <= maxPerMonth, {
    path: ["amount"],
    message: "must not exceed maxPerMonth",
  });

const Threshold = z.int().min(1).max(TOKENS_MAX).nullable();

export const CreateTokenPool = z.strictObject({
  name: text(1, 80),
  environment: Environment,
  amount: z.int().min(0).max(TOKENS_MAX),
  restrictions: RestrictionsInput.optional(),
  autoRefill: AutoRefillInput.optional(),
  lowBalanceThreshold: Threshold.optional(),
  isDefault: z.boolean().optional(),
  reason: Reason,
});
export type CreateTokenPool = z.output<typeof CreateTokenPool>;

/** What is left out stays as it is. `CLOSED` is final. */
export const PatchTokenPool = z.strictObject({
  name: text(1, 80).optional(),
  status: z.enum(STORED_POOL_STATUSES).optional(),
  restrictions: RestrictionsInput.optional(),
  autoRefill: AutoRefillInput.optional(),
  lowBalanceThreshold: Threshold.optional(),
  isDefault: z.literal(true).optional(),
  reason: Reason,
});
export type PatchTokenPool = z.output<typeof PatchTokenPool>;

export const PoolMovement = z.strictObject({ amount: TokenCount, reference: text(1, 120), reason: Reason });
export type PoolMovement = z.output<typeof PoolMovement>;

/** The pool as it is after a withdrawal, or with `dryRun` as it would be. */
export const WithdrawnPool = TokenPool.extend({
  dryRun: z.literal(true).optional(),
  blastRadius: BlastRadius.optional(),
}).meta({ id: "WithdrawnPool" });
export type WithdrawnPool = z.output<typeof WithdrawnPool>;

export const AdminPoolParams = z.strictObject({ id: z.string().max(64), poolId: z.string().max(64) });
export const AdminPoolList = z.object({ data: z.array(TokenPool) });

export const PoolRequestParams = z.strictObject({ requestId: z.string().max(64) });
export const ApprovePoolRequest = z.strictObject({
  approvedAmount: TokenCount.optional(),
  note: text(0, 500).optional(),
  reason: Reason,
});
export type ApprovePoolRequest = z.output<typeof ApprovePoolRequest>;
export const RejectPoolRequest = z.strictObject({ note: text(1, 500), reason: Reason });
export type RejectPoolRequest = z.output<typeof RejectPoolRequest>;

export const RedeemParams = z.strictObject({ id: z.string().max(64), externalId: z.string().max(128) });
export const RedeemTokens = z.strictObject({
  tokens: TokenCount,
  use: z.enum(REDEMPTION_USES),
  reference: text(1, 120),
  environment: Environment,
  reason: Reason,
});
export type RedeemTokens = z.output<typeof RedeemTokens>;
