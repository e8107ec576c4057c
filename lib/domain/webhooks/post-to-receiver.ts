import { retryAfterMs } from "@/lib/domain/webhooks/delivery-schedule";
import { EgressFailed, EgressRefused } from "@/lib/platform/egress-errors";
import type { GuardedRequest, GuardedResponse, sendGuarded } from "@/lib/platform/safe-fetch";

const TIMEOUT_MS = 10_000;
const SNIPPET_BYTES = 1024;
/** Once the status is there the answer is known; a body that does not end keeps no place among those in flight. */
const BODY_GRACE_MS = 1_000;
const GONE = 410;
/** With these a receiver may say when to come back. */
const MAY_WAIT = [429, 503];

export type Outcome = {
  succeeded: boolean;
  /** The receiver asks to be left alone. */
  gone: boolean;
  /** How long the receiver asks us to wait. */
  waitMs: number | null;
  httpStatus: number | null;
  durationMs: number;
  error: string | null;
  responseSnippet: string | null;
  /** Nothing could be sent to a subscription to the directory. */
  isBlocked?: boolean;
  /** What the attempts of the directory keep besides. */
  sent?: { targetUrl: string; signaturePreview: string | null };
};

type Request = Required<Pick<GuardedRequest, "url" | "headers" | "body" | "allowInsecure">>;

/** Makes one request to a receiver. Whatever the receiver does is an outcome; only faults of ours throw. */
export async function postToReceiver(request: Request, now: Date, send: typeof sendGuarded): Promise<Outcome> {
  try {
    const answer = await send({
      ...request,
      method: "POST",
      totalTimeoutMs: TIMEOUT_MS,
      responseCapBytes: SNIPPET_BYTES,
      bodyGraceMs: BODY_GRACE_MS,
      mayArriveTwice: true,
    });
    return judge(answer, now);
  } catch (error) {
    const failed = { succeeded: false, gone: false, waitMs: null, httpStatus: null, responseSnippet: null };
    if (error instanceof EgressRefused) return { ...failed, durationMs: 0, error: error.reason };
    if (error instanceof EgressFailed) return { ...failed, durationMs: error.durationMs, error: error.message };
    throw error;
  }
}

function judge({ status, headers, bodySnippet, durationMs }: GuardedResponse, now: Date): Outcome {
  const succeeded = status >= 200 && status < 300;
  const redirected = status >= 300 && status < 400;
  const problem = redirected ? `It answered ${status}; redirects are not followed.` : `It answered ${status}.`;
  return {
    succeeded,
    gone: status === GONE,
    waitMs: MAY_WAIT.includes(status) ? retryAfterMs(headers["retry-after"], now) : null,
    httpStatus: status,
    durationMs,
    error: succeeded ? null : problem,
    responseSnippet: bodySnippet,
  };
}
