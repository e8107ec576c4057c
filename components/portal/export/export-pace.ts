import { ApiError } from "@/lib/client/call";

const BURST_CALLS = 20;
const PACE_MS = 1_000;

/** How long an export waits before a call, so that the person's limit of requests a minute leaves room for pages. */
export function pauseBefore(call: number): number {
  return call < BURST_CALLS ? 0 : PACE_MS;
}

/** How long to wait after a refusal before the same call is made again; undefined when waiting would not help. */
export function pauseAfter(error: unknown): number | undefined {
  if (!(error instanceof ApiError) || error.code !== "RATE_LIMIT_EXCEEDED") return undefined;
  const details = error.details;
  if (!details || Array.isArray(details) || details.window !== "minute") return undefined;
  return (Number(details.retryAfter) || 1) * 1_000;
}

/** Resolves after a while, or rejects as soon as the export is cancelled. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const cancel = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", cancel);
      resolve();
    }, ms);
    signal.addEventListener("abort", cancel, { once: true });
  });
}
