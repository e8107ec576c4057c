const SENTENCES: Record<string, string> = {
  AMOUNT_OUT_OF_RANGE: "The amount is smaller or larger than can be given here. Choose another one.",
  CURRENCY_NOT_SUPPORTED: "This currency is not taken here.",
  ORGANIZATION_NOT_ELIGIBLE: "This organisation does not take donations at the moment.",
  TIP_NOT_SUPPORTED: "No tip can be added to this donation. Leave it out and try again.",
  PROVIDER_ERROR: "The payment provider did not answer. Try again in a minute; nothing was charged.",
  RATE_LIMIT_EXCEEDED: "Too many requests came from this address. Wait a minute, then try again.",
};

const FIELDS: Record<string, string> = {
  amount: "The amount is not a number such as 25 or 25.50.",
  donorEmail: "The e-mail address is not complete.",
  firstName: "The first name is longer than 80 characters.",
  lastName: "The last name is longer than 80 characters.",
};

/** What went wrong, for a donor: codes of the API as sentences. */
export function givingProblem(code: string, field: string | undefined): string {
  const ofField = code === "VALIDATION_ERROR" && field ? FIELDS[field] : undefined;
  return ofField ?? SENTENCES[code] ?? "No donation can be started at the moment. Nothing was charged.";
}
