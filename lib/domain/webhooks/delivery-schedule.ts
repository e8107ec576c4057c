import { HOUR_MS, MINUTE_MS } from "@/lib/domain/shared/duration";

/** How long after each failed attempt the next one follows (contract 9.3). */
const PAUSES_MS = [
  1 * MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
] as const;

export const ATTEMPTS_MAX = PAUSES_MS.length + 1;

const JITTER = 0.1;

/**
 * When to try again after failed attempt `attempt` (from 1), within ±10 % by `random` in [0, 1); null after the last. A
 * receiver that asked for a longer wait gets it, up to the end of the step after this one: no receiver stretches the
 * schedule for ever.
 */
export function retryTime(attempt: number, failedAt: Date, random: () => number, waitMs: number | null = null) {
  const pauseMs = PAUSES_MS[attempt - 1];
  if (pauseMs === undefined) return null;
  const plannedMs = Math.round(pauseMs * (1 - JITTER + 2 * JITTER * random()));
  const longestMs = plannedMs + (PAUSES_MS[attempt] ?? 0);
  return new Date(failedAt.getTime() + Math.max(plannedMs, Math.min(waitMs ?? 0, longestMs)));
}

const SECONDS = /^\d{1,9}$/;
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** The wait that a `Retry-After` header asks for, in seconds or as an HTTP date; null when it says neither. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  if (SECONDS.test(header)) return Number(header) * 1000;
  const at = HTTP_DATE.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
