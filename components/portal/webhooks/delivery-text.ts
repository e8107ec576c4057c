import type { StatusTone } from "@/components/ui/status";
import type { Attempt, Delivery, DeliveryStatus } from "@/lib/domain/webhooks/schemas";

/** First attempt and seven more (contract 9.3). */
export const ATTEMPTS_MAX = 8;

export const DELIVERY_WORDS: Record<DeliveryStatus, { tone: StatusTone; word: string; meaning: string }> = {
  PENDING: {
    tone: "progress",
    word: "Pending",
    meaning: "It has not been answered with 2xx yet; another attempt follows.",
  },
  SUCCEEDED: { tone: "success", word: "Succeeded", meaning: "The receiver answered with 2xx." },
  FAILED: {
    tone: "danger",
    word: "Failed",
    meaning: "It was sent once only, or the receiver answered 410 Gone, which turns its webhook off.",
  },
  EXHAUSTED: {
    tone: "danger",
    word: "Exhausted",
    meaning: `All ${ATTEMPTS_MAX} attempts failed. No further attempt follows.`,
  },
  CANCELED: { tone: "neutral", word: "Canceled", meaning: "It was called off before the receiver answered with 2xx." },
};

type Verdict = NonNullable<Delivery["verdict"]>;

/** What became of a redelivery, against the last attempt of the delivery it repeats. */
export const VERDICT_WORDS: Record<Verdict, { tone: StatusTone; word: string; meaning: string }> = {
  FIXED: { tone: "success", word: "Fixed", meaning: "It failed before and succeeded now." },
  SAME: { tone: "neutral", word: "Same", meaning: "It ended as it did before." },
  REGRESSED: { tone: "danger", word: "Regressed", meaning: "It succeeded before and failed now." },
};

/** How many attempts were made; "2 of 8" while more may follow. */
export function attemptsText({ attempts, status }: Pick<Delivery, "attempts" | "status">): string {
  return status === "PENDING" ? `${attempts.length} of ${ATTEMPTS_MAX}` : String(attempts.length);
}

const REFUSED = [401, 403];
const WRONG_PLACE = [404, 405];

/** What to change after a failed attempt; nothing after one that was answered with 2xx. */
export function attemptAdvice({ httpStatus, error }: Pick<Attempt, "httpStatus" | "error">): string | undefined {
  if (error === null) return undefined;
  if (httpStatus === null) return adviceWithoutAnswer(error);
  if (httpStatus >= 300 && httpStatus < 400) return "Register the URL that the redirect leads to.";
  if (REFUSED.includes(httpStatus)) {
    return "If it checks the signature: sign the raw body, with the whole secret, whsec_ included, and check its clock.";
  }
  if (WRONG_PLACE.includes(httpStatus)) return "Check that the receiver serves POST at this path.";
  if (httpStatus === 410)
    return "410 says the address is gone for good. Answer another status while it is being repaired.";
  if (httpStatus >= 500) return "The receiver failed. Its own log for this time says why.";
  return "Answer 2xx as soon as the event is stored.";
}

function adviceWithoutAnswer(error: string): string {
  if (/in time/i.test(error)) return "Answer within 10 seconds: store the event first, work on it afterwards.";
  if (/TLS/.test(error)) return "Check the certificate: complete chain, right host, not expired.";
  if (/connection could be made/i.test(error))
    return "Check that the receiver is running and reachable from the internet.";
  return "Check the webhook's URL and the receiver behind it.";
}

const SOON_MS = 60_000;

/** Whether an attempt is about to be made, so that looking again is worth it. */
export function isDueSoon(deliveries: readonly Delivery[], now: number): boolean {
  return deliveries.some(
    ({ status, nextAttemptAt }) =>
      status === "PENDING" && nextAttemptAt !== null && Math.abs(Date.parse(nextAttemptAt) - now) < SOON_MS,
  );
}
