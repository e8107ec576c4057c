import type { PoolEntry } from "@/lib/domain/giving/token-pools/schemas";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/lib/domain/shared/duration";

export type BalancePoint = { x: string; balance: number };

const STEPS_MS = [
  ...[1, 5, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 5, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 7, 14, 30, 90, 365].map((days) => days * DAY_MS),
];
const POINTS_MAX = 60;

/**
 * The balance at evenly spaced moments up to `now`, from entries in any order: each point shows what was left after the
 * last entry before it. Starts with the balance before the first entry, so the first change is seen as one.
 */
export function balanceHistory(entries: readonly PoolEntry[], now: Date): BalancePoint[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const ordered = [...byId.values()].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  const [first] = ordered;
  if (!first) return [];
  const start = Date.parse(first.createdAt);
  const end = Math.max(now.getTime(), Date.parse(ordered.at(-1)!.createdAt));
  const stepMs = STEPS_MS.find((step) => (end - start) / step < POINTS_MAX - 2) ?? STEPS_MS.at(-1)!;

  const points: BalancePoint[] = [];
  let balance = first.balanceAfter - first.tokens;
  let next = 0;
  for (let at = Math.floor((start - 1) / stepMs) * stepMs; ; at += stepMs) {
    const moment = Math.min(at, end);
    for (let entry = ordered[next]; entry && Date.parse(entry.createdAt) <= moment; entry = ordered[++next]) {
      balance = entry.balanceAfter;
    }
    points.push({ x: new Date(moment).toISOString(), balance });
    if (at >= end) return points;
  }
}

/** Prints a point's time as coarsely as the history's span allows. */
export function timeFormat(points: readonly BalancePoint[]): (x: string) => string {
  const [first, last] = [points[0], points.at(-1)];
  const spanMs = first && last ? Date.parse(last.x) - Date.parse(first.x) : 0;
  if (spanMs < 10 * MINUTE_MS) return (x) => x.slice(11, 19);
  if (spanMs < DAY_MS) return (x) => x.slice(11, 16);
  return spanMs < 3 * DAY_MS ? (x) => x.slice(5, 16).replace("T", " ") : (x) => x.slice(0, 10);
}
