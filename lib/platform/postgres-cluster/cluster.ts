import { randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { appendFile, chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Account, EmbeddedPostgresError, runAs } from "@/lib/platform/postgres-cluster/account";
import { majorVersion, type Programs } from "@/lib/platform/postgres-cluster/binaries";

/** A database on disk: its folder, the programs that serve it and the account they run as. */
export type Cluster = { folder: string; log: string; programs: Programs; account: Account };

const ATTEMPTS_MAX = 40;
const LOG_SIZE_MAX = 10_000_000;
/** Below the range from which systems hand out ports for outgoing connections, so that a kept port stays free. */
const PORTS = { from: 15_432, to: 25_432 };

/** Creates the cluster unless it exists. Half a cluster, from an interrupted creation, is never taken for a whole one. */
export async function createCluster(cluster: Cluster, password: string, fast: boolean): Promise<void> {
  const { folder, programs, account } = cluster;
  if (existsSync(join(folder, "PG_VERSION"))) return requireSameVersion(cluster);

  const unfinished = `${folder}.unfinished`;
  const passwordFile = `${folder}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) {
    await chown(unfinished, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const { ok, output } = await runAs(account, programs.initdb, [
    `--pgdata=${unfinished}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    // A password that may be lost need not be slow to check, as each new connection does.
    ...(fast ? ["--no-sync", "--set=scram_iterations=1"] : []),
  ]);
  await rm(passwordFile, { force: true });
  if (!ok) throw new EmbeddedPostgresError(`The database could not be created in ${folder}:\n${output}`);

  await appendFile(join(unfinished, "postgresql.conf"), "\ninclude 'portico.conf'\n");
  await rename(unfinished, folder);
}

/** Starts the server on the wanted port, or on another one when that is taken, and returns the port. */
export async function startServer(cluster: Cluster, wantedPort: number | null, fast: boolean): Promise<number> {
  const { folder, log, programs, account } = cluster;
  await prepareLog(cluster);
  let port = wantedPort;
  let failure = "";

  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    port = port && (await isFree(port)) ? port : await freePort();
    await writeSettings(cluster, port, fast);
    const logged = (await stat(log)).size;
    const args = ["start", "--wait", "--timeout=120", "--silent", `--pgdata=${folder}`, `--log=${log}`];
    const { ok, output } = await runAs(account, programs.pg_ctl, args);
    if (ok) return port;

    failure = `${output}\n${(await readFile(log)).subarray(logged).toString("utf8")}`.trim();
    if (/could not bind|Address already in use/.test(failure)) port = null;
    // The children of a killed server take a moment to notice, and hold the memory until then.
    else if (/shared memory block .* is still in use/.test(failure)) await pause(250);
    else break;
  }
  throw new EmbeddedPostgresError(`The database did not start. Its log, ${log}, says:\n${failure}`);
}

export async function stopServer(
  { folder, programs, account }: Cluster,
  { mode = "fast" }: { mode?: "fast" | "immediate" } = {},
): Promise<void> {
  const args = ["stop", "--wait", "--timeout=60", "--silent", `--mode=${mode}`, `--pgdata=${folder}`];
  const { ok, output } = await runAs(account, programs.pg_ctl, args);
  if (!ok && existsSync(join(folder, "postmaster.pid"))) {
    throw new EmbeddedPostgresError(`The database in ${folder} did not stop: ${output}`);
  }
}

async function requireSameVersion({ folder, programs, account }: Cluster): Promise<void> {
  const made = (await readFile(join(folder, "PG_VERSION"), "utf8")).trim();
  const installed = await majorVersion(programs, account);
  if (made === installed) return;
  throw new EmbeddedPostgresError(
    `The database in ${folder} was made by PostgreSQL ${made}, but PostgreSQL ${installed} is installed. Install the version of Portico that made it and move the data with pg_dump, or begin anew with "npm run demo -- --reset".`,
  );
}

async function prepareLog({ log, account }: Cluster): Promise<void> {
  const size = (await stat(log).catch(() => null))?.size ?? 0;
  if (size > LOG_SIZE_MAX) await rename(log, `${log}.old`);
  await appendFile(log, "");
  await chmod(log, 0o600);
  if (account) await chown(log, account.uid, account.gid);
}

/** Nothing is made to last, and nobody tidies up in a hundred databases that live for a minute. */
const FAST_SETTINGS = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  wal_level: "minimal",
  max_wal_senders: 0,
  autovacuum: "off",
};

async function writeSettings({ folder, account }: Cluster, port: number, fast: boolean): Promise<void> {
  const path = join(folder, "portico.conf");
  const settings = {
    port,
    listen_addresses: "'127.0.0.1'",
    unix_socket_directories: "''",
    max_connections: 200,
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    ...(fast && FAST_SETTINGS),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  await writeFile(path, `# Written at every start.\n${lines.join("")}`, { mode: 0o600 });
  if (account) await chown(path, account.uid, account.gid);
}

async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const port = randomInt(PORTS.from, PORTS.to);
    if (await isFree(port)) return port;
  }
  throw new EmbeddedPostgresError(`No free port was found between ${PORTS.from} and ${PORTS.to} on this machine.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
