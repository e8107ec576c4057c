import { nudgeOutbox } from "@/inngest/client";
import { type Endpoint, statusOf } from "@/lib/contract/endpoint";
import { Replayed } from "@/lib/domain/idempotency/replayed";
import { Download } from "@/lib/domain/shared/download";
import { Existing } from "@/lib/domain/shared/existing";
import { Prepared } from "@/lib/domain/shared/prepared";
import { ERRORS, Failure, fail } from "@/lib/errors";
import { outcomeOf } from "@/lib/http/audit-outcome";
import { corsHeaders, preflightHeaders } from "@/lib/http/cors";
import { type Answer, beginExchange, type Caller, type Exchange, type WireMessage } from "@/lib/http/exchange";
import { hashIdempotencyKey } from "@/lib/http/idempotency-key-hash";
import { charge, chargeAddress, chargeEndpoint, chargeFailure, refuseByLimit } from "@/lib/http/limits/charge";
import { readBodyOnce } from "@/lib/http/read-body";
import { readInput, requireJson } from "@/lib/http/read-input";
import { withReplayProtection } from "@/lib/http/replay-protection";
import type { Match, RouteTable } from "@/lib/http/route-table";
import { mayMeetFault, meetFault } from "@/lib/http/sandbox-fault";
import type { Surface } from "@/lib/http/surface";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { logger } from "@/lib/platform/logger";
import { isDatabaseUnavailable } from "@/lib/platform/postgres-errors";

/** How soon to come back when the database is away: it usually is for a moment only. */
const UNAVAILABLE_RETRY_SECONDS = 2;

/**
 * Admits the caller. Whoever is not admitted is charged by address, never to a partner's bucket, and hears 429 once that
 * is used up (contract 4).
 */
async function admit(surface: Surface, exchange: Exchange): Promise<Caller> {
  try {
    return await surface.admit(exchange);
  } catch (error) {
    // A client that is known but not served costs its address nothing: it has been identified.
    const isRefused = error instanceof Failure && ERRORS[error.code].status < 500 && !exchange.client;
    if (isRefused) await chargeFailure(exchange, surface.failureCaps);
    throw error;
  }
}

const NEEDS_PARTNER = new Set<Endpoint["auth"]>(["widget", "signed", "signed-secret"]);

/** What the caller may do here: role, production access, then feature, then scope (contract 3.2, steps 10 and 11). */
function requirePermission(endpoint: Endpoint, { ctx, scopes }: Caller): void {
  const { actor, partner, environment } = ctx;
  if (endpoint.roles && !(actor.type === "admin" && endpoint.roles.includes(actor.role))) {
    fail("forbidden", { details: { role: actor.type === "admin" ? actor.role : null, allowed: endpoint.roles } });
  }
  if (!partner && NEEDS_PARTNER.has(endpoint.auth)) fail("partner_not_found");
  if (partner && environment === "production" && endpoint.auth !== "token") {
    const access = partner.productionAccess;
    if (access !== "APPROVED" && access !== "LIVE") fail("production_not_approved");
    if (endpoint.issuesRewards && access !== "LIVE") fail("go_live_incomplete");
  }
  if (endpoint.feature && partner && !partner.enabledFeatures.includes(endpoint.feature)) {
    fail("feature_not_enabled", { details: { feature: endpoint.feature } });
  }
  if (endpoint.scope && scopes !== "all" && !scopes.includes(endpoint.scope)) {
    fail("insufficient_scope", { details: { scope: endpoint.scope } });
  }
}

const COST_MAX = 100;

/** What a call counts as. A body that cannot be read, or counts as too many, is refused later: it counts as one. */
async function costOf(cost: NonNullable<Endpoint["cost"]>, exchange: Exchange): Promise<number> {
  const bytes = await readBodyOnce(exchange);
  try {
    const counted = cost(JSON.parse(bytes?.toString("utf8") ?? ""));
    return Number.isInteger(counted) && counted >= 1 && counted <= COST_MAX ? counted : 1;
  } catch {
    return 1;
  }
}
const MINUTES_PER_HOUR = 60;

