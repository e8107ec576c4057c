import { problemSentence } from "@/components/portal/forms/problem-sentence";
import type { ApiError } from "@/lib/client/call";

/** Why nothing was done to an inquiry, and what to do about it. */
export function inquiryProblem(error: ApiError): string {
  return error.code === "INVALID_STATE_TRANSITION"
    ? "The inquiry is in another state by now. Close this and look at its present status."
    : problemSentence(error);
}
