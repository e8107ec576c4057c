import { splitByLargestRemainder } from "@/lib/domain/giving/actions/amounts";

/** Tokens that are to have been taken back once `reversed` of an action's `amount` is, in 1/10,000 (contract 8.6). */
export function reversedTokens(tokens: number, reversed: bigint, amount: bigint): number {
  return Number((2n * BigInt(tokens) * reversed + amount) / (2n * amount));
}

/** Divides what is taken back over recipients, in proportion to what each still has to give. */
export function reversalShares(tokens: number, unreversed: readonly number[]): number[] {
  if (tokens === 0) return unreversed.map(() => 0);
  return splitByLargestRemainder(BigInt(tokens), unreversed.map(BigInt)).map(Number);
}
