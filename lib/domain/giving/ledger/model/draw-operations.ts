import type { Random } from "@/db/testing/seeded-random";
import type { LedgerModel } from "@/lib/domain/giving/ledger/model/ledger-model";
import { DAY } from "@/lib/domain/giving/ledger/model/model-state";
import type {
  Beginning,
  CampaignSettings,
  Operation,
  PoolSettings,
  PoolTerms,
  RedemptionTerms,
  Submit,
  Use,
} from "@/lib/domain/giving/ledger/model/operations";

const USES: Use[] = ["DONATION", "GIFT_CARD", "MERCHANDISE", "TRANSFER"];
const CODES = ["CUSTOMER", "CUSTOMER", "NONPROFIT", "MERCHANT", "EMPLOYEE"];
const ANY_USE: RedemptionTerms = { enabled: true, allowedUses: USES };

/** Draws what partners may do, from the seed alone, so that it can be drawn again. */
export class OperationDraw {
  private readonly submits: Submit[] = [];
  private readonly kept: Operation[] = [];
  private count = 0;

  constructor(private readonly random: Random) {}

  /** Three pools with terms of their own and three campaigns, one of them the default. */
  beginning(now: number): Beginning {
    const pools = [0, 1, 2].map(() => ({
      ...this.poolSettings(now),
      status: "ACTIVE" as const,
      tokens: this.upTo(1500),
    }));
    return { pools, campaigns: [0, 1, 2].map((place) => this.campaign(place)) };
  }

  next(now: number): Operation {
    const dice = this.random();
    if (dice < 0.42) return { kind: "submit", input: this.submit() };
    if (dice < 0.47) return this.batch();
    if (dice < 0.5) return { kind: "validate", input: this.submit() };
    if (dice < 0.68) return this.keep(this.reversal());
    if (dice < 0.75) return this.movement();
    if (dice < 0.77)
      return { kind: "request", amount: this.chance(0.2) ? 200_000 : this.from(1, 300), ...this.aPool() };
    if (dice < 0.88) return this.keep(this.redemption());
    if (dice < 0.91) return { kind: "setUser", user: this.user(), status: this.chance(0.15) ? "INACTIVE" : "ACTIVE" };
    if (dice < 0.93) return { kind: "setPool", pool: this.below(3), settings: this.poolSettings(now) };
    if (dice < 0.95) {
      return { kind: "moveCampaign", campaign: this.below(3), to: this.chance(0.85) ? "activate" : "pause" };
    }
    return this.chance(0.7) ? { kind: "balance", user: this.user() } : { kind: "pool", pool: this.below(3) };
  }