/** Charges the caller, whatever becomes of the request; a missing permission is told before a used-up limit. */
async function chargeAndPermit(exchange: Exchange, caller: Caller): Promise<void> {
  const endpoint = exchange.endpoint!;
  const cost = endpoint.cost ? await costOf(endpoint.cost, exchange) : 1;
  const allowed = await charge(exchange, caller.bucket, caller.caps, cost);
  requirePermission(endpoint, caller);
  if (!allowed) refuseByLimit(exchange);
  const { id, addressLimitPerHour: perHour, addressLimitPerMinute: perMinute } = endpoint;
  if (perHour) await chargeEndpoint(exchange, id, { hour: perHour, minute: perHour });
  if (perMinute) await chargeEndpoint(exchange, id, { hour: perMinute * MINUTES_PER_HOUR, minute: perMinute });
}

/** The JSON body's bytes. A DELETE may come without one: it then says in its query what the body would say. */
async function readPayload(surface: Surface, exchange: Exchange, { body, method }: Endpoint): Promise<Buffer | null> {
  if (!body) return null;
  const bytes = method === "DELETE" ? await readBodyOnce(exchange) : null;
  if (bytes?.length === 0) return null;
  if (!surface.isLenient) requireJson(exchange.message.header("content-type"));
  return readBodyOnce(exchange);
}

/** Runs the verb; its result leaves through the response schema, which drops what was not promised. */
async function act(
  exchange: Exchange,
  caller: Caller,
  { route, params }: Extract<Match, { kind: "route" }>,
): Promise<Answer> {
  const { endpoint, verb, surface } = route;
  const body = await readPayload(surface, exchange, endpoint);
  const { target } = exchange.message;
  const input = readInput(endpoint, params, { target, body, isLenient: surface.isLenient });
  if (endpoint.readsUsage) await usageBuffer().flush();
  if (endpoint.issuesRewards) exchange.idempotencyKeyHash = hashIdempotencyKey(input);
  const result = await withReplayProtection(exchange, caller, () => {
    exchange.reachedVerb = true;
    return verb(caller.ctx, input);
  });
  if (result instanceof Replayed) return presentReplay(surface, exchange, caller, result);
  return present(surface, exchange, result);
}

function presentFile({ filename, contentType, body }: Download, headers: Record<string, string>): Answer {
  headers["Content-Type"] = contentType;
  headers["Content-Disposition"] = `attachment; filename="${filename}"`;
  return { status: 200, headers, body };
}

/** The body in the API's envelope; `data` that is ready-made JSON goes into it as it stands. */
function presentInEnvelope(endpoint: Endpoint, result: unknown, around: Record<string, unknown>): string {
  if (result instanceof Prepared) {
    return `{"data":${result.dataJson},"meta":${JSON.stringify({ ...around, ...(result.meta as object | undefined) })}}`;
  }
  // Every response of such an API is an object with `data`, and perhaps `meta`.
  const { data, meta } = endpoint.response!.parse(result) as { data: unknown; meta?: object };
  return JSON.stringify({ data, meta: { ...around, ...meta } });
}

function present(surface: Surface, exchange: Exchange, result: unknown): Answer {
  const endpoint = exchange.endpoint!;
  const headers: Record<string, string> = { "Cache-Control": "no-store" };
  if (endpoint.cacheSeconds) headers["Cache-Control"] = `private, max-age=${endpoint.cacheSeconds}`;
  if (result instanceof Download) return presentFile(result, headers);
  const around = surface.metaOf?.(exchange, endpoint);
  if (around) return { status: endpoint.status, headers, body: presentInEnvelope(endpoint, result, around) };
  if (endpoint.response && result instanceof Existing) {
    return { status: 200, headers, body: JSON.stringify(endpoint.response.parse(result.value)) };
  }
  for (const [status, alternative] of Object.entries(endpoint.alternatives ?? {})) {
    // Of the same shape as the answer itself: the verb says which by `Existing`.
    if (alternative.response === endpoint.response) continue;
    const parsed = alternative.response.safeParse(result);
    if (parsed.success) return { status: Number(status), headers, body: JSON.stringify(parsed.data) };
  }
  const body = endpoint.response ? JSON.stringify(endpoint.response.parse(result)) : null;
  return { status: endpoint.status, headers, body };
}

