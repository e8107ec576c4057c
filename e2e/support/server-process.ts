import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const BUILT = ".next/server.mjs";
const READY_WITHIN_MS = 60_000;
const POLL_MS = 100;
const LOG_TAIL_LINES = 25;

export type ServerProcess = {
  url: string;
  pid: number;
  /** Resolves with the exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
  log(): string;
  /** Asks it to end and waits until it has. */
  stop(): Promise<number | null>;
  kill(): Promise<number | null>;
};

export type ServerOptions = {
  port: number;
  logFile: string;
  env?: Record<string, string | undefined>;
  /** What is run, unless it is the production build. */
  script?: string | undefined;
  /** Ends it, gracefully, even while it starts. */
  signal?: AbortSignal;
};

/** Starts the production build as `npm start` does, or another script, and returns once it is ready to serve. */
export async function startServer({
  port,
  logFile,
  env = {},
  script = BUILT,
  signal,
}: ServerOptions): Promise<ServerProcess> {
  const url = `http://localhost:${port}`;
  const out = openSync(logFile, "w");
  const child = spawn(process.execPath, ["--enable-source-maps", script], {
    env: { PUBLIC_BASE_URL: url, ...process.env, ...env, PORT: String(port), NODE_ENV: "production" },
    stdio: ["ignore", out, out],
  });
  closeSync(out);
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const end = (how: NodeJS.Signals) => {
    child.kill(how);
    return ended;
  };
  signal?.addEventListener("abort", () => void end("SIGTERM"));
  const log = () => readFileSync(logFile, "utf8").split("\n").slice(-LOG_TAIL_LINES).join("\n").trim();
  const server = { url, pid: child.pid!, ended, log, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
  try {
    await untilReady(url, child);
  } catch (error) {
    await end(signal?.aborted ? "SIGTERM" : "SIGKILL");
    throw new Error(`${(error as Error).message} Its last words:\n\n${log()}`);
  }
  return server;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (let last = "no answer"; Date.now() < deadline; await pause(POLL_MS)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error("The server ended while it started.");
    const answer = await fetch(`${url}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    if (answer) last = await answer.text();
    if (Date.now() + POLL_MS >= deadline) throw new Error(`The server did not become ready: ${last}.`);
  }
}

/** The first free port from `wanted` on; 0 takes any. */
export async function findFreePort(wanted: number): Promise<number> {
  for (let port = wanted; ; port += 1) {
    const free = await listensOn(port);
    if (free !== null) return free;
  }
}

function listensOn(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    // As the server does: on every address of the machine.
    probe.listen(port, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" ? (address?.port ?? null) : null));
    });
  });
}
