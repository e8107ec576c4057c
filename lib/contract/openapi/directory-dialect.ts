import { z } from "zod";
import { summaryOf } from "@/lib/contract/directory/documents/endpoint-cards";
import { EnvelopeParts } from "@/lib/contract/directory/documents/schemas";
import { ENVELOPE_VERSION, KEY_HEADER } from "@/lib/contract/directory/envelope";
import type { Endpoint } from "@/lib/contract/endpoint";
import type { Dialect } from "@/lib/contract/openapi/dialect";
import { ERRORS } from "@/lib/errors";

/** The body of every refusal of the directory API. */
export const DirectoryError = z
  .object({
    error: z.string().meta({ description: "One sentence for a person. May change." }),
    code: z.string().meta({ description: "The stable value to branch on." }),
    loginUrl: z.string().optional().meta({ description: "Where administrators sign in; in their 401 only." }),
  })
  .meta({ id: "DirectoryError", description: "The body of every answer outside 2xx." });

const text = (description: string, example: string) => ({
  description,
  schema: { type: "string", examples: [example] },
});
const whole = (description: string, example: number) => ({
  description,
  schema: { type: "integer", minimum: 0, examples: [example] },
});

/** Headers of answers, by the name under which the document refers to them. */
export const DIRECTORY_HEADERS = {
  RequestId: text("Names this request in logs and in support.", "api-audit-6f1c2a34-9d0b-4c57-8a2e-51f0c7d3b9aa"),
  EnvelopeVersion: text("Version of the response envelope.", ENVELOPE_VERSION),
  ApiClient: text("Id of the calling API client.", "api-client-6f1c2a34-9d0b-4c57-8a2e-51f0c7d3b9aa"),
  ApiKey: text("Id of the key's record, never the secret.", "api-key-6f1c2a34-9d0b-4c57-8a2e-51f0c7d3b9aa"),
  Sandbox: text("Whether the client is in the sandbox: true or false.", "true"),
  ApiStatus: text("allowed, blocked or rate_limited.", "allowed"),
  RateLimit: whole("Calls a minute that the client may make.", 60),
  RateLimitWindow: whole("Length of the window in seconds.", 60),
  RetryAfter: whole("Seconds to wait before the next attempt.", 23),
} as const;

const ref = (name: keyof typeof DIRECTORY_HEADERS) => ({ $ref: `#/components/headers/${name}` });

const OF_A_CLIENT = {
  "x-senior-guru-api-client": ref("ApiClient"),
  "x-senior-guru-api-key": ref("ApiKey"),
  "x-senior-guru-sandbox": ref("Sandbox"),
  "x-ratelimit-limit": ref("RateLimit"),
  "x-ratelimit-window": ref("RateLimitWindow"),
};

function headersOf({ auth }: Partial<Endpoint>, isKnown: boolean) {
  return {
    "X-Request-Id": ref("RequestId"),
    ...(auth !== "admin" && { "x-senior-guru-envelope-version": ref("EnvelopeVersion") }),
    ...(auth === "scoped" && { "x-senior-guru-api-status": ref("ApiStatus") }),
    ...(auth === "scoped" && isKnown && OF_A_CLIENT),
  };
}

const CallerMeta = z.object({
  apiClientId: z.string(),
  sandboxMode: z.boolean(),
  responseEnvelope: EnvelopeParts,
});

/** What the surface adds to a verb's answer: the caller, the envelope, and the rules that the content keeps to. */
function inEnvelope({ response, auth, contentRules }: Endpoint): z.ZodType | undefined {
  if (auth !== "scoped" || !(response instanceof z.ZodObject)) return response;
  const { data, meta } = response.shape as { data: z.ZodType; meta?: z.ZodType };
  const rules = contentRules && { contentRules: z.record(z.string(), z.unknown()).meta({ examples: [contentRules] }) };
  const own = meta instanceof z.ZodObject ? meta.shape : {};
  return z.object({ data, meta: z.object({ ...CallerMeta.shape, ...own, ...rules }) });
}

/** The directory API's own ways: scoped keys, plain errors, its envelope. */
export const DIRECTORY_DIALECT: Dialect = {
  security: { none: [], scoped: [{ partnerApiKey: [] }], admin: [{ adminToken: [] }] },
  callers: {
    none: "Anyone may call this.",
    scoped: `For API clients: send a scoped key in ${KEY_HEADER}, or as Authorization: Bearer.`,
    admin: "For administrators: send an administrator's token.",
  },
  printCode: (code) => code,
  exampleOf: (code) => ({ error: ERRORS[code].message, code }),
  errorBody: "DirectoryError",
  successHeaders: (endpoint) => headersOf(endpoint, true),
  errorHeaders: (endpoint, status, mayWait) => ({
    ...headersOf(endpoint, status !== 401),
    ...(mayWait && { "retry-after": ref("RetryAfter") }),
  }),
  summaryOf,
  responseOf: inEnvelope,
  parametersOf: () => [],
  examples: {},
};
