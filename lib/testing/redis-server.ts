import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { tmpdir } from "node:os";

const START_TIMEOUT_MS = 10_000;
/** Ends the server when its input closes: that happens however this process ends, even by SIGKILL. */
const WHILE_WE_LIVE = '"$@" & server=$!; read -r _; kill $server; wait $server';

/** Starts a Redis that keeps nothing, on a free loopback port; null when this machine has none and may install none. */
export async function startRedis(): Promise<{ url: string; stop(): Promise<void> } | null> {
  const binary = findRedisServer();
  if (!binary) return null;

  const port = await freePort();
  const settings = { port: String(port), bind: "127.0.0.1", save: "", appendonly: "no", dir: tmpdir() };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn("sh", ["-c", WHILE_WE_LIVE, "sh", binary, ...args], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = () => {
    child.stdin.end();
    return ended;
  };

  if (await accepting(port)) return { url: `redis://127.0.0.1:${port}`, stop };
  await stop();
  throw new Error(`${binary} did not answer on port ${port} within ${START_TIMEOUT_MS / 1000} s.`);
}

function findRedisServer(): string | null {
  return onPath() ?? (installFromDebian() ? onPath() : null);
}

function onPath(): string | null {
  const found = spawnSync("sh", ["-c", "command -v redis-server || command -v valkey-server"], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : null;
}

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log("No Redis is installed: installing Debian's package.");
  const install = () => aptGet("install", "--yes", "--no-install-recommends", "redis-server");
  return install() || (aptGet("update") && install());
}

function aptGet(...args: string[]): boolean {
  // RUNLEVEL=1 keeps Debian from starting the service: the tests start their own, on their own port.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  return spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], { env, stdio: "ignore" }).status === 0;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function accepting(port: number): Promise<boolean> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await connects(port))) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: "127.0.0.1" });
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
