import { request as httpRequest, type IncomingMessage, validateHeaderName, validateHeaderValue } from "node:http";
import { request as httpsRequest, type RequestOptions } from "node:https";
import { isIP, type LookupFunction, type TcpNetConnectOpts } from "node:net";
import { addressScope } from "@/lib/platform/address-guard";
import { bracketedCode, describeFailure, EgressFailed, EgressRefused, type Phase } from "@/lib/platform/egress-errors";
import { type Checked, keptConnections } from "@/lib/platform/kept-connections";
import { type Resolve, resolveByDns, resolveBySystem } from "@/lib/platform/resolve-host";
import { parseTarget, portOf, type Target } from "@/lib/platform/url-guard";

const TOTAL_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;
const CHECK_TIMEOUT_MS = 5_000;
const RESPONSE_CAP_BYTES = 1024;
const ADDRESSES_DIALLED_MAX = 4;
const ADDRESS_ATTEMPT_MIN_MS = 250;
const RESERVED_HEADERS =
  /^(host|connection|content-length|transfer-encoding|upgrade|expect|te|trailer|keep-alive|proxy-.*)$/i;

export type UrlRules = {
  /** For sandbox webhooks when the operator allows it: also http, with port 80, and local addresses. */
  allowInsecure?: boolean;
  resolve?: Resolve;
};

export type GuardedRequest = UrlRules & {
  url: string;
  method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  headers?: Record<string, string>;
  body?: Uint8Array | string;
  connectTimeoutMs?: number;
  totalTimeoutMs?: number;
  responseCapBytes?: number;
  /**
   * For callers to whom the status is the answer: how long its body may still take. One that takes longer or breaks off
   * is kept as far as it came.
   */
  bodyGraceMs?: number;
  /** PEM certificates to trust in place of the system's. */
  ca?: string;
  /**
   * For requests that may arrive twice: they may go over a connection that was kept from an earlier one, and are sent anew
   * when the host turns out to have closed it.
   */
  mayArriveTwice?: boolean;
};

export type GuardedResponse = {
  status: number;
  headers: Record<string, string>;
  bodySnippet: string;
  durationMs: number;
};

/**
 * Refuses, with EgressRefused, a URL that requests may never go to: anything but https to a public host, with user-info, or with a
 * port other than 443 below 1024. Every address of the host must be public. The answer holds for this moment only, which is why
 * `sendGuarded` checks again.
 */
export async function checkUrl(url: string, rules: UrlRules = {}): Promise<URL> {
  const target = parseTarget(url, rules);
  // A local receiver may be registered before it runs and before its name resolves.
  if (rules.allowInsecure && isIP(target.host) === 0) return target.url;
  try {
    await withDeadline(CHECK_TIMEOUT_MS, (signal) => resolveAllowed(target, rules, signal));
  } catch (error) {
    if (error instanceof EgressFailed) throw new EgressRefused("The host name could not be resolved.");
    throw error;
  }
  return target.url;
}

/**
 * Sends one request and returns whatever status came back. It resolves the host once, refuses unless all addresses are allowed, and
 * connects to one of those very addresses; Host header and certificate stay bound to the host name. The connection is its own
 * unless the request may arrive twice.
 * Redirects are not followed. One deadline covers all of it, and no more than the cap is read. A body that breaks off fails the
 * exchange unless a grace was given.
 */
export async function sendGuarded(request: GuardedRequest): Promise<GuardedResponse> {
  const startedAt = performance.now();
  const elapsedMs = () => Math.round(performance.now() - startedAt);
  const target = parseTarget(request.url, request);
  checkHeaders(request.headers ?? {});
  try {
    return await withDeadline(request.totalTimeoutMs ?? TOTAL_TIMEOUT_MS, async (signal) => {
      const addresses = await resolveAllowed(target, request, signal);
      const sending = { target, addresses, request, signal };
      const answer = await exchange({ ...sending, isKept: request.mayArriveTwice === true }).catch((error) => {
        if (error instanceof KeptTooLong) return exchange({ ...sending, isKept: false });
        throw error;
      });
      return { ...answer, durationMs: elapsedMs() };
    });
  } catch (error) {
    if (error instanceof EgressFailed) error.durationMs = elapsedMs();
    throw error;
  }
}

function checkHeaders(headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) {
    if (RESERVED_HEADERS.test(name)) throw new EgressRefused(`The header ${name} cannot be set.`);
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      throw new EgressRefused("A header has a name or value that is not allowed.");
    }
  }
}

/** One look-up, and all or nothing: a name with a single address that is not allowed is refused whole. */
async function resolveAllowed(target: Target, rules: UrlRules, signal: AbortSignal): Promise<string[]> {
  const addresses = isIP(target.host) ? [target.host] : await resolveHost(target.host, rules, signal);
  for (const address of addresses) {
    const scope = addressScope(address);
    // The address itself is not named: behind a split DNS that would map the inside network for a stranger.
    if (scope === "never" || (scope === "local" && !rules.allowInsecure)) {
      throw new EgressRefused("The host leads to an address that is not public.");
    }
  }
  return addresses.slice(0, ADDRESSES_DIALLED_MAX);
}

