import type { Budget } from "@/lib/domain/giving/campaigns/schemas";
import { fail } from "@/lib/errors";

/** What a campaign has given and may give. Actions of one transaction are decided on it in turn; it is written at the end. */
export type CampaignState = {
  id: string;
  budget: Budget;
  tokensDistributed: number;
  tokensToday: number;
  /** The UTC day of `tokensToday`, as `2026-01-31`. */
  today: string;
  actionCount: number;
  /** What recipients had before this transaction, by the partner's own id; read only where the campaign caps it. */
  recipients: Map<string, number>;
  /** What recipients were given in this transaction. */
  given: Map<string, number>;
  /** Whether the total was used up in this transaction: the campaign pauses. */
  isExhausted: boolean;
  /** Whether there is something to write. */
  isChanged: boolean;
};

/** The UTC day of an instant. */
export const dayOf = (now: Date) => now.toISOString().slice(0, 10);

/** Tokens given on the day of `now`, or on a later one that somebody's clock has reached already. */
export function tokensOfDay({ tokensToday, today }: Pick<CampaignState, "tokensToday" | "today">, now: Date): number {
  return today < dayOf(now) ? 0 : tokensToday;
}

/**
 * Fails unless the budgets cover a reward (contract 8.5, step 5): `campaign_budget_exceeded` names the budget, what was
 * required and what is left of it; `user_cap_exceeded` names the recipients.
 */
export function requireSpendable(
  state: CampaignState,
  tokens: number,
  perRecipient: ReadonlyMap<string, number>,
  now: Date,
): void {
  const { id, budget } = state;
  requireBudget(id, "totalTokens", tokens, budget.totalTokens, state.tokensDistributed);
  requireBudget(id, "tokensPerDay", tokens, budget.tokensPerDay, tokensOfDay(state, now));
  requireCaps(state, perRecipient);
}

/** Takes a reward from the budgets, or fails as `requireSpendable` does and changes nothing. */
export function spend(
  state: CampaignState,
  tokens: number,
  perRecipient: ReadonlyMap<string, number>,
  now: Date,
): void {
  requireSpendable(state, tokens, perRecipient, now);
  const tokensToday = tokensOfDay(state, now);
  state.tokensDistributed += tokens;
  state.tokensToday = tokensToday + tokens;
  if (state.today < dayOf(now)) state.today = dayOf(now);
  state.actionCount += 1;
  for (const [recipient, more] of perRecipient) {
    if (more > 0) state.given.set(recipient, (state.given.get(recipient) ?? 0) + more);
  }
  state.isExhausted = state.tokensDistributed === state.budget.totalTokens;
  state.isChanged = true;
}

/** Gives reversed tokens back to the total, not to caps of days and users. A paused campaign stays paused. */
export function giveBack(state: CampaignState, tokens: number): void {
  state.tokensDistributed -= tokens;
  state.isExhausted = false;
  state.isChanged = true;
}

/** Tells the state that it was written: what follows in the same transaction begins from here. */
export function markSaved(state: CampaignState): void {
  for (const [recipient, tokens] of state.given) {
    state.recipients.set(recipient, (state.recipients.get(recipient) ?? 0) + tokens);
  }
  state.given.clear();
  state.isChanged = false;
}

function requireBudget(
  campaignId: string,
  budget: "totalTokens" | "tokensPerDay",
  required: number,
  limit: number | null,
  spent: number,
): void {
  if (limit === null || spent + required <= limit) return;
  const left = Math.max(0, limit - spent);
  fail("campaign_budget_exceeded", { details: { campaignId, budget, required, left } });
}

function requireCaps({ budget, recipients, given }: CampaignState, perRecipient: ReadonlyMap<string, number>): void {
  const cap = budget.tokensPerUser;
  if (cap === null) return;
  const beyond = [...perRecipient].flatMap(([partnerUserId, required]) => {
    const left = Math.max(0, cap - (recipients.get(partnerUserId) ?? 0) - (given.get(partnerUserId) ?? 0));
    if (required <= left) return [];
    return [{ issue: "would receive more than the campaign's cap for one user", partnerUserId, required, left }];
  });
  if (beyond.length > 0) fail("user_cap_exceeded", { details: beyond });
}
