/** An hourly cap that never refuses: for buckets that are held by the minute alone. */
export const UNLIMITED = Number.MAX_SAFE_INTEGER;

export type Caps = {
  hour: number;
  minute: number;
  /** The minute runs for 60 s from the first counted call (directory API) instead of being aligned to the UTC minute. */
  minuteFromFirstCall?: boolean;
};

export type LimitVerdict = {
  allowed: boolean;
  /** The window that refused. When both are exhausted it is the hour: waiting for the minute would not suffice. */
  window: "hour" | "minute" | null;
  /** The hourly cap. */
  limit: number;
  /** The cap of the window that refused; the hourly cap when allowed. */
  windowLimit: number;
  /** Left in the hour, never below 0. */
  remaining: number;
  /** Unix seconds: the end of the hour. */
  resetAt: number;
  /** Whole seconds after which the refused window is empty; 0 when allowed. */
  retryAfterSeconds: number;
};

/**
 * Counts calls in fixed windows of an hour and a minute. A refused call charges neither window, and a weighted cost is
 * taken whole or not at all. A cost above a cap can never pass: refuse it as invalid before asking.
 */
export interface LimitStore {
  readonly name: "embedded" | "upstash";
  /** Charges `cost` to the hour and the minute window atomically, or to neither. */
  consume(bucket: string, caps: Caps, cost: number, now: Date): LimitVerdict | Promise<LimitVerdict>;
  /** Says what `consume` of one would answer, without charging; `remaining` counts nothing for this call. */
  peek(bucket: string, caps: Caps, now: Date): LimitVerdict | Promise<LimitVerdict>;
  /** True when this caller is the first to claim `key` within `ttlSeconds` (replay protection). */
  claim?(key: string, ttlSeconds: number): Promise<boolean>;
  /** Gives a claim back, so that the key can be claimed again. */
  release?(key: string): Promise<void>;
}

/** A cost or time that is not a number compares false with every cap, and would open the bucket for good. */
export function assertCharge(cost: number, now: Date): void {
  if (!Number.isSafeInteger(cost) || cost < 1) throw new RangeError(`A cost must be a positive integer, not ${cost}.`);
  if (Number.isNaN(now.getTime())) throw new RangeError("A charge needs a valid time.");
}
