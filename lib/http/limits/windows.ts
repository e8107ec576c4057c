import { HOUR_MS, MINUTE_MS } from "@/lib/domain/shared/duration";
import type { Caps, LimitVerdict } from "@/lib/http/limits/limit-store";

/** What a bucket has used of the two windows that are open. */
export type Usage = { hourStartMs: number; hourUsed: number; minuteStartMs: number; minuteUsed: number };

/**
 * A window stays open until it ends. It also stays open while the clock is behind its start by less than one window: a
 * call whose clock was read just before the hour turned, or a clock set back, must not find an empty window again.
 */
function isOpen(startMs: number, lengthMs: number, nowMs: number): boolean {
  return nowMs < startMs + lengthMs && nowMs >= startMs - lengthMs;
}

function openWindow(startMs: number | undefined, lengthMs: number, nowMs: number, aligned: boolean): number {
  if (startMs !== undefined && isOpen(startMs, lengthMs, nowMs)) return startMs;
  return aligned ? nowMs - (nowMs % lengthMs) : nowMs;
}

/** The usage at `nowMs`: windows that have ended count as empty. */
export function usageAt(kept: Usage | undefined, caps: Caps, nowMs: number): Usage {
  const hourStartMs = openWindow(kept?.hourStartMs, HOUR_MS, nowMs, true);
  const minuteStartMs = openWindow(kept?.minuteStartMs, MINUTE_MS, nowMs, !caps.minuteFromFirstCall);
  return {
    hourStartMs,
    hourUsed: kept?.hourStartMs === hourStartMs ? kept.hourUsed : 0,
    minuteStartMs,
    minuteUsed: kept?.minuteStartMs === minuteStartMs ? kept.minuteUsed : 0,
  };
}

/** The window with no room for `cost`. The hour comes first: it ends no earlier than the minute. */
export function refusingWindow(usage: Usage, caps: Caps, cost: number): "hour" | "minute" | null {
  if (usage.hourUsed + cost > caps.hour) return "hour";
  return usage.minuteUsed + cost > caps.minute ? "minute" : null;
}

/** Puts usage (after the charge, if there was one) into the numbers that the headers carry. */
export function toVerdict(usage: Usage, caps: Caps, outcome: { window: LimitVerdict["window"]; nowMs: number }) {
  const { window, nowMs } = outcome;
  const hourEndMs = usage.hourStartMs + HOUR_MS;
  const [refusedEndMs, lengthMs] =
    window === "minute" ? [usage.minuteStartMs + MINUTE_MS, MINUTE_MS] : [hourEndMs, HOUR_MS];
  const verdict: LimitVerdict = {
    allowed: window === null,
    window,
    limit: caps.hour,
    windowLimit: window === "minute" ? caps.minute : caps.hour,
    remaining: Math.max(0, caps.hour - usage.hourUsed),
    resetAt: hourEndMs / 1000,
    // A call whose clock was read before the window opened is answered after it did: no wait is longer than the window.
    retryAfterSeconds: window === null ? 0 : Math.ceil(Math.min(lengthMs, refusedEndMs - nowMs) / 1000),
  };
  return verdict;
}
