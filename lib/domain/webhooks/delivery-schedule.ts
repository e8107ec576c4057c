const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

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

/** When to try again after failed attempt `attempt` (from 1), within ±10 % by `random` in [0, 1); null after the last. */
export function retryTime(attempt: number, failedAt: Date, random: () => number): Date | null {
  const pauseMs = PAUSES_MS[attempt - 1];
  if (pauseMs === undefined) return null;
  return new Date(failedAt.getTime() + Math.round(pauseMs * (1 - JITTER + 2 * JITTER * random())));
}
