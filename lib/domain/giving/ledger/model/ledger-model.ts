import { unitsIn } from "@/lib/domain/giving/ledger/model/arithmetic";
import { Journal } from "@/lib/domain/giving/ledger/model/journal";
import { endsOf, newLot } from "@/lib/domain/giving/ledger/model/model-lots";
import { PoolRules } from "@/lib/domain/giving/ledger/model/model-pools";
import { modelRedemption } from "@/lib/domain/giving/ledger/model/model-redemption";
import { modelReversal } from "@/lib/domain/giving/ledger/model/model-reversal";
import { modelReward, type Reward } from "@/lib/domain/giving/ledger/model/model-rewards";
import {
  balanceOf,
  dayOf,
  leftOf,
  type ModelAction,
  type ModelCampaign,
  type ModelLot,
  type ModelPool,
  type ModelUser,
  monthOf,
  Refusal,
  sum,
} from "@/lib/domain/giving/ledger/model/model-state";
import type { Answer, Beginning, Operation, Submit } from "@/lib/domain/giving/ledger/model/operations";

type Of<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;
type Decided = { pool: ModelPool; campaign: ModelCampaign | null; reward: Reward; drawn: number };

const ACTION_TYPES = ["DONATION", "VOLUNTEER", "PURCHASE", "REFERRAL", "ADVOCACY"];
const CODES = [
  ...["CUSTOMER", "DONOR", "VOLUNTEER", "ADVOCATE", "REFERRER", "EMPLOYEE", "MERCHANT", "NONPROFIT", "PLATFORM"],
];
const DECIMALS: Record<string, number> = { USD: 2, EUR: 2, JPY: 0 };
/** Refusals that are kept as a failed action. */
const KEPT = ["INSUFFICIENT_POOL", "CAMPAIGN_BUDGET_EXCEEDED", "CAMPAIGN_NOT_ACTIVE", "POOL_NOT_ACTIVE"];
const APPROVED_AT_ONCE = 100_000;

/**
 * Section 8 of the contract in memory, for one partner: what every operation must answer, and what the figures must be
 * after it. It knows nothing of how the product does it.
 */
export class LedgerModel {
  readonly journal = new Journal();
  readonly pools: ModelPool[];
  readonly campaigns: ModelCampaign[];
  readonly users = new Map<string, ModelUser>();
  readonly actions = new Map<string, ModelAction>();
  /** How often each kind of event was told, pools' own apart. */
  readonly told = new Map<string, number>();
  private readonly redemptions = new Map<string, string>();
  private readonly rules = new PoolRules(this.journal);
  /** Lots that time still changes, and those issued since it last passed. */
  private readonly timed = new Set<ModelLot>();
  private issued: ModelLot[] = [];
  private now: number;

  constructor(beginning: Beginning, now: number) {
    this.now = now;
    this.pools = beginning.pools.map(({ tokens, ...settings }, place) => ({
      ...settings,
      ...{ place, allocated: tokens, distributed: 0, returned: 0, withdrawn: 0 },
      ...{ refilled: new Map(), isDepletionTold: false, hasPendingRequest: false, references: new Map(), told: [] },
    }));
    this.campaigns = beginning.campaigns.map((settings, place) => ({
      ...settings,
      ...{ place, status: "ACTIVE", tokensDistributed: 0, byDay: new Map(), byUser: new Map(), actionCount: 0 },
    }));
  }

  /** Lets time pass: what comes due becomes available, then what ends is gone. */
  moveTo(now: number): void {
    this.now = now;
    this.journal.keep();
    for (const lot of this.issued.splice(0)) this.timed.add(lot);
    for (const lot of this.timed) {
      while (lot.releases[0] && lot.releases[0].at <= now) {
        const { tokens } = lot.releases.shift()!;
        lot.available += tokens;
        lot.user.vested += tokens;
      }
      if (lot.expiresAt !== null && lot.expiresAt <= now) this.expire(lot);
      if (leftOf(lot) === 0) this.timed.delete(lot);
    }
    for (const user of this.users.values()) user.lots = user.lots.filter((lot) => leftOf(lot) > 0);
  }

