import { existsSync } from "node:fs";
import { mkdir, realpath, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { type Account, databaseAccount, EmbeddedPostgresError } from "@/lib/platform/postgres-cluster/account";
import { findPrograms } from "@/lib/platform/postgres-cluster/binaries";
import { type Cluster, createCluster, startServer, stopServer } from "@/lib/platform/postgres-cluster/cluster";
import {
  homeOf,
  openRecord,
  possibleHomes,
  readRecord,
  recordPath,
  writeRecord,
} from "@/lib/platform/postgres-cluster/home";
import { withLock } from "@/lib/platform/postgres-cluster/lock";
import { findRunningServer } from "@/lib/platform/postgres-cluster/running-server";

export type EmbeddedPostgres = {
  url: string;
  /** Whether the server ran before and was left to whoever started it. */
  adopted: boolean;
  stop(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  dataDir: string;
  /** The port to prefer to the one kept from the last start. */
  port?: number;
  /** For databases that may be lost: gives up durability for speed. */
  fast?: boolean;
  logger?: { info(message: string): void };
};

const DATABASE = "portico";
const GRACE_MS = 2000;
const POLL_MS = 50;

/**
 * Serves a real PostgreSQL from the data folder, on loopback only, and returns once it accepts connections. Creates the
 * database on first use, adopts a server that already runs there, recovers after a kill, and works as root or not.
 * `stop` leaves alone what it adopted and what somebody else is still connected to. Refusals are
 * EmbeddedPostgresError, in words for the person who started it.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { fast = false, logger } = options;
  const dataDir = await openDataFolder(options.dataDir);

  return withLock(lockPath(dataDir), async () => {
    const account = databaseAccount();
    const record = await openRecord(dataDir, account);
    const home = homeOf(dataDir, record);
    const cluster = await openCluster(home, account);

    const running = await findRunningServer(cluster.folder);
    if (running) {
      logger?.info(`The embedded PostgreSQL already runs on port ${running.port}.`);
      await acceptingConnections(record.password, running.port);
      return { url: urlOf(DATABASE, record.password, running.port), adopted: true, stop: async () => {} };
    }

    if (record.outside) logger?.info(`The embedded PostgreSQL keeps its files in ${home}.`);
    await createCluster(cluster, record.password, fast);
    await rm(join(cluster.folder, "postmaster.pid"), { force: true });
    const port = await startServer(cluster, options.port ?? record.port, fast);
    if (port !== record.port) await writeRecord(dataDir, { ...record, port });
    await createDatabase(record.password, port);
    logger?.info(`The embedded PostgreSQL runs on port ${port}.`);

    let stopped: Promise<void> | null = null;
    const stop = () => withLock(lockPath(dataDir), () => stopUnlessUsed(cluster, record.password, logger));
    return {
      url: urlOf(DATABASE, record.password, port),
      adopted: false,
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
    };
  });
}

/** Stops the data folder's database and removes it, wherever it is kept; refuses while somebody is connected to it. */
export async function removeEmbeddedPostgres({ dataDir: path }: { dataDir: string }): Promise<void> {
  if (!existsSync(path)) return;
  const dataDir = await openDataFolder(path);

  await withLock(lockPath(dataDir), async () => {
    const password = (await readRecord(dataDir).catch(() => null))?.password;
    for (const home of await possibleHomes(dataDir)) {
      const folder = join(home, "cluster");
      const running = existsSync(folder) && (await findRunningServer(folder));
      if (running) {
        if (password && !(await isIdle(password, running.port))) {
          throw new EmbeddedPostgresError(
            `Portico is still running on the database in ${dataDir}. Stop it first, then remove the database.`,
          );
        }
        // What is removed need not be written out first.
        await stopServer(await openCluster(home, databaseAccount()), { mode: "immediate" });
      }
      await rm(home, { recursive: true, force: true });
    }
    await rm(recordPath(dataDir), { force: true });
  });
}

async function openDataFolder(path: string): Promise<string> {
  try {
    await mkdir(resolve(path), { recursive: true });
    return await realpath(path);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The data folder cannot be made: ${(error as Error).message}. Set PORTICO_DATA_DIR to another folder, or DATABASE_URL to another PostgreSQL.`,
    );
  }
}

function lockPath(dataDir: string): string {
  return join(dataDir, "postgres.lock");
}

/** An existing cluster stays with the account that owns it, whoever asks: PostgreSQL insists on that. */
async function openCluster(home: string, account: Account): Promise<Cluster> {
  const folder = join(home, "cluster");
  const owner = await stat(folder).catch(() => null);
  const uid = process.getuid?.();
  if (owner && uid && owner.uid !== uid) {
    throw new EmbeddedPostgresError(
      `The database in ${home} belongs to another account (number ${owner.uid}). Start Portico as that account or as root, or set PORTICO_DATA_DIR to another folder.`,
    );
  }
  const runner = account && owner ? { uid: owner.uid, gid: owner.gid } : account;
  return { folder, log: join(home, "postgres.log"), programs: await findPrograms(home, runner), account: runner };
}

async function stopUnlessUsed(
  cluster: Cluster,
  password: string,
  logger: EmbeddedPostgresOptions["logger"],
): Promise<void> {
  const running = await findRunningServer(cluster.folder);
  if (!running) return;
  if (await isIdle(password, running.port)) await stopServer(cluster);
  else logger?.info("The embedded PostgreSQL stays up: others are still connected to it.");
}

/** Whether nobody but ourselves is connected, or soon will not be: closed connections take a moment to end. */
async function isIdle(password: string, port: number): Promise<boolean> {
  return asSuperuser(password, port, async (sql) => {
    const deadline = Date.now() + GRACE_MS;
    while (true) {
      const others = await sql`
        select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`;
      if (others.length === 0) return true;
      if (Date.now() > deadline) return false;
      await pause(POLL_MS);
    }
  });
}

/** Portico works as a role that owns its database and is no superuser. */
async function createDatabase(password: string, port: number): Promise<void> {
  await asSuperuser(password, port, async (sql) => {
    const roles = await sql`select 1 from pg_roles where rolname = ${DATABASE}`;
    if (roles.length === 0) await sql.unsafe(`create role ${DATABASE} login createdb password '${password}'`);
    const databases = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (databases.length === 0) await sql.unsafe(`create database ${DATABASE} owner ${DATABASE}`);
  });
}

async function acceptingConnections(password: string, port: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (true) {
    try {
      return await createDatabase(password, port);
    } catch (error) {
      const isStarting = /ECONNREFUSED|starting up|CONNECTION_/.test(`${(error as Error).message}`);
      if (!isStarting || Date.now() > deadline) {
        throw new EmbeddedPostgresError(
          `A database runs on port ${port} from this data folder, but does not let us in: ${(error as Error).message}`,
        );
      }
      await pause(POLL_MS);
    }
  }
}

async function asSuperuser<T>(password: string, port: number, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(urlOf("postgres", password, port), { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** The role and its database share a name. */
function urlOf(name: string, password: string, port: number): string {
  return `postgres://${name}:${password}@127.0.0.1:${port}/${name}`;
}