/** The first answer again. Partners with the compatibility flag get it as a 409 that holds the original body. */
function presentReplay(surface: Surface, exchange: Exchange, caller: Caller, replay: Replayed<unknown>): Answer {
  exchange.replayed = true;
  const answer = present(surface, exchange, replay.value);
  answer.headers["X-Idempotent-Replay"] = "true";
  if (!caller.ctx.partner?.legacyReplay409 || answer.body === null) return answer;
  const failure = new Failure("idempotent");
  const body = { ...JSON.parse(answer.body), ...surface.printFailure(failure, exchange) };
  return { ...answer, status: ERRORS.idempotent.status, body: JSON.stringify(body) };
}

/** Any error as a documented refusal; what is unknown is logged with its cause, and its text stays here. */
function toFailure(error: unknown, exchange: Exchange): Failure {
  if (error instanceof Failure) return error;
  if (isDatabaseUnavailable(error)) {
    logger.warn({ err: error, requestId: exchange.requestId }, "database unavailable");
    return new Failure("service_unavailable", { retryAfterSeconds: UNAVAILABLE_RETRY_SECONDS });
  }
  logger.error({ err: error, requestId: exchange.requestId, route: exchange.endpoint?.path }, "request failed");
  return new Failure("internal_error");
}

function refusal(surface: Surface, thrown: Failure, exchange: Exchange): Answer {
  const failure = surface.translate(thrown);
  exchange.code = failure.code;
  const status = statusOf(failure.code, exchange.endpoint);
  const headers: Record<string, string> = { "Cache-Control": "no-store" };
  const seconds = failure.retryAfterSeconds ?? (status === 503 ? UNAVAILABLE_RETRY_SECONDS : undefined);
  if (seconds !== undefined) headers["Retry-After"] = String(seconds);
  if (status === 429 && seconds !== undefined) headers["X-RateLimit-RetryAfter"] = String(seconds);
  return { status, headers, body: JSON.stringify(surface.printFailure(failure, exchange)) };
}

/** Paths and methods that do not exist, and preflights, are anonymous traffic. */
async function answerUnrouted(table: RouteTable, match: Match, exchange: Exchange): Promise<Answer> {
  await chargeAddress(exchange);
  if (match.kind !== "method") fail("route_not_found");
  const allow = match.allow.join(", ");
  if (exchange.message.method === "OPTIONS") {
    const headers = match.cors ? preflightHeaders(exchange.message, allow) : {};
    return { status: 204, headers: { Allow: allow, ...headers }, body: null };
  }
  const answer = refusal(table.surface, new Failure("method_not_allowed"), exchange);
  answer.headers.Allow = allow;
  return answer;
}

async function answerRouted(match: Extract<Match, { kind: "route" }>, exchange: Exchange): Promise<Answer> {
  exchange.endpoint = match.route.endpoint;
  exchange.subjectId = match.params.id ?? null;
  const caller = await admit(match.route.surface, exchange);
  await chargeAndPermit(exchange, caller);
  if (mayMeetFault(caller)) await meetFault(exchange, caller);
  return act(exchange, caller, match);
}

/** Headers of every answer. Without a verdict of its own the request counts as anonymous traffic of its address. */
function finish(surface: Surface, exchange: Exchange, answer: Answer): void {
  const { headers } = answer;
  headers["X-Request-Id"] = exchange.requestId;
  headers["X-Content-Type-Options"] = "nosniff";
  if (answer.body !== null) headers["Content-Type"] ??= "application/json; charset=utf-8";
  if (exchange.isLegacyKey) headers.Deprecation = "true";
  Object.assign(headers, surface.headers(exchange));
  if (exchange.endpoint?.auth === "widget") Object.assign(headers, corsHeaders(exchange.message, answer));
}

