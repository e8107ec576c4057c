import type {
  Answer,
  CampaignSettings,
  PoolSettings,
  RedemptionTerms,
} from "@/lib/domain/giving/ledger/model/operations";

export type ModelPool = PoolSettings & {
  place: number;
  allocated: number;
  distributed: number;
  returned: number;
  withdrawn: number;
  /** What auto-refills added in each UTC month. */
  refilled: Map<string, number>;
  /** Whether its depletion was told since its last credit. */
  isDepletionTold: boolean;
  hasPendingRequest: boolean;
  references: Map<string, string>;
  /** What it has told, in order. */
  told: [type: string, figures: Record<string, unknown>][];
};

export type ModelCampaign = CampaignSettings & {
  place: number;
  status: "ACTIVE" | "PAUSED";
  tokensDistributed: number;
  byDay: Map<string, number>;
  byUser: Map<string, number>;
  actionCount: number;
};

/** What becomes available at an instant, as far as no reversal has taken it before. */
export type Release = { at: number; tokens: number };

export type ModelLot = {
  id: string;
  user: ModelUser;
  pool: ModelPool;
  tokens: number;
  issuedAt: number;
  /** What is still to come, earliest first. */
  releases: Release[];
  /** What can be spent now. */
  available: number;
  redeemed: number;
  reversed: number;
  expired: number;
  unrecoverable: number;
  expiresAt: number | null;
  returnsToPool: boolean;
  redemption: RedemptionTerms;
};

export type ModelUser = {
  externalId: string;
  status: "ACTIVE" | "INACTIVE";
  earned: number;
  redeemed: number;
  reversed: number;
  expired: number;
  /** Told by releases that came due. */
  vested: number;
  lots: ModelLot[];
  /** By pool: in all, and by UTC day. */
  redeemedOf: Map<ModelPool, { total: number; byDay: Map<string, number> }>;
};

export type ModelAction = {
  key: string;
  id: string | null;
  payload: string;
  status: "FAILED" | "COMPLETED" | "PARTIALLY_REVERSED" | "REVERSED";
  createdAt: number;
  units: bigint;
  decimals: number | null;
  tokens: number;
  campaign: ModelCampaign | null;
  lots: ModelLot[];
  reversedUnits: bigint;
  reversedTokens: number;
  reversals: Map<string, { payload: string; answer: Answer }>;
  answer: Answer | null;
};

/** A refusal; whatever the operation had done is undone. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(code: string, figures: Record<string, unknown> = {}) {
    super(code);
    this.answer = { code, ...figures };
  }
}

export const DAY = 86_400_000;
export const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10);
export const monthOf = (now: number) => new Date(now).toISOString().slice(0, 7);

export const balanceOf = ({ allocated, distributed, returned, withdrawn }: ModelPool) =>
  allocated - distributed + returned - withdrawn;

export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** What nobody has taken and time has not ended. */
export const leftOf = (lot: ModelLot) => lot.available + sum(lot.releases.map(({ tokens }) => tokens));
