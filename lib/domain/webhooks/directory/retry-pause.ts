import { sql } from "drizzle-orm";
import { deliveries } from "@/db/schema/webhooks";
import { MINUTE_MS } from "@/lib/domain/shared/duration";

const FIRST_PAUSE_MS = 15 * MINUTE_MS;
/** Together with the first one; after that only somebody can have it sent again. */
export const AUTOMATIC_ATTEMPTS_MAX = 8;

/** How long after its n-th attempt a delivery is tried again by itself: 15 minutes, doubling (contract 7.7); null after the last. */
export function retryPauseMs(attempts: number): number | null {
  return attempts >= AUTOMATIC_ATTEMPTS_MAX ? null : FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1);
}

/** From when on the scheduler queues a delivery again that has ended; null where only somebody can. */
export function automaticRetryAt({ attemptsMade, updatedAt }: { attemptsMade: number; updatedAt: Date }): Date | null {
  const pauseMs = retryPauseMs(attemptsMade);
  return pauseMs === null ? null : new Date(updatedAt.getTime() + pauseMs);
}

/** What a person queues goes out by itself then, if nobody runs the worker before. */
export function queuedUntil(now: Date): Date {
  return new Date(now.getTime() + FIRST_PAUSE_MS);
}

/** The same rule for a query over `deliveries` that have ended: `updated_at` is when their last attempt did. */
export function isPauseOver(now: Date) {
  const pause = sql`make_interval(secs => ${FIRST_PAUSE_MS / 1000} * 2 ^ greatest(${deliveries.attemptsMade} - 1, 0))`;
  return sql`${deliveries.attemptsMade} < ${AUTOMATIC_ATTEMPTS_MAX}
    and ${deliveries.updatedAt} + ${pause} <= ${now.toISOString()}::timestamptz`;
}
