import { largestRemainder, roundHalfUp, textOf, unitsIn } from "@/lib/domain/giving/ledger/model/arithmetic";
import type { Journal } from "@/lib/domain/giving/ledger/model/journal";
import { DAY, type ModelAction, type ModelLot, Refusal, sum } from "@/lib/domain/giving/ledger/model/model-state";
import type { Answer } from "@/lib/domain/giving/ledger/model/operations";

// Contract 8.6.

const REVERSIBLE_DAYS = 365;

/** Takes from what is released last, backwards, then from what is available; returns what was there. */
function takeFrom(journal: Journal, lot: ModelLot, asked: number): number {
  let left = asked;
  const kept: ModelLot["releases"] = [];
  for (const release of lot.releases.toReversed()) {
    const taken = Math.min(left, release.tokens);
    left -= taken;
    if (release.tokens > taken) kept.unshift({ at: release.at, tokens: release.tokens - taken });
  }
  journal.put(lot, "releases", kept);
  const taken = Math.min(left, lot.available);
  journal.add(lot, "available", -taken);
  const all = asked - left + taken;
  journal.add(lot, "reversed", all);
  journal.add(lot, "unrecoverable", asked - all);
  return all;
}

/** The part of the amount that is taken back. */
function unitsOf(action: ModelAction, amount: string | undefined): bigint {
  const left = action.units - action.reversedUnits;
  if (amount === undefined) return left;
  const units = unitsIn(amount);
  if (action.decimals !== null && units % 10n ** BigInt(4 - action.decimals) !== 0n) {
    throw new Refusal("VALIDATION_ERROR");
  }
  if (units > left) throw new Refusal("AMOUNT_OUT_OF_RANGE", { unreversed: textOf(left) });
  return units;
}

export function modelReversal(
  journal: Journal,
  action: ModelAction,
  asked: { amount: string | undefined; allowPartial: boolean },
  now: number,
): { answer: Answer; taken: { lot: ModelLot; tokens: number }[] } {
  if (action.status === "FAILED" || action.status === "REVERSED") throw new Refusal("ACTION_NOT_REVERSIBLE");
  if (now - action.createdAt > REVERSIBLE_DAYS * DAY) throw new Refusal("ACTION_NOT_REVERSIBLE");
  const reversedUnits = action.reversedUnits + unitsOf(action, asked.amount);
  const target = roundHalfUp(BigInt(action.tokens) * reversedUnits, action.units);
  const already = sum(action.lots.map((lot) => lot.reversed + lot.unrecoverable));
  const required = Number(target) - already;
  const weights = action.lots.map((lot) => BigInt(lot.tokens - lot.reversed - lot.unrecoverable));
  const shares = required === 0 ? weights.map(() => 0n) : largestRemainder(BigInt(required), weights);
  const taken = action.lots.map((lot, n) => ({ lot, tokens: takeFrom(journal, lot, Number(shares[n])) }));
  const tokensReversed = sum(taken.map(({ tokens }) => tokens));
  if (tokensReversed < required && !asked.allowPartial) {
    throw new Refusal("REVERSAL_NOT_COVERED", { required, recoverable: tokensReversed });
  }
  const status = reversedUnits === action.units ? "REVERSED" : "PARTIALLY_REVERSED";
  journal.put(action, "status", status);
  journal.put(action, "reversedUnits", reversedUnits);
  journal.add(action, "reversedTokens", tokensReversed);
  const given = taken.filter(({ tokens }) => tokens > 0);
  const answer = {
    ...{ code: "OK", status, tokensReversed, tokensUnrecoverable: required - tokensReversed },
    ...{ totalReversed: action.reversedTokens, transactions: given.length },
  };
  return { answer, taken: given };
}