  /** The next instant: often one at which something is due, a millisecond before or after it, or the turn of a month. */
  instant(now: number, models: readonly LedgerModel[]): number {
    if (this.chance(0.35)) return now + this.from(1, 6 * 3_600_000);
    if (this.chance(0.25)) return now + this.from(1, 40) * DAY;
    const date = new Date(now);
    const turn = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
    const due = models.flatMap((model) => model.nextInstants());
    const aim = due.length > 0 && this.chance(0.7) ? this.of(due) : turn;
    return Math.max(now + 1, aim + this.from(-1, 1));
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  private from(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  private upTo(most: number): number {
    return this.from(1, most);
  }

  private of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  private name(kind: string): string {
    this.count += 1;
    return `${kind}-${this.count}`;
  }

  private user(): string {
    return this.chance(0.03) ? this.name("new") : `user-${this.below(9)}`;
  }

  private aPool(): { pool?: number } {
    return this.chance(0.5) ? {} : { pool: this.below(3) };
  }

  /** Mostly a new one, sometimes one that was sent before, now and then with something changed. */
  private submit(): Submit {
    if (this.submits.length > 0 && this.chance(0.12)) {
      const former = this.of(this.submits.slice(-40));
      return this.chance(0.75) ? former : { ...former, description: this.name("other") };
    }
    const input = this.newSubmit();
    this.submits.push(input);
    return input;
  }

  private newSubmit(): Submit {
    const isMoney = this.chance(0.75);
    const stakeholders = new Map<string, [string, string]>();
    for (let n = this.chance(0.5) ? 1 : this.from(1, 6); n > 0; n -= 1) {
      const pair: [string, string] = [this.of(CODES), this.user()];
      stakeholders.set(pair.join(), pair);
    }
    return {
      key: this.name("order"),
      actionType: isMoney ? this.of(["PURCHASE", "DONATION"]) : this.of(["VOLUNTEER", "REFERRAL"]),
      amount: this.amount(isMoney),
      ...(isMoney ? { currency: this.chance(0.03) ? "EUR" : "USD" } : {}),
      stakeholders: [...stakeholders.values()],
      autoCreateUsers: this.chance(0.9),
      ...(this.chance(0.45) ? { pool: this.below(3) } : {}),
      ...(this.chance(0.35) ? { campaign: this.below(this.chance(0.05) ? 4 : 3) } : {}),
    };
  }

  private amount(isMoney: boolean): string {
    const whole = this.chance(0.06) ? 0 : this.chance(0.1) ? this.from(100, 900) : this.upTo(90);
    const decimals = this.chance(0.03) ? 3 : isMoney ? 2 : this.below(5);
    const fraction = decimals === 0 ? "" : `.${String(this.upTo(10 ** decimals - 1)).padStart(decimals, "0")}`;
    return whole === 0 && fraction === "" ? "0.4" : `${whole}${fraction}`;
  }

  private batch(): Operation {
    const inputs = new Map<string, Submit>();
    for (let n = this.from(1, 6); n > 0; n -= 1) {
      const input = this.submit();
      inputs.set(input.key, input);
    }
    return { kind: "batch", mode: this.chance(0.5) ? "atomic" : "independent", inputs: [...inputs.values()] };
  }

  private reversal(): Operation {
    // Most often of late: what is long gone was taken back already.
    const recent = this.submits.slice(this.chance(0.8) ? -100 : 0);
    const former = this.chance(0.02) || recent.length === 0 ? null : this.of(recent);
    const isPart = this.chance(0.5);
    const whole = Math.max(1, Math.floor(Number(former?.amount ?? 1)));
    return {
      kind: "reverse",
      action: former?.key ?? "nothing",
      key: this.name("refund"),
      ...(isPart
        ? { amount: this.chance(0.5) ? String(this.upTo(whole)) : `${this.below(whole)}.${this.from(10, 99)}` }
        : {}),
      allowPartial: this.chance(0.55),
    };
  }

  private redemption(): Operation {
    const tokens = this.chance(0.7) ? this.upTo(40) : this.upTo(300);
    return { kind: "redeem", user: this.user(), tokens, use: this.of(USES), reference: this.name("gift") };
  }

  private movement(): Operation {
    const kind = this.chance(0.75) ? "allocate" : "withdraw";
    return this.keep({ kind, pool: this.below(3), amount: this.upTo(350), reference: this.name("move") });
  }

  /** Some are repeated later, a few of those with something else under the same name. */
  private keep(made: Operation): Operation {
    const operation = this.kept.length > 0 && this.chance(0.25) ? this.of(this.kept.slice(-20)) : made;
    this.kept.push(made);
    if (operation === made || this.chance(0.8)) return operation;
    if (operation.kind === "reverse") return { ...operation, note: this.name("note") };
    if (operation.kind === "redeem") return { ...operation, tokens: operation.tokens + 1 };
    return operation.kind === "allocate" || operation.kind === "withdraw"
      ? { ...operation, amount: operation.amount + 1 }
      : operation;
  }

  private poolSettings(now: number): PoolSettings {
    return {
      status: this.chance(0.85) ? "ACTIVE" : this.of(["PAUSED", "CLOSED"]),
      restrictions: this.terms(now),
      autoRefill: this.chance(0.35)
        ? { enabled: true, threshold: this.below(300), amount: this.from(50, 400), maxPerMonth: this.from(0, 1000) }
        : { enabled: false, threshold: 0, amount: 0, maxPerMonth: 0 },
      lowBalanceThreshold: this.chance(0.6) ? this.below(600) : null,
    };
  }

  private terms(now: number): PoolTerms {
    return {
      vesting: this.vesting(),
      expiration: this.expiration(now),
      redemption: this.chance(0.5) ? ANY_USE : this.redemptionTerms(),
      ...(this.chance(0.1) ? { allowedActionTypes: ["PURCHASE", "VOLUNTEER"] } : {}),
      ...(this.chance(0.15) ? { maxTokensPerAction: this.from(1, 60) } : {}),
    };
  }

  private vesting(): PoolTerms["vesting"] {
    const type = this.of(["NONE", "CLIFF", "LINEAR"] as const);
    if (type === "NONE") return { type };
    if (type === "CLIFF") return { type, cliffDays: this.below(60) };
    const intervalDays = this.from(1, 31);
    const durationDays = intervalDays * this.from(1, 24) + this.below(intervalDays);
    return { type, cliffDays: this.below(30), durationDays, intervalDays };
  }

  private expiration(now: number): PoolTerms["expiration"] {
    const type = this.of(["NONE", "AFTER_ISSUE", "AFTER_ISSUE", "FIXED_DATE"] as const);
    const returnToPool = this.chance(0.5);
    if (type === "NONE") return { type };
    if (type === "AFTER_ISSUE") return { type, days: this.from(1, 120), returnToPool };
    return { type, date: new Date(now + this.from(-1, 90) * DAY).toISOString(), returnToPool };
  }

  private redemptionTerms(): RedemptionTerms {
    return {
      enabled: this.chance(0.9),
      allowedUses: USES.filter(() => this.chance(0.7)),
      ...(this.chance(0.3) ? { minTokens: this.upTo(10) } : {}),
      ...(this.chance(0.3) ? { maxTokensPerDay: this.upTo(80) } : {}),
      ...(this.chance(0.3) ? { maxTokensPerUser: this.upTo(300) } : {}),
    };
  }

  private campaign(place: number): CampaignSettings {
    const cap = (probability: number, least: number, most: number) =>
      this.chance(probability) ? this.from(least, most) : null;
    return {
      isDefault: place === 0,
      actionTypes: this.chance(0.6) ? ["PURCHASE", "DONATION", "VOLUNTEER", "REFERRAL"] : ["PURCHASE"],
      pool: this.chance(0.5) ? this.below(3) : null,
      currency: this.chance(0.1) ? "EUR" : null,
      tokensPerUnit: this.of(["1", "1", "0.5", "2.25"]),
      multiplier: this.of(["1", "1.5", "0.3333", "2"]),
      rounding: this.of(["HALF_UP", "DOWN"] as const),
      splits: this.splits(),
      unmatchedSplit: this.of(["RETURN_TO_POOL", "RETURN_TO_POOL", "REDISTRIBUTE", "REDISTRIBUTE", "REJECT"] as const),
      tiers: this.chance(0.4)
        ? [
            { minAmount: "0", maxAmount: "20", multiplier: "1", bonusTokens: 0 },
            { minAmount: "20", maxAmount: "70.5", multiplier: "1.25", bonusTokens: this.below(9) },
            { minAmount: "90", maxAmount: null, multiplier: "2", bonusTokens: 5 },
          ]
        : [],
      totalTokens: cap(0.4, 300, 5000),
      tokensPerDay: cap(0.3, 100, 1000),
      tokensPerUser: cap(0.3, 100, 1500),
      tokensPerAction: cap(0.3, 20, 300),
    };
  }

  private splits(): CampaignSettings["splits"] {
    if (this.chance(0.4)) return [];
    const codes = [...new Set(CODES)].filter(() => this.chance(0.9));
    if (codes.length === 0) return [];
    let left = 10_000 - codes.length;
    return codes.map((stakeholderTypeCode, n) => {
      const share = n === codes.length - 1 ? left : this.below(left + 1);
      left -= share;
      return { stakeholderTypeCode, shareBps: share + 1 };
    });
  }
}
