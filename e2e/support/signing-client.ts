import { createHash, createHmac } from "node:crypto";
import { Agent, request as send } from "node:http";

/** A client of the API, written from the published contract alone: it shares no code with what it talks to. */

export type Credentials = { publicKey: string; secretKey?: string | null; hmacSecret?: string | null };

export type Call = {
  method?: "GET" | "POST" | "PATCH" | "DELETE" | "OPTIONS";
  /** The request target exactly as it goes on the wire: path and query, percent-encoding and all. */
  target: string;
  /** Text goes out as it stands; anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
};

export type Answer<T = Record<string, unknown>> = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  body: T;
  durationMs: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Lowercase hex HMAC-SHA-256 over timestamp, method, target and body hash; the secret is used as text. */
export function signature(
  hmacSecret: string,
  message: { timestamp: string; method: string; target: string; body: string },
): string {
  const bodyHash = createHash("sha256").update(message.body, "utf8").digest("hex");
  const payload = `${message.timestamp}${message.method}${message.target}${bodyHash}`;
  return createHmac("sha256", hmacSecret).update(payload, "utf8").digest("hex");
}

export class ApiClient {
  readonly baseUrl: string;
  private readonly headers: Record<string, string>;

  constructor(baseUrl: string, headers: Record<string, string> = {}) {
    this.baseUrl = baseUrl;
    this.headers = headers;
  }

  /** Without credentials of a partner. */
  send<T = Record<string, unknown>>({ method = "GET", target, body, headers }: Call): Promise<Answer<T>> {
    const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
    const type: Record<string, string> = text === "" ? {} : { "content-type": "application/json" };
    return exchange(this.baseUrl, { method, target, text, headers: { ...type, ...this.headers, ...headers } });
  }

  /** As a signed-in user. */
  as<T = Record<string, unknown>>(accessToken: string, call: Call): Promise<Answer<T>> {
    return this.send({ ...call, headers: { authorization: `Bearer ${accessToken}`, ...call.headers } });
  }

  /** Signed with a partner's HMAC secret; writes present the secret key. */
  signed<T = Record<string, unknown>>(keys: Credentials, call: Call): Promise<Answer<T>> {
    const text = call.body === undefined ? "" : typeof call.body === "string" ? call.body : JSON.stringify(call.body);
    const method = call.method ?? "GET";
    const timestamp = String(Math.floor(Date.now() / 1000));
    return this.send({
      ...call,
      method,
      body: text === "" ? undefined : text,
      headers: {
        "x-partner-key": keys.secretKey ?? keys.publicKey,
        "x-timestamp": timestamp,
        "x-signature": signature(keys.hmacSecret ?? "", { timestamp, method, target: call.target, body: text }),
        ...call.headers,
      },
    });
  }
}

type Wire = { method: string; target: string; text: string; headers: Record<string, string> };

function exchange<T>(baseUrl: string, { method, target, text, headers }: Wire): Promise<Answer<T>> {
  const { hostname, port } = new URL(baseUrl);
  const startedAt = performance.now();
  const length = text === "" ? {} : { "content-length": String(Buffer.byteLength(text)) };
  return new Promise((resolve, reject) => {
    const outgoing = send(
      { hostname, port, path: target, method, agent, headers: { ...headers, ...length } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const answer = Buffer.concat(chunks).toString("utf8");
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: answer,
            body: parse<T>(answer),
            durationMs: performance.now() - startedAt,
          });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(text);
  });
}

/** What is not JSON is an empty object to whoever reads fields of it; `text` has it as it came. */
function parse<T>(text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    return {} as T;
  }
}