  /** Does an operation and says what it must answer. */
  run(operation: Operation): Answer {
    try {
      return this.journal.orUndo(() => this.dispatch(operation));
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  }

  /** What an operation would answer now. */
  wouldAnswer(operation: Operation): Answer {
    return this.journal.rehearse(() => this.run(operation));
  }

  /** Gives an action of this key, and its lots, the names they have in the database. */
  adopt(key: string, actionId: string, transactionIds: readonly string[]): void {
    const action = this.actions.get(key)!;
    action.id = actionId;
    action.lots.forEach((lot, n) => {
      lot.id = transactionIds[n]!;
    });
  }

  /** When something comes due next: the first instants of some lots. */
  nextInstants(): number[] {
    const lots = [...this.timed].slice(0, 8);
    return lots.flatMap((lot) => [lot.releases[0]?.at ?? [], lot.expiresAt ?? []].flat());
  }

  balance(externalId: string): Answer {
    const user = this.users.get(externalId);
    if (!user) throw new Refusal("USER_NOT_FOUND");
    const lots = user.lots.filter((lot) => leftOf(lot) > 0);
    const soonest = (places: { at: number; tokens: number }[]) => {
      const at = Math.min(...places.map((place) => place.at));
      const tokens = sum(places.flatMap((place) => (place.at === at ? [place.tokens] : [])));
      return places.length === 0 ? null : { at: new Date(at).toISOString(), tokens };
    };
    return {
      code: "OK",
      available: sum(lots.map((lot) => lot.available)),
      vesting: sum(lots.map((lot) => leftOf(lot) - lot.available)),
      expired: user.expired,
      redeemed: user.redeemed,
      reversed: user.reversed,
      lifetimeEarned: user.earned,
      nextVesting: soonest(lots.flatMap((lot) => lot.releases.slice(0, 1))),
      nextExpiration: soonest(
        lots.flatMap((lot) => (lot.expiresAt === null ? [] : [{ at: lot.expiresAt, tokens: leftOf(lot) }])),
      ),
    };
  }

  figures(pool: ModelPool): Answer {
    const { allocated, distributed, returned, withdrawn, status, refilled } = pool;
    const balance = balanceOf(pool);
    return {
      ...{ code: "OK", balance, allocated, distributed, returned, withdrawn },
      status: status === "ACTIVE" && balance === 0 ? "DEPLETED" : status,
      usedThisMonth: refilled.get(monthOf(this.now)) ?? 0,
    };
  }

  private dispatch(operation: Operation): Answer {
    switch (operation.kind) {
      case "submit":
        return this.submit(operation.input);
      case "batch":
        return this.batch(operation);
      case "validate":
        return this.validate(operation.input);
      case "reverse":
        return this.reverse(operation);
      case "allocate":
      case "withdraw":
        return this.move(operation);
      case "request":
        return this.request(operation);
      case "redeem":
        return this.redeem(operation);
      case "setUser":
        return this.setUser(operation);
      case "setPool":
        return this.setPool(operation);
      case "moveCampaign":
        return this.moveCampaign(operation);
      case "balance":
        return this.balance(operation.user);
      case "pool":
        return this.figures(this.pools[operation.pool]!);
    }
  }

  private tell(type: string, times = 1): void {
    this.journal.set(this.told, type, (this.told.get(type) ?? 0) + times);
  }

  private expire(lot: ModelLot): void {
    const left = leftOf(lot);
    lot.expired += left;
    lot.user.expired += left;
    lot.available = 0;
    lot.releases = [];
    if (lot.returnsToPool) this.rules.credit(lot.pool, "returned", left);
  }

  // Submitting: contract 6.6, 8.3 to 8.5.

  private submit(input: Submit): Answer {
    const { key, ...payload } = input;
    const former = this.actions.get(key);
    if (former && former.status !== "FAILED") {
      if (former.payload !== JSON.stringify(payload)) throw new Refusal("IDEMPOTENCY_KEY_REUSED");
      return { ...former.answer!, replay: true };
    }
    try {
      return this.journal.orUndo(() => this.reward(input, this.decide(input)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return this.refuse(input, error);
    }
  }

  private decide(input: Submit): Decided {
    const { actionType, stakeholders, currency } = input;
    if (!ACTION_TYPES.includes(actionType)) throw new Refusal("ACTION_TYPE_NOT_REGISTERED");
    if (stakeholders.some(([code]) => !CODES.includes(code))) throw new Refusal("STAKEHOLDER_TYPE_NOT_REGISTERED");
    const campaign = this.campaignOf(input);
    this.requireCurrency(input, campaign);
    const pool = this.pools[input.pool ?? campaign?.pool ?? 0]!;
    const known = stakeholders.map(([, user]) => this.users.get(user));
    if (!input.autoCreateUsers && known.includes(undefined)) throw new Refusal("UNKNOWN_USER");
    if (known.some((user) => user?.status === "INACTIVE")) throw new Refusal("USER_INACTIVE");
    const { allowedActionTypes } = pool.restrictions;
    if (allowedActionTypes && !allowedActionTypes.includes(actionType)) throw new Refusal("ACTION_TYPE_NOT_REGISTERED");
    const { expiresAt } = endsOf(pool.restrictions, this.now);
    if (pool.status !== "ACTIVE" || (expiresAt !== null && expiresAt <= this.now)) throw new Refusal("POOL_NOT_ACTIVE");
    const reward = modelReward(campaign, pool, { ...input, ...(currency && { currency }) });
    const drawn = sum(reward.shares);
    if (campaign) this.requireBudget(campaign, input, reward);
    return { pool, campaign, reward, drawn };
  }

  private campaignOf({ campaign: place, actionType }: Submit): ModelCampaign | null {
    const serves = (campaign: ModelCampaign) =>
      campaign.status === "ACTIVE" && campaign.actionTypes.includes(actionType);
    if (place === undefined) return this.campaigns.find((campaign) => campaign.isDefault && serves(campaign)) ?? null;
    const named = this.campaigns[place];
    if (!named) throw new Refusal("CAMPAIGN_NOT_FOUND");
    if (!serves(named)) throw new Refusal("CAMPAIGN_NOT_ACTIVE");
    return named;
  }

  private requireCurrency({ currency, actionType, amount }: Submit, campaign: ModelCampaign | null): void {
    if (currency === undefined) {
      if (actionType === "PURCHASE" || actionType === "DONATION") throw new Refusal("VALIDATION_ERROR");
      return;
    }
    if (currency !== (campaign?.currency ?? "USD")) throw new Refusal("CURRENCY_NOT_SUPPORTED");
    if (unitsIn(amount) % 10n ** BigInt(4 - DECIMALS[currency]!) !== 0n) throw new Refusal("VALIDATION_ERROR");
  }

  private perUser({ stakeholders }: Submit, { shares }: Reward): Map<string, number> {
    const totals = new Map<string, number>();
    stakeholders.forEach(([, user], n) => {
      totals.set(user, (totals.get(user) ?? 0) + shares[n]!);
    });
    return totals;
  }

  private requireBudget(campaign: ModelCampaign, input: Submit, reward: Reward): void {
    const required = sum(reward.shares);
    const within = (budget: "totalTokens" | "tokensPerDay", spent: number) => {
      const limit = campaign[budget];
      if (limit === null || spent + required <= limit) return;
      throw new Refusal("CAMPAIGN_BUDGET_EXCEEDED", { budget, required, left: Math.max(0, limit - spent) });
    };
    within("totalTokens", campaign.tokensDistributed);
    within("tokensPerDay", campaign.byDay.get(dayOf(this.now)) ?? 0);
    const cap = campaign.tokensPerUser;
    if (cap === null) return;
    const isBeyond = ([user, tokens]: [string, number]) =>
      (campaign.byUser.get(user) ?? 0) + tokens > cap && tokens > 0;
    if ([...this.perUser(input, reward)].some(isBeyond)) throw new Refusal("USER_CAP_EXCEEDED");
  }

  private reward(input: Submit, { pool, campaign, reward, drawn }: Decided): Answer {
    if (drawn > 0) {
      if (!this.rules.covers(pool, drawn, this.now)) throw new Refusal("INSUFFICIENT_POOL", { required: drawn, pool });
      this.rules.draw(pool, drawn, this.now);
    }
    if (campaign) this.spend(campaign, input, reward);
    const lots = input.stakeholders.flatMap(([, name], n) => this.issue(name, pool, reward.shares[n]!));
    const ends = endsOf(pool.restrictions, this.now);
    const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
    const given = input.stakeholders.flatMap(([code, user], n) => {
      const tokens = reward.shares[n]!;
      const [vestingUntil, expiresAt] = [instant(ends.vestingUntil), instant(ends.expiresAt)];
      return tokens === 0 ? [] : [{ code, user, tokens, vestingUntil, expiresAt }];
    });
    const answer = {
      ...{ code: "OK", tokens: drawn, given, warnings: reward.warnings },
      ...{ pool: pool.place, campaign: campaign?.place ?? null },
    };
    this.journal.set(this.actions, input.key, this.newAction(input, { tokens: drawn, campaign, lots, answer }));
    this.tell("action.completed");
    this.tell("transaction.completed", lots.length);
    return answer;
  }

  private newAction(
    input: Submit,
    done: Pick<ModelAction, "tokens" | "campaign" | "lots"> & { answer: Answer | null },
  ): ModelAction {
    const { key, ...payload } = input;
    return {
      ...{ key, id: null, payload: JSON.stringify(payload), units: unitsIn(input.amount) },
      status: done.answer ? "COMPLETED" : "FAILED",
      createdAt: this.actions.get(key)?.createdAt ?? this.now,
      decimals: input.currency === undefined ? null : DECIMALS[input.currency]!,
      ...{ reversedUnits: 0n, reversedTokens: 0, reversals: new Map() },
      ...done,
    };
  }

  private issue(externalId: string, pool: ModelPool, tokens: number): ModelLot[] {
    const user = this.users.get(externalId) ?? this.newUser(externalId);
    if (tokens === 0) return [];
    const lot = newLot(user, pool, tokens, this.now);
    this.journal.append(user.lots, lot);
    this.journal.add(user, "earned", tokens);
    this.journal.append(this.issued, lot);
    return [lot];
  }

  private newUser(externalId: string): ModelUser {
    const user: ModelUser = {
      ...{ externalId, status: "ACTIVE", earned: 0, redeemed: 0, reversed: 0, expired: 0, vested: 0 },
      ...{ lots: [], redeemedOf: new Map() },
    };
    this.journal.set(this.users, externalId, user);
    this.tell("user.created");
    return user;
  }

  private spend(campaign: ModelCampaign, input: Submit, reward: Reward): void {
    const tokens = sum(reward.shares);
    const today = dayOf(this.now);
    this.journal.add(campaign, "tokensDistributed", tokens);
    this.journal.set(campaign.byDay, today, (campaign.byDay.get(today) ?? 0) + tokens);
    for (const [user, more] of this.perUser(input, reward)) {
      this.journal.set(campaign.byUser, user, (campaign.byUser.get(user) ?? 0) + more);
    }
    this.journal.add(campaign, "actionCount", 1);
    if (campaign.tokensDistributed !== campaign.totalTokens) return;
    this.journal.put(campaign, "status", "PAUSED");
    this.tell("campaign.status_changed");
  }

  /** What a refusal leaves: a failed action and its event for some codes, nothing for the others. */
  private refuse(input: Submit, { answer }: Refusal): Answer {
    const told = { ...answer };
    if (answer.code === "INSUFFICIENT_POOL") {
      const pool = answer.pool as ModelPool;
      told.balance = this.rules.refuse(pool, this.now);
      told.pool = pool.place;
    }
    if (!KEPT.includes(answer.code)) return told;
    const nothing = { tokens: 0, campaign: null, lots: [], answer: null };
    this.journal.set(this.actions, input.key, this.newAction(input, nothing));
    this.tell("action.failed");
    return told;
  }

  private batch({ mode, inputs }: Of<"batch">): Answer {
    const answers = inputs.map((input) => {
      // A refusal that leaves nothing is an answer like the others.
      try {
        return this.journal.orUndo(() => this.submit(input));
      } catch (error) {
        if (error instanceof Refusal) return error.answer;
        throw error;
      }
    });
    if (mode === "independent") return { code: "OK", answers };
    const refused = answers.find(({ code }) => code !== "OK");
    if (refused) throw new Refusal(refused.code, refused);
    return { code: "OK", answers };
  }

  private validate(input: Submit): Answer {
    try {
      return this.journal.rehearse(() => this.preview(input));
    } catch (error) {
      if (error instanceof Refusal) return { code: error.answer.code, valid: false };
      throw error;
    }
  }

  private preview(input: Submit): Answer {
    const former = this.actions.get(input.key);
    if (former && former.status !== "FAILED") return { code: this.submit(input).code, valid: true };
    const { pool, reward } = this.decide(input);
    const before = balanceOf(pool);
    const { code } = this.submit(input);
    if (code !== "OK") throw new Refusal(code);
    const { total, shares, returnedToPool, tier } = reward;
    const given = shares.filter((share) => share > 0);
    return { code, valid: true, ...{ total, given, returnedToPool, tier, before, after: balanceOf(pool) } };
  }

  private reverse({ action: name, key, amount, allowPartial, note }: Of<"reverse">): Answer {
    const action = this.actions.get(name);
    if (!action) throw new Refusal("ACTION_NOT_FOUND");
    const payload = JSON.stringify([amount, allowPartial, note]);
    const former = action.reversals.get(key);
    if (former) {
      if (former.payload !== payload) throw new Refusal("IDEMPOTENCY_KEY_REUSED");
      return { ...former.answer, replay: true };
    }
    const { answer, taken } = modelReversal(this.journal, action, { amount, allowPartial }, this.now);
    for (const { lot, tokens } of taken) {
      this.rules.credit(lot.pool, "returned", tokens);
      this.journal.add(lot.user, "reversed", tokens);
    }
    const tokens = sum(taken.map((each) => each.tokens));
    if (action.campaign) this.journal.add(action.campaign, "tokensDistributed", -tokens);
    this.journal.set(action.reversals, key, { payload, answer });
    this.tell("action.reversed");
    this.tell("transaction.reversed", taken.length);
    return answer;
  }

  private move({ kind, pool: place, amount, reference }: Of<"allocate" | "withdraw">): Answer {
    const pool = this.pools[place]!;
    const payload = `${kind} ${amount}`;
    const former = pool.references.get(reference);
    if (former === payload) return { code: "OK" };
    if (former !== undefined) throw new Refusal("IDEMPOTENCY_KEY_REUSED");
    if (kind === "allocate") this.allocate(pool, amount);
    else {
      const balance = balanceOf(pool);
      if (balance < amount) throw new Refusal("INSUFFICIENT_POOL", { required: amount, balance, pool: place });
      this.rules.withdraw(pool, amount);
    }
    this.journal.set(pool.references, reference, payload);
    return { code: "OK" };
  }

  private allocate(pool: ModelPool, amount: number): void {
    if (pool.status === "CLOSED") throw new Refusal("POOL_NOT_ACTIVE");
    this.rules.credit(pool, "allocated", amount);
    this.rules.tell(pool, "token_pool.allocated", { amount, balance: balanceOf(pool) });
  }

  private request({ pool: place = 0, amount }: Of<"request">): Answer {
    const pool = this.pools[place]!;
    if (amount > APPROVED_AT_ONCE) {
      if (pool.hasPendingRequest) throw new Refusal("INVALID_STATE_TRANSITION");
      this.journal.put(pool, "hasPendingRequest", true);
      return { code: "OK", status: "PENDING" };
    }
    this.allocate(pool, amount);
    this.tell("token_pool.request_updated");
    return { code: "OK", status: "APPROVED" };
  }

  private redeem({ user: externalId, tokens, use, reference }: Of<"redeem">): Answer {
    const user = this.users.get(externalId);
    if (!user) throw new Refusal("USER_NOT_FOUND");
    const payload = JSON.stringify([externalId, tokens, use]);
    const former = this.redemptions.get(reference);
    if (former === payload) return { code: "OK", tokens };
    if (former !== undefined) throw new Refusal("IDEMPOTENCY_KEY_REUSED");
    modelRedemption(this.journal, user, { tokens, use }, this.now);
    this.journal.set(this.redemptions, reference, payload);
    return { code: "OK", tokens };
  }

  private setUser({ user: externalId, status }: Of<"setUser">): Answer {
    const user = this.users.get(externalId);
    if (!user) throw new Refusal("USER_NOT_FOUND");
    if (user.status !== status) this.tell("user.updated");
    this.journal.put(user, "status", status);
    return { code: "OK" };
  }

  private setPool({ pool: place, settings }: Of<"setPool">): Answer {
    const pool = this.pools[place]!;
    this.journal.put(pool, "status", settings.status);
    this.journal.put(pool, "restrictions", settings.restrictions);
    this.journal.put(pool, "autoRefill", settings.autoRefill);
    this.journal.put(pool, "lowBalanceThreshold", settings.lowBalanceThreshold);
    return { code: "OK" };
  }

  private moveCampaign({ campaign: place, to }: Of<"moveCampaign">): Answer {
    const campaign = this.campaigns[place]!;
    const status = to === "activate" ? "ACTIVE" : "PAUSED";
    if (campaign.status === status) return { code: "OK" };
    const { totalTokens, tokensDistributed } = campaign;
    if (to === "activate" && totalTokens !== null && tokensDistributed >= totalTokens) {
      throw new Refusal("INVALID_STATE_TRANSITION");
    }
    this.journal.put(campaign, "status", status);
    this.tell("campaign.status_changed");
    return { code: "OK" };
  }
}
