import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { databaseUrl } from "@/e2e/bench/bench-servers";
import type { ServerProcess } from "@/e2e/support/server-process";
import { newWorld } from "@/e2e/support/world";

/** A server on its own embedded database, either of which can be killed at any moment and started again. */
export class MortalWorld {
  private readonly world = newWorld();
  private readonly secrets = {
    KEY_ENCRYPTION_KEY: randomBytes(32).toString("hex"),
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    JWT_SECRET: randomBytes(32).toString("hex"),
  };
  private server: ServerProcess | null = null;
  kills = 0;
  databaseKills = 0;

  constructor() {
    // The factories encrypt the keys they make; the server must be able to read them.
    Object.assign(process.env, this.secrets);
  }

  async start(): Promise<string> {
    this.server = await this.world.start(this.secrets);
    return this.server.url;
  }

  /** SIGKILL for the server and, if told so, for the database before or after it. */
  async kill(database: "none" | "before" | "after"): Promise<void> {
    if (database === "before") this.killDatabase();
    const ended = this.server?.kill();
    if (database === "after") this.killDatabase();
    await ended;
    this.kills += 1;
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  get databaseUrl(): string {
    const { password, port } = this.record();
    return databaseUrl(password, port);
  }

  async query<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
    const sql = postgres(this.databaseUrl, { max: 1, onnotice: () => {} });
    try {
      return await work(sql);
    } finally {
      await sql.end();
    }
  }

  /** What the ledger check finds broken; rejects when it could not look. */
  async ledgerFaults(): Promise<string[]> {
    try {
      await this.world.run("tsx", "db/run-ledger-check.ts");
      return [];
    } catch (error) {
      const faults = (error as Error).message.split("\n").filter((line) => line.startsWith("BROKEN: "));
      if (faults.length === 0) throw error;
      return faults;
    }
  }

  async remove(): Promise<void> {
    await this.server?.kill();
    await this.world.remove();
  }

  private killDatabase(): void {
    const home = this.record().outside ?? join(this.world.dataDir, "postgres");
    const [pid] = readFileSync(join(home, "cluster", "postmaster.pid"), "utf8").split("\n");
    process.kill(Number(pid), "SIGKILL");
    this.databaseKills += 1;
  }

  private record(): { password: string; port: number; outside: string | null } {
    return JSON.parse(readFileSync(join(this.world.dataDir, "postgres.json"), "utf8"));
  }
}
