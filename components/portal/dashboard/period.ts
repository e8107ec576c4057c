import { type DateRange, toInstants } from "@/components/portal/filters/date-range";
import type { Interval, Timeseries } from "@/lib/domain/giving/dashboard/schemas";
import { DAY_MS, HOUR_MS } from "@/lib/domain/shared/duration";

export const PRESETS = ["24h", "7d", "30d", "90d"] as const;
export type Preset = (typeof PRESETS)[number];

export const PRESET_WORDS: Record<Preset, string> = {
  "24h": "24 hours",
  "7d": "7 days",
  "30d": "30 days",
  "90d": "90 days",
};

/** What the dashboard asks about: both ends, and how finely. */
export type Span = { from: string; to: string; interval: Interval };

const PRESET_DAYS = { "7d": 7, "30d": 30, "90d": 90 } as const;
const DEFAULT_DAYS = 30;

// As many points as a chart can show apart: up to 72 hours, about 90 days, 104 weeks, then months.
const HOURLY_MS = 3 * DAY_MS;
const DAILY_MS = 93 * DAY_MS;
const WEEKLY_MS = 2 * 366 * DAY_MS;

/** A preset ends now and begins with a whole UTC hour or day, so that only the last point is still growing. */
export function presetSpan(preset: Preset, now: Date): Span {
  const unitMs = preset === "24h" ? HOUR_MS : DAY_MS;
  const units = preset === "24h" ? 24 : PRESET_DAYS[preset];
  const start = Math.floor(now.getTime() / unitMs) * unitMs - (units - 1) * unitMs;
  return spanOf(start, now.getTime());
}

/** A range somebody chose or dragged. An open start lies 30 days before the end; nothing is asked about the future. */
export function rangeSpan(range: DateRange, now: Date): Span {
  const { from, to } = toInstants(range);
  const end = Math.min(to === undefined ? now.getTime() : Date.parse(to), now.getTime());
  return spanOf(from === undefined ? end - DEFAULT_DAYS * DAY_MS : Date.parse(from), end);
}

function spanOf(startMs: number, endMs: number): Span {
  const from = new Date(startMs).toISOString();
  const to = new Date(endMs).toISOString();
  return { from, to, interval: intervalFor(endMs - startMs) };
}

function intervalFor(lengthMs: number): Interval {
  if (lengthMs <= HOURLY_MS) return "hour";
  if (lengthMs <= DAILY_MS) return "day";
  return lengthMs <= WEEKLY_MS ? "week" : "month";
}

/** A point's time as finely as the interval needs: "11-22 03:00", "2026-11-22", "2026-11". */
export function pointText(interval: Interval): (t: string) => string {
  if (interval === "hour") return (t) => t.slice(5, 16).replace("T", " ");
  return interval === "month" ? (t) => t.slice(0, 7) : (t) => t.slice(0, 10);
}

export type Point = { x: string } & Record<string, number | string>;

/** Several metrics of one span as the points of one chart. */
export function pointsOf(series: readonly Timeseries[]): Point[] {
  const [first] = series;
  return (first?.points ?? []).map(({ t }, place) => ({
    x: t,
    ...Object.fromEntries(series.map(({ metric, points }) => [metric, points[place]?.value ?? 0])),
  }));
}

/** The time two points enclose, both of them included: from the start of the first to the end of the last. */
export function enclosed(points: readonly Point[], first: string, last: string, { from, to }: Span): DateRange {
  const place = points.findIndex(({ x }) => x === last);
  return { from: first < from ? from : first, to: points[place + 1]?.x ?? to };
}
