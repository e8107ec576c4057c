import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toUnits, UNIT } from "@/lib/domain/giving/actions/amounts";
import { type RewardTerms, rewardFor } from "@/lib/domain/giving/campaigns/reward";

const TERMS: RewardTerms = {
  tokensPerUnit: UNIT,
  multiplier: UNIT,
  rounding: "HALF_UP",
  splits: [],
  unmatchedSplit: "RETURN_TO_POOL",
  tiers: [],
  maxTokens: null,
};

const rules = (shares: Record<string, number>) =>
  Object.entries(shares).map(([stakeholderTypeCode, shareBps]) => ({ stakeholderTypeCode, shareBps }));
const THREE = rules({ CUSTOMER: 6000, NONPROFIT: 2500, EMPLOYEE: 1500 });
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const abs = (value: bigint) => (value < 0n ? -value : value);

/** A reward of the terms with changes, from an amount as it is written. */
const reward = (changes: Partial<RewardTerms> | null, amount: string, codes: string[], poolMaxTokens?: number) =>
  rewardFor(changes && { ...TERMS, ...changes }, toUnits(amount), codes, poolMaxTokens);

describe("the contract's examples", () => {
  test.each([
    ["49.99", {}, 50],
    ["12.50", {}, 13],
    ["33.33", { multiplier: 15_000n }, 50],
    ["2.5", { tokensPerUnit: 10n * UNIT }, 25],
  ])("%s", (amount, changes, tokens) => {
    const expected = { total: tokens, shares: [tokens], returnedToPool: 0, tierMatched: null, warnings: [] };
    expect(reward(changes, amount, ["CUSTOMER"])).toEqual(expected);
  });

  test("0.49 is nothing, and says so", () => {
    expect(reward({}, "0.49", ["CUSTOMER"])).toMatchObject({ total: 0, shares: [0], warnings: ["ZERO_REWARD"] });
  });

  test.each([
    ["50", THREE, ["CUSTOMER", "NONPROFIT", "EMPLOYEE"], [30, 13, 7]],
    ["50", THREE, ["EMPLOYEE", "NONPROFIT", "CUSTOMER"], [7, 13, 30]],
    ["100", rules({ CUSTOMER: 10_000 }), ["CUSTOMER", "CUSTOMER", "CUSTOMER"], [34, 33, 33]],
    ["25", rules({ CUSTOMER: 7000, NONPROFIT: 3000 }), ["CUSTOMER", "CUSTOMER", "NONPROFIT"], [9, 9, 7]],
  ])("%s by %j to %j", (amount, splits, codes, shares) => {
    expect(reward({ splits }, amount, codes)).toMatchObject({ shares, returnedToPool: 0 });
  });

  test("what nobody is there for stays in the pool", () => {
    const expected = { total: 50, shares: [30, 13], returnedToPool: 7, warnings: [] };
    expect(reward({ splits: THREE }, "50", ["CUSTOMER", "NONPROFIT"])).toMatchObject(expected);
  });
});

describe("without a campaign", () => {
  test("every stakeholder gets the same, the earlier one more where it does not go even", () => {
    expect(reward(null, "49.99", ["CUSTOMER", "DONOR", "EMPLOYEE"])).toMatchObject({ total: 50, shares: [17, 17, 16] });
  });

  test("the pool's own cap holds", () => {
    expect(reward(null, "49.99", ["CUSTOMER"], 20)).toMatchObject({ total: 20, warnings: ["CAPPED"] });
  });
});

describe("a rule without a stakeholder", () => {
  test("is left out under REDISTRIBUTE: the others get all", () => {
    const changes = { splits: THREE, unmatchedSplit: "REDISTRIBUTE" as const };
    expect(reward(changes, "50", ["CUSTOMER", "NONPROFIT"])).toMatchObject({ shares: [35, 15], returnedToPool: 0 });
  });

  test("is refused under REJECT, and the refusal names the type", () => {
    const refused = () => reward({ splits: THREE, unmatchedSplit: "REJECT" }, "50", ["CUSTOMER", "NONPROFIT"]);
    expect(refused).toThrow(
      expect.objectContaining({
        code: "stakeholder_required",
        details: [expect.objectContaining({ field: "stakeholders", stakeholderTypeCode: "EMPLOYEE" })],
      }),
    );
  });

  test("may take all of a small reward: nobody gets anything, and the warning says so", () => {
    const splits = rules({ NONPROFIT: 9000, CUSTOMER: 1000 });
    const expected = { total: 1, shares: [0], returnedToPool: 1, warnings: ["ZERO_REWARD"] };
    expect(reward({ splits }, "1", ["CUSTOMER"])).toMatchObject(expected);
  });
});