const USER_AGENT_MAX = 200;
const SUBJECT_ID_MAX = 200;

/** Refused calls without a caller stand in the log where the contract wants every attempt: not once they are a flood. */
function isLogged({ endpoint, identity, client }: Exchange, { status }: Answer): boolean {
  if (!endpoint) return false;
  if (endpoint.audit) return client !== null || status === 401;
  return Boolean(identity.partnerId || identity.userId || identity.adminId);
}

/** What the log says of an attempted call of the directory API beside the rest (directory contract 1.4). */
function auditOf(exchange: Exchange, { audit, apiScope }: Endpoint) {
  if (!audit) return { eventType: null, subjectType: null, subjectId: null, outcome: null, metadata: null };
  const { client, identity } = exchange;
  const outcome = outcomeOf(exchange);
  return {
    eventType: audit.eventType,
    subjectType: audit.subjectType,
    subjectId: exchange.subjectId?.slice(0, SUBJECT_ID_MAX) ?? null,
    outcome,
    metadata: {
      requiredScope: apiScope,
      ...(client && { apiKeyId: identity.keyId }),
      ...(outcome !== "allowed" && { reason: exchange.code }),
      ...(outcome === "rate_limited" && { limit: client?.rateLimitPerMinute }),
    },
  };
}

/** What follows the answer: the usage row, and a nudge for the events a verb may have recorded. */
function afterwards(exchange: Exchange, answer: Answer): void {
  const { endpoint, identity, message, client } = exchange;
  if (endpoint && isLogged(exchange, answer)) {
    const retryAfter = answer.headers["Retry-After"];
    const record = {
      id: exchange.requestId,
      partnerId: identity.partnerId,
      environment: identity.environment,
      apiKeyId: identity.keyId,
      keyClass: identity.keyClass,
      portalUserId: identity.userId,
      adminId: identity.adminId,
      method: message.method,
      route: endpoint.path,
      status: answer.status,
      code: exchange.code && endpoint.api !== "directory" ? exchange.code.toUpperCase() : exchange.code,
      signatureValid: exchange.signatureValid,
      idempotencyKeyHash: exchange.idempotencyKeyHash,
      replayed: exchange.replayed,
      retryAfterSeconds: retryAfter === undefined ? null : Number(retryAfter),
      faultId: exchange.faultId,
      durationUs: Math.round((performance.now() - exchange.startedAt) * 1000),
      address: message.address,
      userAgent: message.header("user-agent")?.slice(0, USER_AGENT_MAX) ?? null,
      at: exchange.now,
      apiClientId: client?.id ?? null,
      ...auditOf(exchange, endpoint),
    };
    // The directory's key is used by whoever it names, served or not (its contract's 1.1); nobody else is named by one.
    const isUsed = endpoint.audit !== undefined || (answer.status !== 401 && answer.status !== 403);
    usageBuffer().add(record, isUsed ? identity.keyId : null);
  }
  if (exchange.reachedVerb && endpoint?.method !== "GET") nudgeOutbox();
}

/**
 * Takes one request through every step and always answers: whatever is thrown on the way becomes a documented error in
 * this one place. No step looks at the path.
 */
export async function serve(table: RouteTable, message: WireMessage): Promise<Answer> {
  const exchange = beginExchange(message, table.surface.newRequestId());
  let { surface } = table;
  let answer: Answer;
  try {
    const match = table.match(message.method, exchange.pathname);
    if (match.kind === "route") surface = match.route.surface;
    answer =
      match.kind === "route" ? await answerRouted(match, exchange) : await answerUnrouted(table, match, exchange);
  } catch (error) {
    answer = refusal(surface, toFailure(error, exchange), exchange);
  }
  if (!exchange.limit) await chargeAddress(exchange).catch(() => {});
  finish(surface, exchange, answer);
  afterwards(exchange, answer);
  return answer;
}
