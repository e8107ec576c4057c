const integer = (example: number) => ({ type: "integer", minimum: 0, examples: [example] });

/** Headers of answers, by the name under which the document refers to them. */
export const HEADERS = {
  RequestId: {
    description: "Names this request in logs and in support. Every answer has one.",
    schema: { type: "string", pattern: "^req_[0-9a-f]{24}$", examples: ["req_695b9e0d4f1a2b3c4d5e6f74"] },
  },
  RateLimit: { description: "The hourly cap of the caller's bucket.", schema: integer(1000) },
  RateLimitRemaining: { description: "Requests left in this hour.", schema: integer(987) },
  RateLimitReset: { description: "Unix seconds at which the hour ends.", schema: integer(1767229200) },
  RateLimitRetryAfter: { description: "Seconds to wait; the same number as Retry-After.", schema: integer(23) },
  RetryAfter: { description: "Seconds to wait before the next attempt.", schema: integer(2) },
  IdempotentReplay: {
    description: "Present when this is the answer to an earlier request with the same idempotencyKey.",
    schema: { type: "string", const: "true" },
  },
  CacheControl: { description: "How long a browser may keep the answer.", schema: { type: "string" } },
} as const;

const ref = (name: keyof typeof HEADERS) => ({ $ref: `#/components/headers/${name}` });

const EVERY_ANSWER = {
  "X-Request-Id": ref("RequestId"),
  "X-RateLimit-Limit": ref("RateLimit"),
  "X-RateLimit-Remaining": ref("RateLimitRemaining"),
  "X-RateLimit-Reset": ref("RateLimitReset"),
};

export function successHeaders(traits: { cacheSeconds?: number; idempotent?: boolean }) {
  return {
    ...EVERY_ANSWER,
    ...(traits.idempotent && { "X-Idempotent-Replay": ref("IdempotentReplay") }),
    ...(traits.cacheSeconds && { "Cache-Control": ref("CacheControl") }),
  };
}

export function errorHeaders(status: number, mayWait: boolean) {
  return {
    ...EVERY_ANSWER,
    ...(mayWait && { "Retry-After": ref("RetryAfter") }),
    ...(status === 429 && { "X-RateLimit-RetryAfter": ref("RateLimitRetryAfter") }),
  };
}
