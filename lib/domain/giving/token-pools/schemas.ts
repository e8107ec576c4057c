import { z } from "zod";
import {
  Environment,
  IsoTime,
  IsoTimeInput,
  listOf,
  ObjectId,
  PageQuery,
  Tokens,
  text,
} from "@/lib/domain/shared/schemas";

/** `DEPLETED` is derived from a balance of zero; the other three are decisions and stored. */
export const POOL_STATUSES = ["ACTIVE", "PAUSED", "DEPLETED", "CLOSED"] as const;
export const STORED_POOL_STATUSES = ["ACTIVE", "PAUSED", "CLOSED"] as const;

export const POOL_ENTRY_TYPES = [
  "ALLOCATION",
  "AUTO_REFILL",
  "DISTRIBUTION",
  "REVERSAL",
  "EXPIRY_RETURN",
  "WITHDRAWAL",
] as const;
export type PoolEntryType = (typeof POOL_ENTRY_TYPES)[number];

export const AutoRefill = z.object({
  enabled: z.boolean(),
  threshold: Tokens,
  amount: Tokens,
  maxPerMonth: Tokens,
  usedThisMonth: Tokens,
});
export type AutoRefill = z.output<typeof AutoRefill>;

/** The rule itself; what was used of it this month is counted beside it. */
export type AutoRefillRule = Omit<AutoRefill, "usedThisMonth">;

export const NO_AUTO_REFILL: AutoRefillRule = { enabled: false, threshold: 0, amount: 0, maxPerMonth: 0 };

export const REDEMPTION_USES = ["DONATION", "GIFT_CARD", "MERCHANDISE", "TRANSFER"] as const;
export type RedemptionUse = (typeof REDEMPTION_USES)[number];

export const RedemptionRules = z.object({
  enabled: z.boolean(),
  minTokens: Tokens.optional(),
  maxTokensPerDay: Tokens.optional(),
  maxTokensPerUser: Tokens.optional(),
  allowedUses: z.array(z.enum(REDEMPTION_USES)),
});
export type RedemptionRules = z.output<typeof RedemptionRules>;

/** What binds the tokens a pool gives out; each credit keeps a copy. */
export const Restrictions = z.object({
  vesting: z.object({
    type: z.enum(["NONE", "CLIFF", "LINEAR"]),
    cliffDays: z.int().optional(),
    durationDays: z.int().optional(),
    intervalDays: z.int().optional(),
  }),
  expiration: z.object({
    type: z.enum(["NONE", "AFTER_ISSUE", "FIXED_DATE"]),
    days: z.int().optional(),
    date: IsoTime.optional(),
    returnToPool: z.boolean().optional(),
  }),
  redemption: RedemptionRules,
  allowedActionTypes: z.array(z.string()).optional(),
  maxTokensPerAction: Tokens.optional(),
});
export type Restrictions = z.output<typeof Restrictions>;

export const NO_RESTRICTIONS: Restrictions = {
  vesting: { type: "NONE" },
  expiration: { type: "NONE" },
  redemption: { enabled: true, allowedUses: [...REDEMPTION_USES] },
};

export const POOL_REQUEST_STATUSES = ["PENDING", "APPROVED", "REJECTED", "CANCELED"] as const;

const POOL_REQUEST_TOKENS_MAX = 10_000_000;

export const PoolRequestInput = z.strictObject({
  amount: z.int().min(1).max(POOL_REQUEST_TOKENS_MAX).meta({ example: 50_000 }),
  reason: text(10, 1000).meta({ example: "Spring campaign: about 2,000 orders a week." }),
  tokenPoolId: ObjectId.optional(),
  expectedMonthlyActionVolume: z.int().min(0).optional(),
});
export type PoolRequestInput = z.output<typeof PoolRequestInput>;

export const PoolRequest = z
  .object({
    id: z.string(),
    tokenPoolId: ObjectId.nullable(),
    amount: Tokens,
    approvedAmount: Tokens.nullable(),
    reason: z.string(),
    status: z.enum(POOL_REQUEST_STATUSES),
    decidedAt: IsoTime.nullable(),
    decisionNote: z.string().nullable(),
    createdAt: IsoTime,
  })
  .meta({ id: "PoolRequest" });
export type PoolRequest = z.output<typeof PoolRequest>;

export const PoolRequestList = listOf(PoolRequest);
export type PoolRequestList = z.output<typeof PoolRequestList>;

export const ListPoolRequestsQuery = PageQuery.extend({ status: z.enum(POOL_REQUEST_STATUSES).optional() });
export type ListPoolRequestsQuery = z.output<typeof ListPoolRequestsQuery>;

export const PoolParams = z.strictObject({ poolId: z.string().max(64) });

/** `balance = allocated − distributed + returned − withdrawn`, never negative. */
export const TokenPool = z
  .object({
    id: ObjectId,
    name: z.string(),
    environment: Environment,
    status: z.enum(POOL_STATUSES),
    isDefault: z.boolean(),
    balance: Tokens,
    allocated: Tokens,
    distributed: Tokens,
    returned: Tokens,
    withdrawn: Tokens,
    lowBalanceThreshold: Tokens.nullable(),
    autoRefill: AutoRefill,
    restrictions: Restrictions,
    createdAt: IsoTime,
    updatedAt: IsoTime,
  })
  .meta({ id: "TokenPool" });
export type TokenPool = z.output<typeof TokenPool>;

export const TokenPoolList = listOf(TokenPool);
export type TokenPoolList = z.output<typeof TokenPoolList>;

export const ListPoolEntriesQuery = PageQuery.extend({
  type: z.enum(POOL_ENTRY_TYPES).optional(),
  from: IsoTimeInput.optional(),
  to: IsoTimeInput.optional(),
});
export type ListPoolEntriesQuery = z.output<typeof ListPoolEntriesQuery>;

export const PoolEntry = z
  .object({
    id: z.string(),
    type: z.enum(POOL_ENTRY_TYPES),
    tokens: Tokens,
    balanceAfter: Tokens,
    actionId: ObjectId.nullable(),
    transactionId: ObjectId,
    createdAt: IsoTime,
  })
  .meta({ id: "PoolEntry" });
export type PoolEntry = z.output<typeof PoolEntry>;

export const PoolEntryList = listOf(PoolEntry);
export type PoolEntryList = z.output<typeof PoolEntryList>;
