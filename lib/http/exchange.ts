import type { Endpoint } from "@/lib/contract/endpoint";
import type { ApiClientSnapshot } from "@/lib/domain/api-clients/snapshot";
import type { Ctx } from "@/lib/domain/context";
import type { Scope } from "@/lib/domain/keys/scopes";
import type { PartnerSnapshot } from "@/lib/domain/partners/snapshot";
import type { Environment } from "@/lib/domain/shared/schemas";
import type { KeyClass } from "@/lib/domain/usage/schemas";
import type { ErrorCode } from "@/lib/errors";
import type { Caps, LimitVerdict } from "@/lib/http/limits/limit-store";

/** A request as the wire brought it: no framework in it. */
export type WireMessage = {
  method: string;
  /** Path and query exactly as sent; the signature covers these characters. */
  target: string;
  /** By lower-case name; repeated headers arrive joined with ", ". */
  header: (name: string) => string | undefined;
  /** The client's address, told by the socket or by trusted proxies. */
  address: string;
  /** Reads the body's bytes once; fails with `payload_too_large` beyond the limit. */
  readBody: (limitBytes: number) => Promise<Buffer>;
};

export type Answer = { status: number; headers: Record<string, string>; body: string | null };

/** Whom a request turned out to come from, and what that caller may do. */
export type Caller = {
  ctx: Ctx & { partner?: PartnerSnapshot | null; environment?: Environment; client?: ApiClientSnapshot };
  /** Which bucket pays for the request. */
  bucket: string;
  caps: Caps;
  scopes: readonly Scope[] | "all";
  keyId: string | null;
  userId: string | null;
  /** The signature of a signed request, for replay protection. */
  signature: string | null;
};

/** Who presented a known key or token, even if the request was then refused; for the usage row. */
export type Identity = {
  partnerId: string | null;
  environment: Environment | null;
  keyId: string | null;
  keyClass: KeyClass | null;
  userId: string | null;
  adminId: string | null;
};

/** One request on its way through the pipeline, with what has become known of it. */
export type Exchange = {
  readonly message: WireMessage;
  readonly requestId: string;
  readonly now: Date;
  readonly startedAt: number;
  readonly pathname: string;
  endpoint: Endpoint | null;
  identity: Identity;
  /** The program that calls the directory API, known as soon as its key is. */
  client: ApiClientSnapshot | null;
  /** The id or slug in the path. */
  subjectId: string | null;
  /** The code that the answer carries; null for a success. */
  code: ErrorCode | null;
  /** What became of the signature; null where none was judged. */
  signatureValid: boolean | null;
  /** SHA-256 of the idempotency key of a call that issues rewards. */
  idempotencyKeyHash: string | null;
  /** The answer is that to an earlier request with the same idempotency key. */
  replayed: boolean;
  /** The sandbox fault that answers in the verb's place. */
  faultId: string | null;
  /** The key signs with its secret key itself: every answer to it says that this will end. */
  isLegacyKey: boolean;
  limit: LimitVerdict | null;
  body: Buffer | null;
  reachedVerb: boolean;
};

export const NOBODY: Identity = Object.freeze({
  partnerId: null,
  environment: null,
  keyId: null,
  keyClass: null,
  userId: null,
  adminId: null,
});

/** Names the request and reads the clock, once. */
export function beginExchange(message: WireMessage, requestId: string): Exchange {
  const question = message.target.indexOf("?");
  return {
    message,
    requestId,
    now: new Date(),
    startedAt: performance.now(),
    pathname: question === -1 ? message.target : message.target.slice(0, question),
    endpoint: null,
    identity: NOBODY,
    client: null,
    subjectId: null,
    code: null,
    signatureValid: null,
    idempotencyKeyHash: null,
    replayed: false,
    faultId: null,
    isLegacyKey: false,
    limit: null,
    body: null,
    reachedVerb: false,
  };
}
