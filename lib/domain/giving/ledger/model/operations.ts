/** Everything is named by place or by the partner's own names, so that one sequence runs on any database, and as JSON. */

export type Use = "DONATION" | "GIFT_CARD" | "MERCHANDISE" | "TRANSFER";

export type RedemptionTerms = {
  enabled: boolean;
  minTokens?: number;
  maxTokensPerDay?: number;
  maxTokensPerUser?: number;
  allowedUses: Use[];
};

export type PoolTerms = {
  vesting: { type: "NONE" | "CLIFF" | "LINEAR"; cliffDays?: number; durationDays?: number; intervalDays?: number };
  expiration: { type: "NONE" | "AFTER_ISSUE" | "FIXED_DATE"; days?: number; date?: string; returnToPool?: boolean };
  redemption: RedemptionTerms;
  allowedActionTypes?: string[];
  maxTokensPerAction?: number;
};

export type RefillTerms = { enabled: boolean; threshold: number; amount: number; maxPerMonth: number };

export type PoolSettings = {
  status: "ACTIVE" | "PAUSED" | "CLOSED";
  restrictions: PoolTerms;
  autoRefill: RefillTerms;
  lowBalanceThreshold: number | null;
};

export type CampaignSettings = {
  isDefault: boolean;
  actionTypes: string[];
  /** Place of its pool. */
  pool: number | null;
  currency: string | null;
  tokensPerUnit: string;
  multiplier: string;
  rounding: "HALF_UP" | "DOWN";
  splits: { stakeholderTypeCode: string; shareBps: number }[];
  unmatchedSplit: "RETURN_TO_POOL" | "REDISTRIBUTE" | "REJECT";
  tiers: { minAmount: string; maxAmount: string | null; multiplier: string; bonusTokens: number }[];
  totalTokens: number | null;
  tokensPerDay: number | null;
  tokensPerUser: number | null;
  tokensPerAction: number | null;
};

export type Submit = {
  key: string;
  actionType: string;
  amount: string;
  currency?: string;
  /** Type and the partner's own id. */
  stakeholders: [code: string, user: string][];
  autoCreateUsers: boolean;
  pool?: number;
  campaign?: number;
  description?: string;
};

export type Operation =
  | { kind: "submit"; input: Submit }
  | { kind: "batch"; mode: "independent" | "atomic"; inputs: Submit[] }
  | { kind: "validate"; input: Submit }
  /** `action` is the key it was submitted with. */
  | { kind: "reverse"; action: string; key: string; amount?: string; allowPartial: boolean; note?: string }
  | { kind: "allocate" | "withdraw"; pool: number; amount: number; reference: string }
  | { kind: "request"; pool?: number; amount: number }
  | { kind: "redeem"; user: string; tokens: number; use: Use; reference: string }
  | { kind: "setUser"; user: string; status: "ACTIVE" | "INACTIVE" }
  | { kind: "setPool"; pool: number; settings: PoolSettings }
  | { kind: "moveCampaign"; campaign: number; to: "activate" | "pause" }
  | { kind: "balance"; user: string }
  | { kind: "pool"; pool: number };

/** What came of an operation: `OK` or the code of the refusal, and the figures that belong to it. */
export type Answer = { code: string; [figure: string]: unknown };

/** What a partner of a proof begins with. The first pool is the default one. */
export type Beginning = { pools: (PoolSettings & { tokens: number })[]; campaigns: CampaignSettings[] };
