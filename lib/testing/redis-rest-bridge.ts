import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Redis } from "ioredis";

/**
 * `hang` accepts and never answers, `refuse` closes the port, `nonsense` and `error` answer what nobody asked for, and
 * `lose` does what it is told and drops the connection instead of answering.
 */
export type BridgeFault = "none" | "hang" | "refuse" | "nonsense" | "error" | "lose";

export type RedisRestBridge = {
  url: string;
  token: string;
  /** The Redis behind the bridge, to arrange and inspect. */
  redis: Redis;
  /** HTTP requests that have arrived. */
  requests(): number;
  fail(fault: BridgeFault): Promise<void>;
  /** Stops the clock that scripts read at this time; null gives them the real one again. */
  setTime(time: Date | null): void;
  stop(): Promise<void>;
};

type Command = (string | number)[];
type Reply = { result: unknown } | { error: string };

const TOKEN = "bridge-token";

/** Speaks Upstash's REST protocol in front of a plain Redis, as Upstash's documents and SDK describe it. */
export async function startRedisRestBridge(redisUrl: string): Promise<RedisRestBridge> {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1 });
  const held = new Set<ServerResponse>();
  const state = { fault: "none" as BridgeFault, time: null as Date | null, requests: 0 };
  const server = createServer((request, response) => {
    state.requests++;
    if (state.fault === "hang") return void held.add(response);
    if (state.fault === "nonsense") return void response.end("<html>It works!</html>");
    if (state.fault === "error") return answer(response, 500, { error: "ERR the store is on fire" });
    const runOne = async (command: Command) => {
      const reply = await run(redis, command, state.time);
      if (state.fault === "lose" && "result" in reply) request.socket.destroy();
      return reply;
    };
    serve(request, response, runOne).catch((error: Error) => answer(response, 500, { error: error.message }));
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  };

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    token: TOKEN,
    redis,
    requests: () => state.requests,
    async fail(fault) {
      state.fault = fault;
      for (const response of held) response.destroy();
      held.clear();
      // Only a refusal touches open connections: the other faults must be met by a request that gets through.
      if (fault === "refuse" && server.listening) await close();
      if (fault !== "refuse" && !server.listening) await listen(port);
    },
    setTime(time) {
      state.time = time;
    },
    async stop() {
      if (server.listening) await close();
      redis.disconnect();
    },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, runOne: (command: Command) => Promise<Reply>) {
  const body = await readBody(request);
  if (request.headers.authorization !== `Bearer ${TOKEN}`) return answer(response, 401, { error: "Unauthorized" });
  const encode = request.headers["upstash-encoding"] === "base64" ? toBase64 : toText;
  const encodeReply = (reply: Reply) => ("error" in reply ? reply : { result: encode(reply.result) });

  if (request.url === "/pipeline" || request.url === "/multi-exec") {
    const commands = body as Command[];
    const replies = request.url === "/pipeline" ? commands : [["MULTI"], ...commands, ["EXEC"]];
    // Sent in one go and in order, so that MULTI, its commands and EXEC follow one another on the connection.
    const answers = await Promise.all(replies.map(runOne));
    if (request.url === "/pipeline") return answer(response, 200, answers.map(encodeReply));
    return answerTransaction(response, answers.at(-1)!, encodeReply);
  }
  const reply = await runOne(body as Command);
  answer(response, "error" in reply ? 400 : 200, encodeReply(reply));
}

function answerTransaction(response: ServerResponse, reply: Reply, encodeReply: (reply: Reply) => Reply) {
  if ("error" in reply) return answer(response, 400, reply);
  const results = (reply.result as unknown[]).map((item) =>
    encodeReply(item instanceof Error ? { error: item.message } : { result: item }),
  );
  answer(response, 200, results);
}

async function run(redis: Redis, command: Command, time: Date | null): Promise<Reply> {
  const [name, ...args] = atTime(command.map(String), time);
  if (name === undefined) return { error: "ERR empty command" };
  try {
    return { result: await redis.callBuffer(name, ...args) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

/** With the clock stopped a script is sent whole, and its call for the time is replaced by the time itself. */
function atTime(command: string[], time: Date | null): string[] {
  const [name = "", script = "", ...rest] = command;
  if (time === null) return command;
  if (name.toUpperCase() === "EVALSHA") return ["EVALSHA", "0".repeat(40), ...rest];
  if (name.toUpperCase() !== "EVAL") return command;
  const ms = time.getTime();
  const literal = `{"${Math.floor(ms / 1000)}", "${(ms % 1000) * 1000}"}`;
  return [name, script.replaceAll('redis.call("TIME")', literal), ...rest];
}

function toBase64(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(toBase64);
  if (!Buffer.isBuffer(result)) return result;
  return result.toString() === "OK" ? "OK" : result.toString("base64");
}

function toText(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(toText);
  return Buffer.isBuffer(result) ? result.toString() : result;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString() || "[]");
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
