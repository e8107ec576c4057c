import { GivingApiError, GivingConnectionError } from "./giving-errors.js";

const FIRST_DELAY_MS = 500;
const DELAY_MAX_MS = 30_000;

/** Answers that were given before anything was done: asking again cannot do it twice. */
const NOTHING_DONE = ["RATE_LIMIT_EXCEEDED", "IDEMPOTENCY_IN_PROGRESS"];

export type Failed = {
  failure: unknown;
  /** How many attempts were made. */
  attempts: number;
  /** Whether doing it twice is the same as doing it once. */
  isRepeatable: boolean;
  /** From 0 to 1: spreads clients that failed together. */
  random: number;
};

/**
 * How long to wait before asking again, or null where that is of no use or might do a thing twice. What the server says
 * in Retry-After is kept to; otherwise waits double, and each is drawn from the upper half of its range.
 */
export function retryDelayMs({ failure, attempts, isRepeatable, random }: Failed): number | null {
  if (!mayRepeat(failure, isRepeatable)) return null;
  const asked = failure instanceof GivingApiError ? failure.retryAfterSeconds : null;
  if (asked !== null) return asked * 1000;
  const ceiling = Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), DELAY_MAX_MS);
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}

function mayRepeat(failure: unknown, isRepeatable: boolean): boolean {
  if (failure instanceof GivingConnectionError) return isRepeatable;
  if (!(failure instanceof GivingApiError)) return false;
  return NOTHING_DONE.includes(failure.code) || (failure.status >= 500 && isRepeatable);
}
