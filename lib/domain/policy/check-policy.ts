import { type PolicyDecision, REFUSING_DECISIONS } from "@/lib/domain/policy/statuses";

type Rule = { reason: string; decision: PolicyDecision; isBroken: (text: string) => boolean };

const CARD = /(?:\d[ -]?){13,19}/g;
const LUHN_BASE = 10;

/** The check digit that every payment card ends with; a phone number or an id seldom passes it. */
function isCardNumber(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % LUHN_BASE === 0;
}

/** What no text that is checked may hold, the gravest first. */
const RULES: readonly Rule[] = [
  {
    reason: "a social security number",
    decision: "blocked_non_overridable",
    isBroken: (text) => /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/.test(text),
  },
  {
    reason: "a payment card number",
    decision: "blocked_non_overridable",
    isBroken: (text) => (text.match(CARD) ?? []).some((found) => isCardNumber(found.replace(/\D/g, ""))),
  },
  { reason: "markup", decision: "blocked", isBroken: (text) => /<\s*\/?\s*[a-z][^>]*>|javascript:/i.test(text) },
];

export type PolicyVerdict = {
  decision: PolicyDecision;
  reasons: string[];
  /** Why nothing may be written: what the texts hold, and nothing of the texts themselves. Null where they may be. */
  refusal: string | null;
};

/** What the content policy says of texts that are to be written; the gravest rule that one of them breaks decides. */
export function checkPolicy(texts: readonly (string | null | undefined)[]): PolicyVerdict {
  const broken = RULES.filter(({ isBroken }) => texts.some((text) => text && isBroken(text)));
  const decision = broken[0]?.decision ?? "approved";
  const reasons = broken.map(({ reason }) => reason);
  const isRefused = (REFUSING_DECISIONS as readonly string[]).includes(decision);
  const refusal = isRefused ? `The content policy does not allow ${reasons.join(" and ")} here.` : null;
  return { decision, reasons, refusal };
}
