import { Redis } from "@upstash/redis";

const REQUEST_TIMEOUT_MS = 250;

export type UpstashSettings = { url: string; token: string; timeoutMs?: number };

/** A client of an Upstash-compatible REST endpoint: one try, a short time-out, calls of the same tick in one request. */
export function makeUpstash({ url, token, timeoutMs = REQUEST_TIMEOUT_MS }: UpstashSettings): Redis {
  return new Redis({
    url,
    token,
    // Zero retries is one try, while `false` means two. A charge whose answer was lost must not be charged again.
    retry: { retries: 0 },
    // As a function it makes a time-out throw; a plain signal turns it into an answer of status 200.
    signal: () => AbortSignal.timeout(timeoutMs),
    enableAutoPipelining: true,
    enableTelemetry: false,
  });
}
