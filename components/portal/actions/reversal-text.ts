import { problemSentence } from "@/components/portal/forms/problem-sentence";
import type { ApiError } from "@/lib/client/call";
import type { REVERSAL_REASONS, Reversal } from "@/lib/domain/giving/actions/schemas";

export const REASON_WORDS: Record<(typeof REVERSAL_REASONS)[number], string> = {
  REFUND: "Refund",
  CANCELLATION: "Cancellation",
  FRAUD: "Fraud",
  ERROR: "Error",
  OTHER: "Other",
};

const KEY_BYTES = 12;

/** An idempotency key of the portal's own. */
export function reversalKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  return `portal-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** What a reversal took, in a sentence. */
export function takenText({ tokensReversed, tokensUnrecoverable }: Reversal): string {
  const taken = `${count(tokensReversed)} went back to the pool`;
  return tokensUnrecoverable === 0 ? taken : `${taken}, ${count(tokensUnrecoverable)} could not be taken`;
}

/** Why a reversal was refused, with the figures that the server gives. */
export function refusalOf(error: ApiError): string {
  const { required, recoverable } = (error.details ?? {}) as { required?: number; recoverable?: number };
  if (error.code !== "REVERSAL_NOT_COVERED" || required === undefined || recoverable === undefined) {
    return problemSentence(error);
  }
  const gone = count(required - recoverable);
  return `Nothing was changed: of ${count(required)} asked for, ${gone} were redeemed or have expired. Choose “Take what is still there” to take the other ${recoverable.toLocaleString("en")}.`;
}

function count(tokens: number): string {
  return `${tokens.toLocaleString("en")} ${tokens === 1 ? "token" : "tokens"}`;
}
