import { getTableColumns } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { insertion } from "@/db/statement";
import { type Random, seededRandom } from "@/db/testing/seeded-random";
import { DAY_MS } from "@/lib/domain/shared/duration";

/** As many providers as the demo has; the rest grows with them. */
export const DEMO_PROVIDERS = 560;

/** Chance, ids and moments of a seeded world: all of them follow from its number. */
export class World {
  readonly db: Db;
  readonly now: Date;
  readonly providers: number;
  private readonly plants: boolean;
  private readonly seed: number;
  private readonly randoms = new Map<string, Random>();
  private readonly turns = new Map<readonly unknown[], number>();

  constructor(world: { db: Db; now: Date; providers: number; seed: number; plants: boolean }) {
    this.db = world.db;
    this.now = world.now;
    this.providers = world.providers;
    this.seed = world.seed;
    this.plants = world.plants;
  }

  /** A value that administrators see and partners never: what a person would write, or the planted one that tests look for. */
  shown<T>(lifelike: T, planted: T): T {
    return this.plants ? planted : lifelike;
  }

  /** In [0, 1), from a sequence of the name's own. */
  random(name: string): number {
    const known = this.randoms.get(name);
    if (known) return known();
    const made = seededRandom(this.seed, name);
    this.randoms.set(name, made);
    return made();
  }

  chance(name: string, probability: number): boolean {
    return this.random(name) < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  between(name: string, low: number, high: number): number {
    return low + Math.floor(this.random(name) * (high - low + 1));
  }

  pick<T>(name: string, values: readonly T[]): T {
    return values[Math.floor(this.random(name) * values.length)]!;
  }

  /** Each of the values in turn at first, so that none is missing; afterwards mostly the one that is usual. */
  mostly<T>(values: readonly T[], usual: T, share = 0.7): T {
    const turn = this.turns.get(values) ?? 0;
    this.turns.set(values, turn + 1);
    if (turn < values.length) return values[turn]!;
    return this.chance("usual", share) ? usual : this.pick("unusual", values);
  }

  /** How many of a thing there are, where the demo has `count`; never fewer than `least`. */
  scaled(count: number, least: number): number {
    return Math.max(least, Math.round((count * this.providers) / DEMO_PROVIDERS));
  }

  /** `count` things, made from their number. */
  times<T>(count: number, make: (n: number) => T): T[] {
    return Array.from({ length: count }, (_, n) => make(n));
  }

  id(prefix: string): string {
    const hex = (digits: number) =>
      Math.floor(this.random("id") * 16 ** digits)
        .toString(16)
        .padStart(digits, "0");
    return `${prefix}-${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(8)}${hex(4)}`;
  }

  /** A moment so many days before now; negative days lie ahead. */
  daysAgo(days: number): Date {
    return new Date(this.now.getTime() - Math.round(days * DAY_MS));
  }

  /** Inserts rows of one table, all columns that any of them names. */
  async insert<T extends PgTable>(table: T, rows: readonly T["$inferInsert"][]): Promise<void> {
    const given = new Set(rows.flatMap((row) => Object.keys(row)));
    const columns = Object.keys(getTableColumns(table)).filter((column) => given.has(column));
    await insertion(table, columns as (keyof T["$inferInsert"] & string)[])(this.db, rows as never);
  }
}
