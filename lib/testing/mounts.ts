import { once } from "node:events";
import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { nextHandlers } from "@/lib/http/adapters/next";
import { addressOf, answerNode } from "@/lib/http/adapters/node";
import type { RouteTable } from "@/lib/http/route-table";
import { givingRoutes } from "@/lib/http/routes/giving";
import { wireRequest } from "@/lib/platform/wire-request";
import { type Answered, requireSoundAnswer } from "@/lib/testing/answers";
import type { Call } from "@/lib/testing/call";

/** A surface behind a real HTTP server on the loopback interface. */
export type Mounted = {
  port: number;
  table: RouteTable;
  /** Sends a call and checks what every answer must be like, whatever it says. */
  call: (call: Call) => Promise<Answered>;
  /** Sends these bytes as they are; resolves with all that came back once the server closes the connection. */
  sendRaw: (bytes: string | Buffer) => Promise<string>;
  close: () => Promise<void>;
};

export type Mount = { name: string; start: (table?: RouteTable) => Promise<Mounted> };

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const NO_BODY = new Set(["GET", "HEAD"]);

/** As Next makes it from Node's request: names folded, repeated headers joined, the target parsed as a URL. */
function toWebRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of [value].flat()) if (each !== undefined) headers.append(name, each);
  }
  const method = request.method ?? "GET";
  // Next hands Node's stream over as it is, and undici reads it when asked; the type library knows only web streams.
  const body = NO_BODY.has(method) ? null : (request as unknown as ReadableStream);
  const init = { method, headers, body, duplex: "half" };
  return new Request(`http://${request.headers.host ?? "localhost"}${request.url}`, init);
}

async function answerAsNext(table: RouteTable, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handlers: Record<string, (request: Request) => Promise<Response>> = nextHandlers(table);
  const handler = handlers[request.method ?? "GET"];
  if (!handler) {
    response.writeHead(405).end();
    return;
  }
  const answer = await handler(toWebRequest(request));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

function mount(name: string, listenerFor: (table: RouteTable) => Listener): Mount {
  return { name, start: (table = givingRoutes) => listen(table, listenerFor(table)) };
}

async function listen(table: RouteTable, listener: Listener): Promise<Mounted> {
  const running = new Set<Promise<unknown>>();
  const server = createServer((request, response) => {
    const answering = listener(request, response)
      .catch(() => response.destroy())
      .finally(() => running.delete(answering));
    running.add(answering);
  });
  // Longer than any test: a connection that the server closes while the client takes it up again would be reset.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  return {
    port,
    table,
    call: async (call) => {
      const answered = await send(port, call, agent);
      requireSoundAnswer(table, call, answered);
      return answered;
    },
    sendRaw: (bytes) => sendRaw(port, bytes),
    close: async () => {
      agent.destroy();
      const closed = once(server, "close");
      server.close().closeAllConnections();
      await Promise.all([closed, ...running]);
    },
  };
}

// Counted from anywhere, so that none comes twice in a file, nor soon in the next one.
let lastAddress = Math.floor(Math.random() * 2 ** 24);

/** An address that no other test uses. */
export function newAddress(): string {
  lastAddress = (lastAddress + 1) % 2 ** 24;
  return [10, lastAddress >> 16, (lastAddress >> 8) & 255, lastAddress & 255].join(".");
}

/** One request over HTTP, the target exactly as given; checks nothing. */
export function send(port: number, call: Call, agent?: Agent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: "127.0.0.1",
      port,
      agent,
      method: call.method ?? "GET",
      path: call.target,
      headers: {
        "X-Forwarded-For": call.address ?? newAddress(),
        ...(call.body !== undefined && { "Content-Length": String(Buffer.byteLength(call.body)) }),
        ...call.headers,
      },
    });
    request.once("error", reject);
    request.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () => resolve(answeredOf(response, Buffer.concat(chunks).toString("utf8"))));
    });
    request.end(call.body);
  });
}

function answeredOf(response: IncomingMessage, text: string): Answered {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) headers[name] = [value].flat().join(", ");
  const isJson = response.headers["content-type"]?.startsWith("application/json");
  const body = text === "" || !isJson ? null : JSON.parse(text);
  return { status: response.statusCode ?? 0, code: body?.code ?? null, headers, text, body };
}

function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.once("error", reject);
    socket.once("close", () => resolve(Buffer.concat(chunks).toString("utf8")));
  });
}

const fastLane = mount("fast lane", (table) => (request, response) => answerNode(table, request, response));

const routeHandlers = mount(
  "Next's route handlers",
  (table) => (request, response) =>
    wireRequest.run({ target: request.url ?? "/", address: addressOf(request), headers: request.headers }, () =>
      answerAsNext(table, request, response),
    ),
);

/** As any other host of Next runs them: nobody hands over the target as it came on the wire. */
export const routeHandlersAlone = mount(
  "Next's route handlers under another server",
  (table) => (request, response) => answerAsNext(table, request, response),
);

/** Both ways in which a request reaches a surface; every route test runs through each. */
export const mounts: readonly Mount[] = [fastLane, routeHandlers];

/**
 * Generated cases to go through with a way: all of them with the first, and with the others, which differ from it in how
 * bytes come and go and know no endpoint, the first of each kind.
 */
export function casesThrough<T>(mount: Pick<Mount, "name">, cases: readonly T[], kindOf: (each: T) => string): T[] {
  if (mount.name === fastLane.name) return [...cases];
  return cases.filter((each, index) => cases.findIndex((other) => kindOf(other) === kindOf(each)) === index);
}
