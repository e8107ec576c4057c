import { toUnits, UNIT } from "@/lib/domain/giving/actions/amounts";
import { reversalShares, reversedTokens } from "@/lib/domain/giving/actions/reversal-shares";
import type { Action, Distribution } from "@/lib/domain/giving/actions/schemas";

type Reversible = Pick<Action, "amount" | "tokensDistributed" | "distributions" | "transactionIds" | "reversals">;

export type Share = { distribution: Distribution; left: number; tokens: number };
export type ReversalPreview = {
  /** Tokens to be taken from all of them. */
  tokens: number;
  shares: Share[];
  /** What stays of the action's amount. */
  amountLeft: string;
};

const AMOUNT = /^\d{1,12}(\.\d{1,4})?$/;

/** What is left of the action's amount to be reversed. */
export function unreversedAmount({ amount, reversals }: Reversible): string {
  return toDecimal(toUnits(amount) - reversedUnits(reversals));
}

/**
 * What a reversal of a part of the amount, or of all that is left, would ask of whom, by the server's own arithmetic.
 * Earlier reversals are counted again in their order, for what each asked of whom is nowhere written.
 */
export function previewReversal(action: Reversible, amount: string | null): ReversalPreview | { problem: string } {
  const given = action.distributions.toSorted(
    (a, b) => action.transactionIds.indexOf(a.transactionId) - action.transactionIds.indexOf(b.transactionId),
  );
  let left = given.map(({ tokens }) => tokens);
  let reversed = 0n;
  for (const earlier of action.reversals) {
    reversed += toUnits(earlier.amount);
    left = minus(left, askedOf(action, left, reversed));
  }
  const rest = toUnits(action.amount) - reversed;
  if (amount !== null && !AMOUNT.test(amount)) return { problem: "Give an amount such as 20.00." };
  const units = amount === null ? rest : toUnits(amount);
  if (units === 0n) return { problem: "Give an amount above 0." };
  if (units > rest) return { problem: `Only ${toDecimal(rest)} is left of the action.` };
  const asked = askedOf(action, left, reversed + units);
  return {
    tokens: asked.reduce((sum, tokens) => sum + tokens, 0),
    shares: given.map((distribution, n) => ({ distribution, left: left[n]!, tokens: asked[n]! })),
    amountLeft: toDecimal(rest - units),
  };
}

/** What each has to give so that the whole of `reversed` is taken back. */
function askedOf({ tokensDistributed, amount }: Reversible, left: readonly number[], reversed: bigint): number[] {
  const taken = tokensDistributed - left.reduce((sum, tokens) => sum + tokens, 0);
  return reversalShares(reversedTokens(tokensDistributed, reversed, toUnits(amount)) - taken, left);
}

function minus(left: readonly number[], asked: readonly number[]): number[] {
  return left.map((tokens, n) => tokens - asked[n]!);
}

function reversedUnits(reversals: Reversible["reversals"]): bigint {
  return reversals.reduce((sum, { amount }) => sum + toUnits(amount), 0n);
}

/** `499900n` → `"49.99"`. */
function toDecimal(units: bigint): string {
  const fraction = String(units % UNIT)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return fraction === "" ? String(units / UNIT) : `${units / UNIT}.${fraction}`;
}
