import { BREAKING_CHANGE_RULE } from "@/lib/contract/directory/documents/changelog";
import { type DocumentFacts, stamp } from "@/lib/contract/directory/documents/facts";
import type { ResponseEnvelope } from "@/lib/contract/directory/documents/schemas";
import { ENVELOPE, ENVELOPE_VERSION } from "@/lib/contract/directory/envelope";

/** The headers that a client may rely on for each authenticated success (contract 3.2). */
export const REQUIRED_HEADERS = [
  "x-senior-guru-envelope-version",
  "x-senior-guru-api-client",
  "x-senior-guru-sandbox",
  "x-ratelimit-limit",
  "x-ratelimit-window",
];

/** Where the parts of an answer stand, and what may change (contract 6.6). */
export function responseEnvelope(facts: DocumentFacts): ResponseEnvelope {
  return {
    ...stamp(facts),
    title: "Response envelope contract",
    currentVersion: ENVELOPE_VERSION,
    envelope: ENVELOPE,
    requiredHeaders: REQUIRED_HEADERS,
    successShape: {
      data: "What the operation returns: an object, or an array of rows.",
      meta: {
        apiClientId: "Id of the calling API client.",
        sandboxMode: "Boolean: whether the client is still in the sandbox.",
        responseEnvelope: ENVELOPE,
      },
    },
    errorShape: {
      error: "One sentence, always a plain string.",
      headers: ["x-senior-guru-api-status", "x-senior-guru-envelope-version"],
    },
    versioningRules: [
      "New keys inside meta are not breaking: ignore what you do not know.",
      BREAKING_CHANGE_RULE,
      "CSV column headers are stable, and every CSV answer names its file in content-disposition.",
      "Read x-senior-guru-envelope-version on each authenticated answer.",
    ],
    nextActions: [
      "Read rows from data, context from meta and refusals from error.",
      "Record the envelope version and the five headers with each call that you keep as evidence.",
    ],
  };
}
