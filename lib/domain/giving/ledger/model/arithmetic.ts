// The contract's arithmetic (8.1, 8.5, 8.6), written down a second time from its words and in big integers throughout: what
// the product computes is compared with this, so nothing here may come from there.

const DECIMALS = 4;
export const ONE = 10n ** BigInt(DECIMALS);

/** `"49.99"` → `499900n`. */
export function unitsIn(text: string): bigint {
  const point = text.indexOf(".");
  const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1);
  const written = point < 0 ? 0 : text.length - point - 1;
  return BigInt(digits) * 10n ** BigInt(DECIMALS - written);
}

/** `499900n` → `"49.99"`. */
export function textOf(units: bigint): string {
  const digits = String(units).padStart(DECIMALS + 1, "0");
  const [whole, fraction] = [digits.slice(0, -DECIMALS), digits.slice(-DECIMALS)];
  return `${whole}.${fraction}`.replace(/\.?0+$/, "");
}

/** The nearest whole number to a fraction, exactly half going up. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const whole = numerator / denominator;
  return 2n * (numerator - whole * denominator) >= denominator ? whole + 1n : whole;
}

/** Everyone gets the floor of the quota; what is left goes one each to the largest remainder, the earlier first on a tie. */
export function largestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const shares = weights.map((weight) => (total * weight) / whole);
  const rests = weights.map((weight) => (total * weight) % whole);
  let left = total - shares.reduce((sum, share) => sum + share, 0n);
  for (; left > 0n; left -= 1n) {
    let best = 0;
    for (let n = 1; n < rests.length; n += 1) if (rests[n]! > rests[best]!) best = n;
    shares[best]! += 1n;
    rests[best] = -1n;
  }
  return shares;
}

/** The smallest number that all of these divide. */
export function commonMultiple(numbers: readonly bigint[]): bigint {
  let multiple = 1n;
  for (const number of numbers) {
    let sum = multiple;
    while (sum % number !== 0n) sum += multiple;
    multiple = sum;
  }
  return multiple;
}