async function resolveHost(host: string, rules: UrlRules, signal: AbortSignal): Promise<string[]> {
  const resolve = rules.resolve ?? (rules.allowInsecure ? resolveBySystem : resolveByDns);
  let addresses: string[];
  try {
    addresses = await unlessAborted(resolve(host, signal), signal);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw new EgressFailed("dns", `The host name could not be resolved${bracketedCode(error)}.`);
  }
  if (addresses.length === 0) throw new EgressFailed("dns", "The host name has no address.");
  return addresses;
}

/** The host closed a kept connection before it answered, which says nothing about the request. */
class KeptTooLong extends Error {}

type Exchange = { target: Target; addresses: string[]; request: GuardedRequest; signal: AbortSignal; isKept: boolean };
type Answer = Omit<GuardedResponse, "durationMs">;

function exchange({ target, addresses, request, signal, isKept }: Exchange): Promise<Answer> {
  const connectTimeoutMs = request.connectTimeoutMs ?? CONNECT_TIMEOUT_MS;
  return new Promise((resolve, reject) => {
    let phase: Phase = "connect";
    let hasResponse = false;
    let isAnswered = false;
    const outgoing = openRequest({ target, addresses, request, connectTimeoutMs, isKept });
    const connectTimer = setTimeout(() => {
      reject(new EgressFailed("timeout", `No connection within ${connectTimeoutMs} ms.`));
    }, connectTimeoutMs);
    const ready = () => {
      phase = "answer";
      clearTimeout(connectTimer);
    };
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(connectTimer);
        if (!isAnswered) reject(signal.reason);
        outgoing.destroy();
      },
      { once: true },
    );
    outgoing.once("socket", (socket) => {
      if (outgoing.reusedSocket) return ready();
      if (target.url.protocol === "http:") return socket.once("connect", ready);
      socket.once("connect", () => {
        phase = "tls";
      });
      socket.once("secureConnect", ready);
    });
    outgoing.on("error", (error) => {
      const isStale = outgoing.reusedSocket && !hasResponse && /ECONNRESET|EPIPE/.test(bracketedCode(error));
      if (!isAnswered) reject(isStale ? new KeptTooLong() : describeFailure(error, phase));
    });
    // Node leaves a switched connection open and silent unless someone takes it.
    outgoing.once("upgrade", (_incoming, socket) => {
      socket.destroy();
      reject(new EgressFailed("protocol", "The host switched protocols unasked."));
    });
    outgoing.once("response", (incoming) => {
      hasResponse = true;
      isAnswered = request.bodyGraceMs !== undefined;
      readAnswer(incoming, request).then(resolve, (error) => reject(describeFailure(error, phase)));
    });
    outgoing.end(request.body);
  });
}

type Opening = Omit<Exchange, "signal"> & { connectTimeoutMs: number };

function openRequest({ target, addresses, request, connectTimeoutMs, isKept }: Opening) {
  const { url, host } = target;
  const checked = addresses.map((address) => ({ address, family: isIP(address) }));
  // The socket asks this for addresses and gets only those that were checked, so a name cannot change its mind in between.
  const answerChecked: LookupFunction = (_host, options, callback) =>
    options.all ? callback(null, checked) : callback(null, checked[0]!.address, checked[0]!.family);

  const options: RequestOptions &
    Checked &
    Pick<TcpNetConnectOpts, "autoSelectFamily" | "autoSelectFamilyAttemptTimeout"> = {
    method: request.method,
    host,
    port: portOf(url),
    path: url.pathname + url.search,
    headers: { ...request.headers, Host: url.host },
    agent: isKept ? keptConnections(url.protocol) : false,
    checkedAddresses: addresses,
    lookup: answerChecked,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: Math.max(ADDRESS_ATTEMPT_MIN_MS, Math.floor(connectTimeoutMs / checked.length)),
    servername: isIP(host) ? "" : host,
    rejectUnauthorized: true,
    ca: request.ca,
  };
  return url.protocol === "https:" ? httpsRequest(options) : httpRequest(options);
}

async function readAnswer(incoming: IncomingMessage, request: GuardedRequest): Promise<Answer> {
  const { responseCapBytes: capBytes = RESPONSE_CAP_BYTES, bodyGraceMs } = request;
  const chunks: Buffer[] = [];
  let size = 0;
  let isCut = false;
  const patience = bodyGraceMs === undefined ? undefined : setTimeout(() => incoming.destroy(), bodyGraceMs);
  try {
    if (capBytes > 0) {
      for await (const chunk of incoming) {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= capBytes) break;
      }
    }
  } catch (error) {
    if (bodyGraceMs === undefined) throw error;
    isCut = true;
  } finally {
    clearTimeout(patience);
  }
  const bytes = Buffer.concat(chunks).subarray(0, capBytes);
  // In stream mode the decoder leaves out a character that was cut in two. Postgres text refuses NUL.
  const text = new TextDecoder().decode(bytes, { stream: isCut || size >= capBytes });
  return {
    status: incoming.statusCode!,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
    ),
    bodySnippet: text.replaceAll("\u0000", "\ufffd"),
  };
}

/** Why a signal is given when nobody waits any more: without a reason the platform makes an error for each, with its stack. */
const OVER = "over";

/** Runs the work under one deadline. When it ends, either way, the signal calls off whatever is still open. */
async function withDeadline<T>(timeoutMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new EgressFailed("timeout", `No complete answer within ${timeoutMs} ms.`)),
    timeoutMs,
  );
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    controller.abort(OVER);
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}
