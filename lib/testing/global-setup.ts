import { appendFileSync, existsSync, readdirSync } from "node:fs";
import { chmod, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type { TestProject } from "vitest/node";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "@/lib/platform/embedded-postgres";
import { dropDatabase, onServer, requireLocal, withDatabase } from "@/lib/testing/database";
import { startRedis } from "@/lib/testing/redis-server";

const FOLDER_PREFIX = "portico-tests-";
const JOURNAL = "db/migrations/meta/_journal.json";

/** One PostgreSQL and one Redis for the whole run, and a migrated database from which each worker gets its own copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = `${process.pid}_${Date.now().toString(36)}`;
  const [server, redis] = await Promise.all([startServer(run), startRedis()]);
  const template = `portico_template_${run}`;
  await createTemplate(server.url, template);

  project.provide("testServer", { url: server.url, template, run });
  project.provide("testRedisUrl", redis?.url ?? null);
  if (!redis) leaveOut("redis", "there is no redis-server on this machine, and none could be installed");

  return async () => {
    await redis?.stop();
    await server.stop();
  };
}

async function startServer(run: string): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: requireLocal(given), stop: () => dropDatabases(given, run) };

  await removeAbandonedServers();
  const dataDir = join(tmpdir(), `${FOLDER_PREFIX}${process.pid}`);
  await mkdir(dataDir, { recursive: true });
  await chmod(dataDir, 0o755);
  const { url } = await startEmbeddedPostgres({ dataDir, fast: true });
  return {
    url,
    async stop() {
      await endConnections(url);
      await removeServer(dataDir);
    },
  };
}

/** A run that was killed leaves its server running; the next one of the same user clears it away. */
async function removeAbandonedServers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(FOLDER_PREFIX))) {
    if (!isAlive(Number(name.slice(FOLDER_PREFIX.length)))) {
      await removeServer(join(tmpdir(), name)).catch(() => {});
    }
  }
}

async function removeServer(dataDir: string): Promise<void> {
  await removeEmbeddedPostgres({ dataDir });
  await rm(dataDir, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function createTemplate(url: string, template: string): Promise<void> {
  await onServer(url, (sql) => sql.unsafe(`create database ${template}`));
  if (!existsSync(JOURNAL)) return;
  await onServer(withDatabase(url, template), (sql) => migrate(drizzle(sql), { migrationsFolder: "db/migrations" }));
}

/** A server that somebody is connected to refuses to be removed. */
async function endConnections(url: string): Promise<void> {
  await onServer(
    url,
    (sql) => sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where usename = current_user and pid <> pg_backend_pid()`,
  );
}

/** On a server that is not ours the databases would stay. */
async function dropDatabases(url: string, run: string): Promise<void> {
  await onServer(url, async (sql) => {
    const made =
      await sql`select datname from pg_database where datname like ${`portico\\_%\\_${run.replace("_", "\\_")}%`}`;
    for (const { datname } of made) await dropDatabase(sql, datname);
  });
}

/** Says, in the run's summary or here, which tests were left out and why. */
function leaveOut(suite: string, why: string): void {
  const notes = process.env.PORTICO_TEST_NOTES;
  if (notes) appendFileSync(notes, `${JSON.stringify({ suite, why })}\n`);
  else console.warn(`LEFT OUT: ${suite.toUpperCase()} (${why}).`);
}
