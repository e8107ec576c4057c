import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { GivingApiError, GivingConnectionError } from "./giving-errors.js";
import { OPERATIONS, type OperationId, type Operations } from "./operations.js";
import { retryDelayMs } from "./retry-delay.js";
import { signRequest } from "./sign-request.js";

export { GivingApiError, GivingConnectionError } from "./giving-errors.js";
export type * from "./operations.js";
export { type RequestToSign, signRequest } from "./sign-request.js";
export { type GivingDelivery, verifyGivingWebhook } from "./verify-giving-webhook.js";

export type GivingClientOptions = {
  /** Where the API answers, for example `https://partners.example.org`. */
  baseUrl: string;
  /** A secret key (`sk_…`). For reading, a publishable one (`pk_…`) will do. */
  key: string;
  /** The key's `hmacSecret`: 64 characters. */
  hmacSecret: string;
  /** Attempts of one call, the first included. 4 unless given. */
  attemptsMax?: number;
  /** How long one attempt may take. 30 seconds unless given. */
  timeoutMs?: number;
  /** The longest a Retry-After is waited for; a longer one is thrown. 60 seconds unless given. */
  waitMaxMs?: number;
  /** What sends, the clock in milliseconds and what waits, for tests. */
  fetch?: typeof fetch;
  now?: () => number;
  wait?: (ms: number) => Promise<unknown>;
};

/** One method for each signed operation: path, query and body in one object, the answer's body as the result. */
export type GivingClient = {
  [Id in OperationId]: Record<never, never> extends Operations[Id]["input"]
    ? (input?: Operations[Id]["input"]) => Promise<Operations[Id]["output"]>
    : (input: Operations[Id]["input"]) => Promise<Operations[Id]["output"]>;
};

type Fields = { [name: string]: unknown; code?: unknown };
type Prepared = { method: string; url: URL; body: string; isRepeatable: boolean };

/**
 * A client of the giving API for servers; it signs, so it holds a secret and has no place in a browser. What fails for a
 * passing reason is tried again with the same `idempotencyKey` and a fresh signature, unless that might do it twice.
 * Refusals are thrown as `GivingApiError`, silence as `GivingConnectionError`.
 */
export function createGivingClient(options: GivingClientOptions): GivingClient {
  const ids = Object.keys(OPERATIONS) as OperationId[];
  const methods = ids.map((id) => [
    id,
    async (input: Fields = {}) => call(options, prepare(options.baseUrl, id, input)),
  ]);
  // One method was made for each operation; what each takes and returns is what the operation's types say.
  return Object.fromEntries(methods) as GivingClient;
}

async function call(options: GivingClientOptions, prepared: Prepared): Promise<unknown> {
  const { attemptsMax = 4, waitMaxMs = 60_000, wait = pause, now = Date.now } = options;
  let signedAt = 0;
  for (let attempts = 1; ; attempts++) {
    // No two attempts of one second: a signature that was served once is refused.
    signedAt = Math.max(Math.floor(now() / 1000), signedAt + 1);
    try {
      return await attempt(options, prepared, signedAt.toString());
    } catch (failure) {
      const { isRepeatable } = prepared;
      const delayMs = retryDelayMs({ failure, attempts, isRepeatable, random: Math.random() });
      if (delayMs === null || delayMs > waitMaxMs || attempts >= attemptsMax) throw failure;
      await wait(delayMs);
    }
  }
}

async function attempt(options: GivingClientOptions, prepared: Prepared, timestamp: string): Promise<unknown> {
  const { method, url, body } = prepared;
  const { key, hmacSecret, timeoutMs = 30_000, fetch: send = fetch } = options;
  // What the URL parser made of the address is what goes over the wire, so that is what is signed.
  const target = url.pathname + url.search;
  const signature = signRequest({ hmacSecret, timestamp, method, target, body });
  const headers = {
    "X-Partner-Key": key,
    "X-Timestamp": timestamp,
    "X-Signature": signature,
    ...(body && { "Content-Type": "application/json" }),
  };
  const [response, text] = await silenceAsFailure(async () => {
    const signal = AbortSignal.timeout(timeoutMs);
    const init = { method, headers, redirect: "error", signal, ...(body && { body }) } as const;
    const answered = await send(url, init);
    return [answered, await answered.text()] as const;
  });
  const answer = parseJson(text);
  if (response.ok) return answer;
  // A partner of old clients may have it so: the first answer under 409, with the error's fields beside it.
  if (response.status === 409 && answer?.code === "IDEMPOTENT") return withoutErrorFields(answer);
  throw new GivingApiError({
    status: response.status,
    body: answer,
    requestId: response.headers.get("x-request-id"),
    retryAfterSeconds: secondsOf(response.headers.get("retry-after")),
  });
}

async function silenceAsFailure<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (cause) {
    throw new GivingConnectionError("No answer came from the server.", { cause });
  }
}

/** The request, but for time and signature: those are new in each attempt. */
function prepare(baseUrl: string, id: OperationId, input: Fields): Prepared {
  const { method, path, query, body: takesBody, idempotent, takesKey } = OPERATIONS[id];
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => segment(name, input[name]));
  const url = new URL(address, baseUrl);
  for (const name of query) {
    const value = input[name];
    if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
  }
  const rest = Object.entries(input).filter(([name]) => !inPath.includes(name) && !query.includes(name));
  const fields = { ...(takesKey && { idempotencyKey: randomUUID() }), ...Object.fromEntries(rest) };
  const isRepeatable = method === "GET" || idempotent || takesKey;
  return { method, url, body: takesBody ? JSON.stringify(fields) : "", isRepeatable };
}

/** One segment of a path. Dots alone would lead to another address, and nothing to the list. */
function segment(name: string, value: unknown): string {
  const text = value === undefined || value === null ? "" : String(value);
  if (text === "" || text === "." || text === "..") throw new TypeError(`${name} must name one thing`);
  return encodeURIComponent(text);
}

function withoutErrorFields({ statusCode: _, code: __, message: ___, ...answer }: Fields): Fields {
  return answer;
}

function parseJson(text: string): Fields | undefined {
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as Fields;
  } catch {
    return undefined;
  }
}

function secondsOf(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null;
}
