import type { Journal } from "@/lib/domain/giving/ledger/model/journal";
import { balanceOf, type ModelPool, monthOf } from "@/lib/domain/giving/ledger/model/model-state";

// Contract 8.3: what a pool does of itself. A draw and the refills it causes count as one change of the balance.

export class PoolRules {
  constructor(private readonly journal: Journal) {}

  credit(pool: ModelPool, figure: "allocated" | "returned", tokens: number): void {
    if (tokens === 0) return;
    this.journal.add(pool, figure, tokens);
    this.journal.put(pool, "isDepletionTold", false);
  }

  covers(pool: ModelPool, tokens: number, now: number): boolean {
    return balanceOf(pool) + this.refillsLeft(pool, now) * pool.autoRefill.amount >= tokens;
  }

  /** Takes what `covers` said there is. */
  draw(pool: ModelPool, tokens: number, now: number): void {
    const before = balanceOf(pool);
    while (balanceOf(pool) < tokens) this.refill(pool, now);
    this.journal.add(pool, "distributed", tokens);
    if (balanceOf(pool) === 0) this.tellDepletion(pool);
    this.refillBelowThreshold(pool, now);
    this.tellLowBalance(pool, before);
  }

  /** What remains of a draw that is not covered; returns what the refusal names as the balance. */
  refuse(pool: ModelPool, now: number): number {
    this.refillBelowThreshold(pool, now);
    this.tellDepletion(pool);
    return balanceOf(pool);
  }

  withdraw(pool: ModelPool, tokens: number): void {
    const before = balanceOf(pool);
    this.journal.add(pool, "withdrawn", tokens);
    if (balanceOf(pool) === 0) this.tellDepletion(pool);
    this.tellLowBalance(pool, before);
  }

  tell(pool: ModelPool, type: string, figures: Record<string, unknown>): void {
    this.journal.append(pool.told, [type, figures]);
  }

  private refillsLeft(pool: ModelPool, now: number): number {
    const { enabled, amount, maxPerMonth } = pool.autoRefill;
    if (!enabled || amount === 0) return 0;
    let used = pool.refilled.get(monthOf(now)) ?? 0;
    let times = 0;
    for (; used + amount <= maxPerMonth; used += amount) times += 1;
    return times;
  }

  private refillBelowThreshold(pool: ModelPool, now: number): void {
    while (balanceOf(pool) < pool.autoRefill.threshold && this.refillsLeft(pool, now) > 0) this.refill(pool, now);
  }

  private refill(pool: ModelPool, now: number): void {
    const { amount } = pool.autoRefill;
    const usedThisMonth = (pool.refilled.get(monthOf(now)) ?? 0) + amount;
    this.journal.set(pool.refilled, monthOf(now), usedThisMonth);
    this.credit(pool, "allocated", amount);
    this.tell(pool, "token_pool.auto_refilled", { amount, balance: balanceOf(pool), usedThisMonth });
  }

  private tellDepletion(pool: ModelPool): void {
    if (pool.isDepletionTold) return;
    this.journal.put(pool, "isDepletionTold", true);
    this.tell(pool, "token_pool.depleted", { balance: balanceOf(pool) });
  }

  private tellLowBalance(pool: ModelPool, before: number): void {
    const threshold = pool.lowBalanceThreshold;
    if (threshold === null || before < threshold || balanceOf(pool) >= threshold) return;
    this.tell(pool, "token_pool.low_balance", { balance: balanceOf(pool), threshold });
  }
}