test("a stakeholder without a rule is refused, wherever it stands", () => {
  expect(() => reward({ splits: rules({ CUSTOMER: 10_000 }) }, "50", ["CUSTOMER", "DONOR", "DONOR"])).toThrow(
    expect.objectContaining({
      code: "stakeholder_not_in_splits",
      details: [
        expect.objectContaining({ field: "stakeholders[1].stakeholderTypeCode" }),
        expect.objectContaining({ field: "stakeholders[2].stakeholderTypeCode" }),
      ],
    }),
  );
});

describe("tiers", () => {
  const tiers = [
    { minAmount: toUnits("10"), maxAmount: toUnits("100"), multiplier: 2n * UNIT, bonusTokens: 0 },
    { minAmount: toUnits("100"), maxAmount: null, multiplier: 0n, bonusTokens: 500 },
  ];
  test.each([
    ["9.9999", 10, null],
    ["10", 20, 0],
    ["99.9999", 200, 0],
    ["100", 500, 1],
    ["999999999999", 500, 1],
  ])("hold %s from the lower bound up to below the upper one", (amount, total, tierMatched) => {
    expect(reward({ tiers }, amount, ["CUSTOMER"])).toMatchObject({ total, tierMatched });
  });

  test("add their bonus to what was rounded once", () => {
    const bonus = [{ minAmount: 0n, maxAmount: null, multiplier: 15_000n, bonusTokens: 3 }];
    // 0.33 × 1.5 × 1.5 = 0.7425: rounded at each step it would be none.
    expect(reward({ tiers: bonus, multiplier: 15_000n }, "0.33", ["CUSTOMER"]).total).toBe(4);
  });
});

describe("caps", () => {
  test.each([
    [30, undefined, 30, ["CAPPED"]],
    [30, 20, 20, ["CAPPED"]],
    [null, 20, 20, ["CAPPED"]],
    [50, 50, 50, []],
    [60, undefined, 50, []],
  ])("of campaign %s and pool %s leave %s of 50", (maxTokens, poolMaxTokens, total, warnings) => {
    expect(reward({ maxTokens }, "50", ["CUSTOMER"], poolMaxTokens)).toMatchObject({ total, warnings });
  });

  test("bring back what would be beyond JSON's numbers; without one it is out of range", () => {
    const huge = { tokensPerUnit: 10_000n * UNIT, multiplier: 1000n * UNIT };
    expect(reward({ ...huge, maxTokens: 7 }, "999999999999", ["CUSTOMER"]).total).toBe(7);
    expect(() => reward(huge, "999999999999", ["CUSTOMER"])).toThrow(
      expect.objectContaining({ code: "amount_out_of_range" }),
    );
    expect(reward({}, "900000000000", ["CUSTOMER"]).total).toBe(900_000_000_000);
  });
});

const CODES = ["CUSTOMER", "DONOR", "EMPLOYEE", "MERCHANT", "NONPROFIT"];

