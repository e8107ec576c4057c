import { FAULT_KINDS, type FaultKind } from "@/lib/domain/faults/schemas";

type FaultLook = { word: string; answer: string; sees: string; should: string; takesRetryAfter: boolean };

/** What a client meets, and what a good one does about it. */
export const FAULT_LOOKS: Record<FaultKind, FaultLook> = {
  RATE_LIMIT: {
    word: "Rate limit",
    answer: "429 RATE_LIMIT_EXCEEDED",
    sees: "429 with Retry-After: the seconds named here, or what is left of the minute.",
    should:
      "Sends nothing more with this key until Retry-After is over, then repeats the call with the same idempotency key.",
    takesRetryAfter: true,
  },
  SERVER_ERROR: {
    word: "Server error",
    answer: "500 INTERNAL_ERROR",
    sees: "500 at once. Nothing was changed, which the client cannot know.",
    should: "Retries after a growing pause with some randomness in it, with the same idempotency key and payload.",
    takesRetryAfter: false,
  },
  INSUFFICIENT_POOL: {
    word: "Empty pool",
    answer: "402 INSUFFICIENT_POOL",
    sees: "402 where an endpoint can be short of tokens, such as a submit. Other calls do not use it up.",
    should: "Does not retry at once: keeps the action, tells an operator, and submits it again after the refill.",
    takesRetryAfter: false,
  },
  TIMEOUT: {
    word: "Timeout",
    answer: "503 SERVICE_UNAVAILABLE",
    sees: "No answer for ten seconds, then 503 with Retry-After.",
    should:
      "Gives up after a limit of its own, treats the outcome as unknown and retries with the same idempotency key.",
    takesRetryAfter: true,
  },
};

export const FAULT_OPTIONS = FAULT_KINDS.map((value) => ({
  value,
  label: `${FAULT_LOOKS[value].word}: ${FAULT_LOOKS[value].answer}`,
}));
