import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "@/e2e/support/run-command";
import { findFreePort, type ServerProcess, startServer } from "@/e2e/support/server-process";

// What a developer's shell may hold of real services must not reach a server under test.
const REAL_SERVICES =
  /^(UPSTASH_|INNGEST_|SMTP_URL|MAIL_FROM|STRIPE_|EVERY_ORG_|ADMIN_|KEY_ENCRYPTION_|NEXTAUTH_|JWT_|PORTICO_|DATABASE_URL|PUBLIC_BASE_URL|REQUIRE_|SELF_SERVICE_)/;

/** A data folder of its own with an embedded database in it, and servers on it. */
export type World = {
  dataDir: string;
  start(env?: Record<string, string>): Promise<ServerProcess>;
  /** Runs one of the project's commands on this world's database. */
  run(...command: string[]): Promise<string>;
  /** Stops the database, whoever started it, and removes the folder. */
  remove(): Promise<void>;
};

export function newWorld(): World {
  const dataDir = mkdtempSync(join(tmpdir(), "portico-e2e-"));
  // The database may run under another account, which must be able to look in.
  chmodSync(dataDir, 0o755);
  const settings: Record<string, string | undefined> = {
    PORTICO_DATA_DIR: dataDir,
    PORTICO_DEMO: "true",
    ALLOW_INSECURE_WEBHOOKS: "true",
    TRUSTED_PROXY_HOPS: "1",
    LOG_LEVEL: "warn",
  };
  for (const name of Object.keys(process.env)) {
    if (REAL_SERVICES.test(name) && !(name in settings)) settings[name] = undefined;
  }
  let started = 0;
  return {
    dataDir,
    async start(env = {}) {
      const port = await findFreePort(0);
      started += 1;
      return startServer({ port, logFile: join(dataDir, `server-${started}.log`), env: { ...settings, ...env } });
    },
    run: (...command) => runCommand(command, { env: settings }),
    async remove() {
      await runCommand(["tsx", "db/run-reset.ts"], { env: settings });
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
