import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decimalsOf,
  decimalsUsed,
  PLAIN_RATES,
  type Rates,
  splitByLargestRemainder,
  tokensFor,
  toMinor,
  toUnits,
  UNIT,
} from "@/lib/domain/giving/actions/amounts";
import { AmountInput } from "@/lib/domain/giving/actions/schemas";

const units = fc.bigInt({ min: 1n, max: 10n ** 16n - 1n });
const rate = fc.bigInt({ min: 1n, max: 1_000n * UNIT });
const rates = (rounding: Rates["rounding"]) =>
  fc.record({ tokensPerUnit: rate, multiplier: rate, tierMultiplier: rate, rounding: fc.constant(rounding) });
const abs = (value: bigint) => (value < 0n ? -value : value);

describe("the contract's examples", () => {
  test.each([
    ["49.99", PLAIN_RATES, 50n],
    ["12.50", PLAIN_RATES, 13n],
    ["0.49", PLAIN_RATES, 0n],
    ["33.33", { ...PLAIN_RATES, multiplier: 15_000n }, 50n],
    ["2.5", { ...PLAIN_RATES, tokensPerUnit: 10n * UNIT }, 25n],
  ])("%s gives what it says", (amount, each, tokens) => {
    expect(tokensFor(toUnits(amount), each)).toBe(tokens);
  });

  test.each([
    [50n, [6000n, 2500n, 1500n], [30n, 13n, 7n]],
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [25n, [3500n, 3500n, 3000n], [9n, 9n, 7n]],
    [0n, [1n, 1n], [0n, 0n]],
  ])("%s tokens by %s", (total, weights, shares) => {
    expect(splitByLargestRemainder(total, weights)).toEqual(shares);
  });
});

describe("amounts", () => {
  test("are read as text, digit by digit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999 }),
        fc.integer({ min: 0, max: 9_999 }),
        (whole, fraction) => {
          const text = `${whole}.${String(fraction).padStart(4, "0")}`;
          expect(toUnits(text)).toBe(BigInt(whole) * UNIT + BigInt(fraction));
        },
      ),
    );
  });

  test("of every JSON number that is accepted are the decimal its writer meant", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const written = `${whole}.${String(cents).padStart(2, "0")}`;
        const parsed = AmountInput.safeParse(JSON.parse(written));
        expect(parsed.success && toUnits(parsed.data)).toBe(toUnits(written));
      }),
    );
  });

  test.each([
    "1e3",
    "-1",
    "+1",
    "0",
    "0.0000",
    ".5",
    "5.",
    "1,5",
    "1.23456",
    "1234567890123",
    "",
    " 1",
    "NaN",
    "0x10",
    "１",
  ])("%j is refused", (text) => {
    expect(AmountInput.safeParse(text).success).toBe(false);
  });

  test.each([
    0.1 + 0.2,
    -1,
    0,
    -0,
    Number.POSITIVE_INFINITY,
    1e-7,
    1e21,
    Number.NaN,
    1234567890123.4,
    123456789012.3456,
  ])("%d is refused", (value) => {
    expect(AmountInput.safeParse(value).success).toBe(false);
  });

  test("in minor units lose nothing that the currency has", () => {
    expect([decimalsOf("USD"), decimalsOf("JPY"), decimalsOf("KWD"), decimalsOf("XXQ")]).toEqual([2, 0, 3, null]);
    expect([decimalsUsed("49.90"), decimalsUsed("49.99"), decimalsUsed("5"), decimalsUsed("1.0001")]).toEqual([
      1, 2, 0, 4,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (minor) => {
        const text = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
        expect(toMinor(toUnits(text), 2)).toBe(minor);
      }),
    );
  });
});

describe("tokens", () => {
  test("rounded half up are the nearest whole number, and exactly half goes up", () => {
    fc.assert(
      fc.property(units, rates("HALF_UP"), (amount, each) => {
        const exact = amount * each.tokensPerUnit * each.multiplier * each.tierMultiplier;
        const error = tokensFor(amount, each) * UNIT ** 4n - exact;
        expect(2n * abs(error) <= UNIT ** 4n).toBe(true);
        if (2n * abs(error) === UNIT ** 4n) expect(error > 0n).toBe(true);
      }),
    );
  });

  test("rounded down are never more than the exact number, and less than one token below it", () => {
    fc.assert(
      fc.property(units, rates("DOWN"), (amount, each) => {
        const exact = amount * each.tokensPerUnit * each.multiplier * each.tierMultiplier;
        const missing = exact - tokensFor(amount, each) * UNIT ** 4n;
        expect(missing >= 0n && missing < UNIT ** 4n).toBe(true);
      }),
    );
  });

  test("never shrink when the amount grows", () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(tokensFor(less, PLAIN_RATES) <= tokensFor(more, PLAIN_RATES)).toBe(true);
      }),
    );
  });
});

describe("a division by largest remainder", () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 20 })
    .filter((list) => list.some((weight) => weight > 0n));
  const total = fc.bigInt({ min: 0n, max: 10n ** 13n });

  test("gives out every token, nobody a whole token more or less than their quota", () => {
    fc.assert(
      fc.property(total, weights, (tokens, list) => {
        const shares = splitByLargestRemainder(tokens, list);
        const sum = list.reduce((a, b) => a + b, 0n);
        expect(shares.reduce((a, b) => a + b, 0n)).toBe(tokens);
        shares.forEach((share, index) => {
          expect(share >= 0n).toBe(true);
          expect(abs(share * sum - tokens * list[index]!) < sum).toBe(true);
        });
      }),
    );
  });

  test("among equals differs by one token at most, the earlier first", () => {
    fc.assert(
      fc.property(total, fc.integer({ min: 1, max: 20 }), (tokens, people) => {
        const shares = splitByLargestRemainder(tokens, Array(people).fill(1n));
        expect(shares).toEqual(shares.toSorted((a, b) => (a > b ? -1 : a < b ? 1 : 0)));
        expect(shares[0]! - shares.at(-1)! <= 1n).toBe(true);
      }),
    );
  });

  test("gives nothing to a weight of nothing, and needs one that is something", () => {
    expect(splitByLargestRemainder(7n, [0n, 1n, 0n])).toEqual([0n, 7n, 0n]);
    expect(() => splitByLargestRemainder(7n, [0n, 0n])).toThrow(RangeError);
  });
});
