import { DAY_MS } from "@/lib/domain/shared/duration";

/** Days or instants as they stand in the URL: "2026-01-31", or an ISO time where a chart was dragged. */
export type DateRange = { from: string | null; to: string | null };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The range as the contract asks for it. A day is a whole day in UTC, so the last one ends where the next begins. */
export function toInstants({ from, to }: DateRange): { from?: string; to?: string } {
  return { from: instantOf(from, 0), to: instantOf(to, DAY_MS) };
}

/** "2026-01-01 to 2026-01-31 UTC", for the pill. */
export function rangeText({ from, to }: DateRange): string {
  if (from && to && from === to) return `${shown(from)} UTC`;
  if (from && to) return `${shown(from)} to ${sameDay(from, to) ? shown(to).slice(11) : shown(to)} UTC`;
  return from ? `since ${shown(from)} UTC` : `until ${shown(to ?? "")} UTC`;
}

/** The last `days` days, today included. */
export function lastDays(days: number, now: Date): DateRange {
  return { from: dayOf(new Date(now.getTime() - (days - 1) * DAY_MS)), to: dayOf(now) };
}

/** A range that cannot hold anything, in words; undefined when it can. */
export function rangeProblem({ from, to }: DateRange): string | undefined {
  if (!from && !to) return "Choose a first or a last day.";
  return from && to && from > to ? "The last day lies before the first. Swap them." : undefined;
}

function sameDay(from: string, to: string): boolean {
  return from.length > 10 && to.length > 10 && from.slice(0, 10) === to.slice(0, 10);
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

// What somebody wrote into the URL and is no time at all filters nothing.
function instantOf(written: string | null, extraMs: number): string | undefined {
  const time = Date.parse(written ?? "");
  if (written === null || Number.isNaN(time)) return undefined;
  return new Date(time + (DAY.test(written) ? extraMs : 0)).toISOString();
}

function shown(written: string): string {
  return DAY.test(written) ? written : written.slice(0, 16).replace("T", " ");
}
