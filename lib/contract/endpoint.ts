import { z } from "zod";
import type { AdminRole } from "@/lib/domain/admins/schemas";
import type { ApiScope } from "@/lib/domain/api-clients/scopes";
import type { Scope } from "@/lib/domain/keys/scopes";
import type { Feature } from "@/lib/domain/partners/statuses";
import { ERRORS, type ErrorCode } from "@/lib/errors";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * How a caller proves who it is. `none`: not at all. `token`: a user token (JWT). `widget`: a publishable key from a
 * browser, or any signed key. `signed`: a signed key or a user token. `signed-secret`: a signed secret key or a user
 * token. `admin`: an administrator's token. `scoped`: a key of an API client (directory API).
 */
export type Auth = "none" | "token" | "widget" | "signed" | "signed-secret" | "admin" | "scoped";

/** Further successes, each with its own body, by status. */
export type Alternatives = Record<number, { description: string; response: z.ZodType }>;

/** One promise of an API: address, who may call, what goes in and out, and every code the verb itself can answer. */
export type Endpoint<
  A extends Auth = Auth,
  P extends z.ZodType | undefined = z.ZodType | undefined,
  Q extends z.ZodType | undefined = z.ZodType | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
  R extends z.ZodType | undefined = z.ZodType | undefined,
  X extends Alternatives | undefined = Alternatives | undefined,
> = {
  method: Method;
  path: `/${string}`;
  /** Name of the operation in documents and generated clients. */
  id: string;
  tag: string;
  summary: string;
  description?: string;
  auth: A;
  /** Whose envelope, codes and headers the answers carry; those of the giving API unless said. */
  api?: "directory";
  scope?: Scope;
  /** The scope that the API client must hold (directory contract 1.3). */
  apiScope?: ApiScope;
  /** How the usage log labels an attempted call (directory contract 1.4). */
  audit?: { eventType: string; subjectType: string };
  /** What `meta.contentRules` states (directory contract 3.1). */
  contentRules?: Readonly<Record<string, unknown>>;
  /** Answers from the usage log: what waits to be written there is written first. */
  readsUsage?: boolean;
  /** Administrators who may call this; all of them, unless named. */
  roles?: readonly AdminRole[];
  /** Open to administrators who have yet to enrol the second factor that this installation requires. */
  beforeEnrolment?: boolean;
  feature?: Feature;
  /** Served to users of partners that are not active (contract 1.5). */
  anyStatus?: boolean;
  /** Issues rewards: in production only once the partner is live (contract 1.6). */
  issuesRewards?: boolean;
  /** Idempotent by a business key, so a replayed signature changes nothing (contract 3.3). */
  idempotent?: boolean;
  /** Calls an hour and client address, for the endpoints anyone may call. */
  addressLimitPerHour?: number;
  /** Calls a minute and client address, beside the key's own limit. */
  addressLimitPerMinute?: number;
  bodyLimitBytes?: number;
  /** How many requests a call counts as, by its body as it came; 1 unless said. */
  cost?: (body: unknown) => number;
  params?: P;
  query?: Q;
  body?: B;
  /** Absent for answers without a body. */
  response?: R;
  status: number;
  alternatives?: X;
  cacheSeconds?: number;
  errors: readonly ErrorCode[];
  /** Where a code means another status here than everywhere else. */
  statuses?: Partial<Record<ErrorCode, number>>;
};

/** Declares an endpoint, keeping the exact types of its schemas. */
export function endpoint<
  const A extends Auth,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | undefined = undefined,
  X extends Alternatives | undefined = undefined,
>(declared: Endpoint<A, P, Q, B, R, X>): Endpoint<A, P, Q, B, R, X> {
  return declared;
}

type Schema = z.ZodType | undefined;
type Out<S> = S extends z.ZodType ? z.output<S> : unknown;
type In<S> = S extends z.ZodType ? z.input<S> : unknown;
type Any<
  A extends Auth = Auth,
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
> = Endpoint<A, P, Q, B, Schema, Alternatives | undefined>;

