import type { tokenPools } from "@/db/schema/giving";
import { eventRow } from "@/lib/domain/events/record-event";
import type { EventType } from "@/lib/domain/events/schemas";
import type { Posting } from "@/lib/domain/giving/ledger/post-entries";
import {
  tokenPoolAutoRefilled,
  tokenPoolDepleted,
  tokenPoolLowBalance,
} from "@/lib/domain/giving/token-pools/event-types";
import type { PoolEntryType } from "@/lib/domain/giving/token-pools/schemas";
import { newObjectId } from "@/lib/platform/ids";

export type PoolRow = typeof tokenPools.$inferSelect;
/** An event the pool has to tell, with its data. */
type Notice = [type: EventType, data: Record<string, unknown>];
type Movement = { transactionId: string; actionId?: string };

/** Which of the four figures an entry adds to; outgoing ones are counted as positive numbers there. */
const FIGURES = {
  ALLOCATION: "allocated",
  AUTO_REFILL: "allocated",
  DISTRIBUTION: "distributed",
  REVERSAL: "returned",
  EXPIRY_RETURN: "returned",
  WITHDRAWAL: "withdrawn",
} as const satisfies Record<PoolEntryType, keyof PoolRow>;

/** The UTC month that auto-refills count against: `2026-01`. */
export const refillMonthOf = (now: Date) => now.toISOString().slice(0, 7);

/** What auto-refills have added this month, or in a later one that somebody's clock has reached already. */
export function refilledInMonth(row: Pick<PoolRow, "refillMonth" | "refilledThisMonth">, now: Date): number {
  return row.refillMonth !== null && row.refillMonth >= refillMonthOf(now) ? row.refilledThisMonth : 0;
}

/**
 * A pool's row while one transaction holds it locked: every movement of that transaction goes through here, one after
 * another, so that figures, entries and events agree. Whoever opens it saves it (`savePools`), with the postings.
 */
export class PoolAccount {
  readonly postings: Posting[] = [];
  private notices: Notice[] = [];

  constructor(
    readonly row: PoolRow,
    /** What has expired back into the pool when it was opened, and is still to be booked. */
    readonly dueReturns = 0,
  ) {}

  get balance(): number {
    return this.row.balance;
  }

  /** Books one side of a movement; `tokens` is signed as the pool sees it. The caller books the other side. */
  move(type: PoolEntryType, tokens: number, movement: Movement): void {
    const { row } = this;
    row[FIGURES[type]] += Math.abs(tokens);
    row.balance += tokens;
    if (row.balance < 0) throw new Error(`pool ${row.id} would be overdrawn`);
    this.postings.push({
      ...movement,
      accountKind: "POOL",
      accountId: row.id,
      tokens,
      entryType: type,
      balanceAfter: row.balance,
    });
  }

  /** Adds from the treasury, where tokens come from, or gives back to it. Returns the movement's id. */
  exchangeWithTreasury(type: "ALLOCATION" | "AUTO_REFILL" | "WITHDRAWAL", tokens: number): string {
    const transactionId = newObjectId();
    this.move(type, tokens, { transactionId });
    this.postings.push({
      transactionId,
      accountKind: "TREASURY",
      accountId: null,
      tokens: -tokens,
      entryType: type,
    });
    return transactionId;
  }

  /** Whether the pool covers a draw; where it does not, what auto-refill may still add this month comes first. */
  cover(tokens: number, now: Date): boolean {
    const { autoRefill } = this.row;
    if (this.balance < tokens && this.balance + this.refillable(now) >= tokens) {
      while (this.balance < tokens) this.refill(now);
    }
    const isCovered = this.balance >= tokens;
    if (!isCovered) {
      this.refillBelow(autoRefill.threshold, now);
      this.tellDepletion();
    }
    return isCovered;
  }

  /** To be called after the movements of one draw, with the balance before it. */
  afterDraw(before: number, now: Date): void {
    const { row } = this;
    if (row.balance === 0) this.tellDepletion();
    this.refillBelow(row.autoRefill.threshold, now);
    this.tellLowBalance(before);
  }

  /** Gives tokens back to the treasury; a pool does not refill itself of what was taken from it on purpose. */
  withdraw(tokens: number): string {
    const before = this.balance;
    const transactionId = this.exchangeWithTreasury("WITHDRAWAL", -tokens);
    if (this.balance === 0) this.tellDepletion();
    this.tellLowBalance(before);
    return transactionId;
  }

  /** Told when the balance falls below the threshold from at or above it. */
  private tellLowBalance(before: number): void {
    const { row } = this;
    const threshold = row.lowBalanceThreshold;
    if (threshold !== null && before >= threshold && row.balance < threshold) {
      this.notices.push([tokenPoolLowBalance, { tokenPoolId: row.id, balance: row.balance, threshold }]);
    }
  }

  /** What is to be told and was not taken yet. */
  takeNotices(): Notice[] {
    const { notices } = this;
    this.notices = [];
    return notices;
  }

  private refillable(now: Date): number {
    const { enabled, amount, maxPerMonth } = this.row.autoRefill;
    if (!enabled || amount <= 0) return 0;
    return Math.max(0, Math.floor((maxPerMonth - refilledInMonth(this.row, now)) / amount)) * amount;
  }

  private refillBelow(threshold: number, now: Date): void {
    while (this.balance < threshold && this.refillable(now) > 0) this.refill(now);
  }

  private refill(now: Date): void {
    const { row } = this;
    const { amount } = row.autoRefill;
    row.refilledThisMonth = refilledInMonth(row, now) + amount;
    if (row.refillMonth === null || row.refillMonth < refillMonthOf(now)) row.refillMonth = refillMonthOf(now);
    this.exchangeWithTreasury("AUTO_REFILL", amount);
    const { id: tokenPoolId, balance, refilledThisMonth: usedThisMonth } = row;
    this.notices.push([tokenPoolAutoRefilled, { tokenPoolId, amount, balance, usedThisMonth }]);
  }

  /** Told once until the pool is credited again. */
  private tellDepletion(): void {
    const { row } = this;
    const credits = row.allocated + row.returned;
    if (row.depletedAtCredits === credits) return;
    row.depletedAtCredits = credits;
    this.notices.push([tokenPoolDepleted, { tokenPoolId: row.id, balance: row.balance }]);
  }
}

/** Takes what a pool has to tell, as rows of its events. */
export function noticesOf(pool: PoolAccount, now: Date) {
  const { partnerId, environment } = pool.row;
  return pool.takeNotices().map(([type, data]) => eventRow({ now, partnerId, environment }, type, data));
}
