const KEPT_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Events and deliveries from before this are no longer shown, and retention removes them (contract 9.3). */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - KEPT_DAYS * DAY_MS);
}
