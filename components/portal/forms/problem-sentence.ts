import { asSentence } from "@/components/portal/forms/contract-resolver";
import { problemText } from "@/components/portal/problem-text";
import type { ApiError } from "@/lib/client/call";

const IN_ITS_WORDS = ["VALIDATION_FAILED", "POLICY_BLOCKED", "RECORD_NOT_FOUND", "PROVIDER_NOT_FOUND"];

/** What a failed call means for the person at a form: cause and next step, or what the server says of each field. */
export function problemSentence(error: ApiError): string {
  const details = Array.isArray(error.details) ? error.details : [];
  if (error.code === "VALIDATION_ERROR" && details.length > 0) {
    return details.map(({ field, issue }) => asSentence(field ? `${field} ${issue}` : issue)).join(" ");
  }
  // The directory's refusals are one sentence, which names the field, the rule or what there is none of.
  if (IN_ITS_WORDS.includes(error.code)) return asSentence(error.message);
  // Only the server knows which state stands in the way.
  if (error.code === "INVALID_STATE_TRANSITION") {
    return [error.message, ...details.map(({ field, issue }) => asSentence(field ? `${field} ${issue}` : issue))].join(
      " ",
    );
  }
  const { cause, nextStep } = problemText(error);
  return `${cause} ${nextStep}`;
}
