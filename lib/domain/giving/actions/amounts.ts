/** Amounts, rates and multipliers are integers of 1/10,000: four decimals, never a binary fraction. */
export const UNIT = 10_000n;

const DECIMALS = 4;

/** `"49.99"` → `499900n`. The text has at most four decimals; the schema saw to it. */
export function toUnits(decimal: string): bigint {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole) * UNIT + BigInt(fraction.padEnd(DECIMALS, "0"));
}

const KNOWN_CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

/** Asking is slow, and the list is short. */
const knownDecimals = new Map<string, number | null>();

/** How many decimals a currency's minor unit has (ISO 4217): 2 for USD, 0 for JPY. Null for an unknown code. */
export function decimalsOf(currency: string): number | null {
  if (!KNOWN_CURRENCIES.has(currency)) return null;
  const known = knownDecimals.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? null;
  knownDecimals.set(currency, decimals);
  return decimals;
}

/** Decimals written, trailing zeros aside: `"49.90"` has one. */
export function decimalsUsed(decimal: string): number {
  return (decimal.split(".")[1] ?? "").replace(/0+$/, "").length;
}

/** `499900n` in a currency of two decimals → `4999`. */
export function toMinor(units: bigint, decimals: number): number {
  return Number(units / 10n ** BigInt(DECIMALS - decimals));
}

export type Rates = { tokensPerUnit: bigint; multiplier: bigint; tierMultiplier: bigint; rounding: "HALF_UP" | "DOWN" };

/** One token a unit (contract 8.4, no campaign). */
export const PLAIN_RATES: Rates = { tokensPerUnit: UNIT, multiplier: UNIT, tierMultiplier: UNIT, rounding: "HALF_UP" };

/** Tokens for an amount (contract 8.5, steps 1 and 2): exact until the one rounding at the end. */
export function tokensFor(amountUnits: bigint, rates: Rates): bigint {
  const numerator = amountUnits * rates.tokensPerUnit * rates.multiplier * rates.tierMultiplier;
  const denominator = UNIT ** 4n;
  if (rates.rounding === "DOWN") return numerator / denominator;
  return (2n * numerator + denominator) / (2n * denominator);
}

/**
 * Divides `total` in proportion to `weights` by largest remainder (contract 8.5, step 4): everyone gets the floor of the
 * exact quota, and what is left goes one each by descending remainder, ties in order. The shares sum to `total`.
 */
export function splitByLargestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) throw new RangeError("the weights must not all be zero");
  const quotas = weights.map((weight, index) => ({
    index,
    floor: (total * weight) / sum,
    rest: (total * weight) % sum,
  }));
  const shares = quotas.map((quota) => quota.floor);
  const left = Number(total - shares.reduce((a, b) => a + b, 0n));
  const byRest = [...quotas].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of byRest.slice(0, left)) shares[index]! += 1n;
  return shares;
}
