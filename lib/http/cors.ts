import type { Answer, WireMessage } from "@/lib/http/exchange";

const EXPOSED =
  "X-Request-Id, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-RateLimit-RetryAfter, Retry-After";
const PREFLIGHT_SECONDS = 600;

/** Lets the browser of an allowed origin read the answer; one whose origin was refused only learns that. */
export function corsHeaders(message: WireMessage, answer: Answer): Record<string, string> {
  const origin = message.header("origin");
  if (!origin) return { Vary: "Origin" };
  if (answer.status === 403 && answer.body?.includes('"ORIGIN_NOT_ALLOWED"')) return { Vary: "Origin" };
  return { Vary: "Origin", "Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": EXPOSED };
}

/** A preflight names no key, so any origin may ask; the call itself is checked against the partner's list. */
export function preflightHeaders(message: WireMessage, allow: string): Record<string, string> {
  const origin = message.header("origin");
  if (!origin) return {};
  return {
    Vary: "Origin",
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Methods": allow,
    "Access-Control-Allow-Headers": "X-Partner-Key, Content-Type",
    "Access-Control-Max-Age": String(PREFLIGHT_SECONDS),
  };
}
