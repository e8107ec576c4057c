import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort, type ServerProcess, startServer } from "@/e2e/support/server-process";

export type BenchServer = ServerProcess & { port: number };

const FIRST_PORT = 4310;

/** Names of this shell that would change what is measured. */
const UNSET = Object.fromEntries(
  [
    "DATABASE_URL",
    "UPSTASH_REDIS_REST_URL",
    "INNGEST_DEV",
    "INNGEST_BASE_URL",
    "INNGEST_EVENT_KEY",
    "INNGEST_SIGNING_KEY",
    "SMTP_URL",
    "NODE_OPTIONS",
  ].map((name) => [name, undefined]),
);

/** Servers of one production build, on one embedded database in a folder that goes away with them. */
export class BenchServers {
  private readonly folder = mkdtempSync(join(tmpdir(), "portico-bench-"));
  private readonly running: BenchServer[] = [];
  private readonly secrets = {
    KEY_ENCRYPTION_KEY: randomBytes(32).toString("hex"),
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    JWT_SECRET: randomBytes(32).toString("hex"),
  };

  constructor() {
    // The database's own account must be able to pass through.
    chmodSync(this.folder, 0o755);
    // The factories encrypt the keys they make; the servers must be able to read them.
    Object.assign(process.env, this.secrets);
  }

  /** `script` is what the server runs instead of the product's build. */
  async start(more: Record<string, string> = {}, script?: string): Promise<BenchServer> {
    const port = await findFreePort(FIRST_PORT);
    const settings = {
      PORTICO_DATA_DIR: this.folder,
      PORTICO_BENCH: "true",
      LOG_LEVEL: "warn",
      ...this.secrets,
      ...more,
    };
    const logFile = join(this.folder, `server-${port}.log`);
    const server = { ...(await startServer({ port, logFile, script, env: { ...UNSET, ...settings } })), port };
    this.running.push(server);
    return server;
  }

  /** Puts an answer where the yardstick of long answers finds it. */
  recordAnswer(text: string): void {
    writeFileSync(join(this.folder, "bench-answer.json"), text);
  }

  async stop(server: BenchServer): Promise<void> {
    this.running.splice(this.running.indexOf(server), 1);
    await server.stop();
  }

  /** Where the embedded database listens, as the data folder says. */
  database(): { url: string; host: string; port: number; password: string } {
    const { password, port } = JSON.parse(readFileSync(join(this.folder, "postgres.json"), "utf8"));
    return { url: databaseUrl(password, port), host: "127.0.0.1", port, password };
  }

  async stopAll(): Promise<void> {
    // The first one brought the database: it goes last.
    for (const server of [...this.running].reverse()) await this.stop(server);
  }

  async remove(): Promise<void> {
    await this.stopAll();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const databaseUrl = (password: string, port: number) =>
  `postgres://portico:${password}@127.0.0.1:${port}/portico`;

/** Resident memory of a process, and the processor time it has used; null where the system does not say. */
export function usageOf(pid: number): { residentMb: number; cpuMs: number } | null {
  if (!existsSync(`/proc/${pid}/stat`)) return null;
  const [, residentKb] = /VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return { residentMb: Number(residentKb) / 1024, cpuMs: 10 * (Number(fields[11]) + Number(fields[12])) };
}
