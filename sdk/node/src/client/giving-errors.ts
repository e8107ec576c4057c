import type { ErrorBody, GivingErrorCode } from "./operations.js";

/** What the API refused, in its own words: branch on `code`. */
export class GivingApiError extends Error {
  override readonly name = "GivingApiError";
  readonly status: number;
  /** The stable code; newer servers may know more of them than this package. */
  readonly code: GivingErrorCode | (string & {});
  readonly details: ErrorBody["details"];
  /** Names the request in logs and in support. */
  readonly requestId: string | null;
  /** How long the server asks to wait, where it does. */
  readonly retryAfterSeconds: number | null;

  constructor(answer: { status: number; body: unknown; requestId: string | null; retryAfterSeconds: number | null }) {
    const body = (typeof answer.body === "object" && answer.body !== null ? answer.body : {}) as Partial<ErrorBody>;
    super(body.message ?? `The server answered ${answer.status}.`);
    this.status = answer.status;
    this.code = body.code ?? "UNKNOWN";
    this.details = body.details;
    this.requestId = body.requestId ?? answer.requestId;
    this.retryAfterSeconds = answer.retryAfterSeconds;
  }
}

/** No answer came: the network failed or the time ran out. `cause` says which. A write may or may not have happened. */
export class GivingConnectionError extends Error {
  override readonly name = "GivingConnectionError";
}
