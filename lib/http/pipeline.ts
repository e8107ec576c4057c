import { nudgeOutbox } from "@/inngest/client";
import { type Endpoint, statusOf } from "@/lib/contract/endpoint";
import { Replayed } from "@/lib/domain/idempotency/replayed";
import { Existing } from "@/lib/domain/shared/existing";
import { ERRORS, Failure, fail } from "@/lib/errors";
import { corsHeaders, preflightHeaders } from "@/lib/http/cors";
import { type Answer, beginExchange, type Caller, type Exchange, type WireMessage } from "@/lib/http/exchange";
import { hashIdempotencyKey } from "@/lib/http/idempotency-key-hash";
import { charge, chargeAddress, chargeEndpoint, chargeFailure, refuseByLimit } from "@/lib/http/limits/charge";
import { readBodyOnce } from "@/lib/http/read-body";
import { readInput, requireJson } from "@/lib/http/read-input";
import { withReplayProtection } from "@/lib/http/replay-protection";
import type { Match, RouteTable } from "@/lib/http/route-table";
import { mayMeetFault, meetFault } from "@/lib/http/sandbox-fault";
import { usageBuffer } from "@/lib/http/usage-buffer";
import { logger } from "@/lib/platform/logger";
import { isDatabaseUnavailable } from "@/lib/platform/postgres-errors";

/** How soon to come back when the database is away: it usually is for a moment only. */
const UNAVAILABLE_RETRY_SECONDS = 2;

/**
 * Admits the caller. Whoever is not admitted is charged by address, never to a partner's bucket, and hears 429 once that
 * is used up (contract 4).
 */
async function admit(table: RouteTable, exchange: Exchange): Promise<Caller> {
  try {
    return await table.surface.admit(exchange);
  } catch (error) {
    if (error instanceof Failure && ERRORS[error.code].status < 500) await chargeFailure(exchange);
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
async function readPayload(exchange: Exchange, { body, method }: Endpoint): Promise<Buffer | null> {
  if (!body) return null;
  const bytes = method === "DELETE" ? await readBodyOnce(exchange) : null;
  if (bytes?.length === 0) return null;
  requireJson(exchange.message.header("content-type"));
  return readBodyOnce(exchange);
}

/** Runs the verb; its result leaves through the response schema, which drops what was not promised. */
async function act(
  table: RouteTable,
  exchange: Exchange,
  caller: Caller,
  { route, params }: Extract<Match, { kind: "route" }>,
): Promise<Answer> {
  const { endpoint, verb } = route;
  const body = await readPayload(exchange, endpoint);
  const input = readInput(endpoint, params, exchange.message.target, body);
  if (endpoint.issuesRewards) exchange.idempotencyKeyHash = hashIdempotencyKey(input);
  const result = await withReplayProtection(exchange, caller, () => {
    exchange.reachedVerb = true;
    return verb(caller.ctx, input);
  });
  if (result instanceof Replayed) return presentReplay(table, exchange, caller, result);
  return present(endpoint, result);
}

function present(endpoint: Endpoint, result: unknown): Answer {
  const headers: Record<string, string> = { "Cache-Control": "no-store" };
  if (endpoint.cacheSeconds) headers["Cache-Control"] = `private, max-age=${endpoint.cacheSeconds}`;
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
function presentReplay(table: RouteTable, exchange: Exchange, caller: Caller, replay: Replayed<unknown>): Answer {
  exchange.replayed = true;
  const answer = present(exchange.endpoint!, replay.value);
  answer.headers["X-Idempotent-Replay"] = "true";
  if (!caller.ctx.partner?.legacyReplay409 || answer.body === null) return answer;
  const failure = new Failure("idempotent");
  const body = { ...JSON.parse(answer.body), ...table.surface.printFailure(failure, exchange) };
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

function refusal(table: RouteTable, failure: Failure, exchange: Exchange): Answer {
  const status = statusOf(failure.code, exchange.endpoint);
  const headers: Record<string, string> = { "Cache-Control": "no-store" };
  const seconds = failure.retryAfterSeconds ?? (status === 503 ? UNAVAILABLE_RETRY_SECONDS : undefined);
  if (seconds !== undefined) headers["Retry-After"] = String(seconds);
  if (status === 429 && seconds !== undefined) headers["X-RateLimit-RetryAfter"] = String(seconds);
  return { status, headers, body: JSON.stringify(table.surface.printFailure(failure, exchange)) };
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
  const answer = refusal(table, new Failure("method_not_allowed"), exchange);
  answer.headers.Allow = allow;
  return answer;
}

async function answerRouted(
  table: RouteTable,
  match: Extract<Match, { kind: "route" }>,
  exchange: Exchange,
): Promise<Answer> {
  exchange.endpoint = match.route.endpoint;
  const caller = await admit(table, exchange);
  await chargeAndPermit(exchange, caller);
  if (mayMeetFault(caller)) await meetFault(exchange, caller);
  return act(table, exchange, caller, match);
}

/** Headers of every answer. Without a verdict of its own the request counts as anonymous traffic of its address. */
function finish(table: RouteTable, exchange: Exchange, answer: Answer): void {
  const { headers } = answer;
  headers["X-Request-Id"] = exchange.requestId;
  headers["X-Content-Type-Options"] = "nosniff";
  if (answer.body !== null) headers["Content-Type"] = "application/json; charset=utf-8";
  if (exchange.isLegacyKey) headers.Deprecation = "true";
  if (exchange.limit) Object.assign(headers, table.surface.limitHeaders(exchange.limit));
  if (exchange.endpoint?.auth === "widget") Object.assign(headers, corsHeaders(exchange.message, answer));
}

const USER_AGENT_MAX = 200;

/** What follows the answer: the usage row, and a nudge for the events a verb may have recorded. */
function afterwards(exchange: Exchange, answer: Answer): void {
  const { endpoint, identity, message } = exchange;
  if (endpoint && (identity.partnerId || identity.userId || identity.adminId)) {
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
      code: answer.status < 400 ? null : codeOf(answer),
      signatureValid: exchange.signatureValid,
      idempotencyKeyHash: exchange.idempotencyKeyHash,
      replayed: exchange.replayed,
      retryAfterSeconds: retryAfter === undefined ? null : Number(retryAfter),
      faultId: exchange.faultId,
      durationUs: Math.round((performance.now() - exchange.startedAt) * 1000),
      address: message.address,
      userAgent: message.header("user-agent")?.slice(0, USER_AGENT_MAX) ?? null,
      at: exchange.now,
    };
    usageBuffer().add(record, answer.status === 401 || answer.status === 403 ? null : identity.keyId);
  }
  if (exchange.reachedVerb && endpoint?.method !== "GET") nudgeOutbox();
}

function codeOf(answer: Answer): string | null {
  return (JSON.parse(answer.body ?? "{}") as { code?: string }).code ?? null;
}

/**
 * Takes one request through every step and always answers: whatever is thrown on the way becomes a documented error in
 * this one place. No step looks at the path.
 */
export async function serve(table: RouteTable, message: WireMessage): Promise<Answer> {
  const exchange = beginExchange(message);
  let answer: Answer;
  try {
    const match = table.match(message.method, exchange.pathname);
    answer =
      match.kind === "route"
        ? await answerRouted(table, match, exchange)
        : await answerUnrouted(table, match, exchange);
  } catch (error) {
    answer = refusal(table, toFailure(error, exchange), exchange);
  }
  if (!exchange.limit) await chargeAddress(exchange).catch(() => {});
  finish(table, exchange, answer);
  afterwards(exchange, answer);
  return answer;
}
