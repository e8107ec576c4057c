import { asSentence } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import type { ApiError } from "@/lib/client/call";

/** Why a partner was not moved, and what to do about it. */
export function statusProblem(error: ApiError): string {
  if (error.code === "ACTIVATION_PRECONDITIONS_UNMET" && Array.isArray(error.details)) {
    const missing = error.details.map(({ issue }) => asSentence(`it ${issue}`)).join(" ");
    return `The partner cannot be activated yet. ${missing}`;
  }
  if (error.code === "INVALID_STATE_TRANSITION") {
    return "The partner is in another state by now. Close this and look at its present status.";
  }
  return problemSentence(error);
}
