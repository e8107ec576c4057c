const SENTENCES: Record<string, string> = {
  DONATION_ALREADY_FINAL: "The donation had reached its end before this. The page shows how it stands now.",
  DONATION_NOT_FOUND: "No donation belongs to this address.",
  VALIDATION_ERROR: "The reason is longer than 200 characters. Shorten it and try again.",
  RATE_LIMIT_EXCEEDED: "Too many requests came from this address. Wait a minute, then try again.",
};

/** What went wrong, for the person at the test checkout. */
export function checkoutProblem(code: string): string {
  return SENTENCES[code] ?? "The payment could not be recorded. Try again in a minute.";
}