/** What a verb receives: path, query and body in one object. */
export type InputOf<E> = E extends Any<Auth, infer P, infer Q, infer B> ? Out<P> & Out<Q> & Out<B> : never;

/** What a caller writes, before defaults and conversions. */
export type CallOf<E> = E extends Any<Auth, infer P, infer Q, infer B> ? In<P> & In<Q> & In<B> : never;

/** What a verb returns and a caller receives: the response, or the body of an alternative success. */
export type ResponseOf<E> =
  E extends Endpoint<Auth, Schema, Schema, Schema, infer R, infer X>
    ? // biome-ignore lint/suspicious/noConfusingVoidType: a verb without an answer returns nothing.
        | (R extends z.ZodType ? z.output<R> : void)
        | (X extends Alternatives ? z.output<X[keyof X & number]["response"]> : never)
    : never;

export type AuthOf<E> = E extends Any<infer A> ? A : never;

/** The status of a code where this endpoint answers it. */
export function statusOf(code: ErrorCode, declared?: Pick<Endpoint, "statuses"> | null): number {
  return declared?.statuses?.[code] ?? ERRORS[code].status;
}

function directoryErrorsOf(declared: Endpoint): ErrorCode[] {
  const codes = new Set<ErrorCode>(["internal_error", "service_unavailable", "rate_limit_exceeded"]);
  const add = (...more: readonly ErrorCode[]) => {
    for (const code of more) codes.add(code);
  };
  add(...declared.errors);
  if (declared.params || declared.query || declared.body) add("validation_failed");
  if (declared.body) add("malformed_json", "payload_too_large");
  if (declared.auth === "scoped") add("missing_api_key", "invalid_api_key", "client_inactive", "missing_scope");
  if (declared.auth === "admin") add("invalid_token", "token_expired", "account_disabled", "totp_enrolment_required");
  if (declared.roles) add("forbidden");
  return [...codes];
}

/** Every code an endpoint can answer: its verb's own and those the pipeline adds for its kind of caller. */
export function errorsOf(declared: Endpoint): ErrorCode[] {
  if (declared.api === "directory") return directoryErrorsOf(declared);
  const codes = new Set<ErrorCode>(declared.errors);
  const add = (...more: ErrorCode[]) => {
    for (const code of more) codes.add(code);
  };
  add("validation_error", "rate_limit_exceeded", "internal_error", "service_unavailable");
  if (declared.body) add("malformed_json", "payload_too_large", "unsupported_media_type");
  if (declared.auth !== "none" && declared.auth !== "widget") {
    add("invalid_token", "token_expired", "account_disabled");
  }
  if (declared.auth === "admin" && !declared.beforeEnrolment) add("totp_enrolment_required");
  if (declared.roles) add("forbidden");
  if (declared.auth === "none" || declared.auth === "token" || declared.auth === "admin") return [...codes];
  add("missing_partner_key", "invalid_api_key", "api_key_revoked", "api_key_expired", "ip_not_allowed");
  add("missing_signature", "invalid_timestamp", "timestamp_out_of_range", "invalid_signature");
  add("partner_suspended", "partner_not_active", "production_not_approved");
  if (declared.auth === "widget") add("origin_not_allowed");
  else add("partner_not_found");
  if (declared.auth === "signed-secret") add("secret_key_required");
  const isSignedWrite = declared.auth === "signed-secret" || (declared.auth === "widget" && declared.method !== "GET");
  if (isSignedWrite && !declared.idempotent) add("duplicate_request");
  if (declared.scope) add("insufficient_scope");
  if (declared.feature) add("feature_not_enabled");
  if (declared.issuesRewards) add("go_live_incomplete");
  return [...codes];
}

/** Names of the fields that a schema of a contract takes. */
export function fieldsOf(schema: Schema): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

export const BODY_LIMIT_BYTES = 256 * 1024;
