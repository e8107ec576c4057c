import { DAY_MS } from "@/lib/domain/shared/duration";

const KEPT_DAYS = 90;

/** Events and deliveries from before this are no longer shown, and retention removes them (contract 9.3). */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - KEPT_DAYS * DAY_MS);
}