/** Rules that add up to 10,000, over some of the codes, in any order. */
const splits = fc
  .tuple(
    fc.shuffledSubarray(CODES, { minLength: 1 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([codes, cuts]) => {
    const ends = [...cuts.slice(0, codes.length - 1).toSorted((a, b) => a - b), 10_000];
    return codes.map((stakeholderTypeCode, n) => ({ stakeholderTypeCode, shareBps: ends[n]! - (ends[n - 1] ?? 0) }));
  });

/** Terms, and stakeholders that fit them. */
const scenes = splits.chain((rules) =>
  fc.record({
    terms: fc.record({
      tokensPerUnit: fc.bigInt({ min: 0n, max: 100n * UNIT }),
      multiplier: fc.bigInt({ min: 1n, max: 10n * UNIT }),
      rounding: fc.constantFrom("HALF_UP" as const, "DOWN" as const),
      splits: fc.constant(rules),
      unmatchedSplit: fc.constantFrom("RETURN_TO_POOL" as const, "REDISTRIBUTE" as const),
      tiers: fc.constant([]),
      maxTokens: fc.option(fc.integer({ min: 1, max: 10_000 })),
    }),
    amount: fc.bigInt({ min: 1n, max: 10_000_000n * UNIT }),
    codes: fc.array(fc.constantFrom(...rules.map((rule) => rule.stakeholderTypeCode)), { minLength: 1, maxLength: 20 }),
  }),
);

/** Each stakeholder's exact share of the total as a fraction, found in another way than by common multiples. */
function quotas(terms: RewardTerms, codes: string[]): { numerator: bigint; denominator: bigint }[] {
  const present = terms.splits.filter(
    (rule) => terms.unmatchedSplit === "RETURN_TO_POOL" || codes.includes(rule.stakeholderTypeCode),
  );
  const whole = BigInt(sum(present.map((rule) => rule.shareBps)));
  return codes.map((code) => {
    const rule = terms.splits.find((each) => each.stakeholderTypeCode === code)!;
    const members = BigInt(codes.filter((each) => each === code).length);
    return { numerator: BigInt(rule.shareBps), denominator: whole * members };
  });
}

describe("any division", () => {
  test("gives out the total exactly, and nobody a whole token more or less than the exact share", () => {
    fc.assert(
      fc.property(scenes, ({ terms, amount, codes }) => {
        const { total, shares, returnedToPool } = rewardFor(terms, amount, codes);
        expect(sum(shares) + returnedToPool).toBe(total);
        quotas(terms, codes).forEach(({ numerator, denominator }, n) => {
          const off = abs(BigInt(shares[n]!) * denominator - BigInt(total) * numerator);
          expect(shares[n]! >= 0 && off < denominator).toBe(true);
        });
      }),
    );
  });

  test("returns nothing to the pool when every rule has somebody, or what is nobody's is divided", () => {
    fc.assert(
      fc.property(scenes, ({ terms, amount, codes }) => {
        const isComplete = terms.splits.every((rule) => codes.includes(rule.stakeholderTypeCode));
        fc.pre(isComplete || terms.unmatchedSplit === "REDISTRIBUTE");
        expect(rewardFor(terms, amount, codes).returnedToPool).toBe(0);
      }),
    );
  });

  test("gives those of one type the same but for one token, the earlier first", () => {
    fc.assert(
      fc.property(scenes, ({ terms, amount, codes }) => {
        const { shares } = rewardFor(terms, amount, codes);
        for (const code of new Set(codes)) {
          const own = shares.filter((_, n) => codes[n] === code);
          expect(own).toEqual(own.toSorted((a, b) => b - a));
          expect(own[0]! - own.at(-1)!).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("gives the same to whoever stands elsewhere in the request, if nobody else is of the type", () => {
    fc.assert(
      fc.property(scenes, fc.nat(), ({ terms, amount, codes }, turn) => {
        const distinct = [...new Set(codes)];
        const turned = distinct.map((_, n) => distinct[(n + turn) % distinct.length]!);
        const of = (order: string[]) => {
          const { shares } = rewardFor(terms, amount, order);
          return Object.fromEntries(order.map((code, n) => [code, shares[n]]));
        };
        expect(of(turned)).toEqual(of(distinct));
      }),
    );
  });

  test("rounds once: the total is the nearest whole number, or the one below, of the exact product", () => {
    fc.assert(
      fc.property(scenes, ({ terms, amount, codes }) => {
        const { total } = rewardFor({ ...terms, maxTokens: null }, amount, codes);
        const off = BigInt(total) * UNIT ** 3n - amount * terms.tokensPerUnit * terms.multiplier;
        if (terms.rounding === "DOWN") expect(off <= 0n && -off < UNIT ** 3n).toBe(true);
        else expect(2n * off <= UNIT ** 3n && 2n * off > -(UNIT ** 3n)).toBe(true);
      }),
    );
  });

  test("never goes beyond a cap, and says so only where it cuts", () => {
    fc.assert(
      fc.property(scenes, ({ terms, amount, codes }) => {
        const free = rewardFor({ ...terms, maxTokens: null }, amount, codes).total;
        const { total, warnings } = rewardFor(terms, amount, codes);
        expect(total).toBe(Math.min(free, terms.maxTokens ?? free));
        expect(warnings.includes("CAPPED")).toBe(total < free);
      }),
    );
  });
});
