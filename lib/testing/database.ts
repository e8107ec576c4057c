import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

/** The server that this run's databases are made on, and the migrated database they are copied from. */
export type TestServer = { url: string; template: string; run: string };

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
    testRedisUrl: string | null;
  }
}

const LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"];
const CREATION_LOCK = 7_261_400;

let unused: string | undefined;

/** The test file's own database: a new one, or one that no file before it has used. */
export async function takeDatabase(): Promise<string> {
  const url = unused ?? (await createTestDatabase());
  unused = undefined;
  return url;
}

/** Leaves a database that was not used to the worker's next file. */
export function leaveDatabase(url: string): void {
  unused = url;
}

/** A new migrated database, and its address. The run's end drops it. */
export async function createTestDatabase(): Promise<string> {
  return copyTemplate(`portico_test_${inject("testServer").run}_${randomBytes(6).toString("hex")}`);
}

/** Refuses any server but one on this machine: tests create and drop databases. */
export function requireLocal(url: string): string {
  const { hostname } = new URL(url);
  if (LOCAL_HOSTS.includes(hostname)) return url;
  throw new Error(
    `Tests run on a local PostgreSQL only, and ${hostname} is not this machine. Change TEST_DATABASE_URL.`,
  );
}

/** Runs `work` on a connection of its own to the server's administrative database. */
export async function onServer<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(requireLocal(url), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Drops a database whoever is connected to it. */
export async function dropDatabase(sql: postgres.Sql, name: string): Promise<void> {
  try {
    await sql.unsafe(`drop database if exists "${name}" with (force)`);
  } catch (error) {
    // An autovacuum worker happened to be in it, whom only a superuser may end; a plain drop sends it away.
    if ((error as { code?: string }).code !== "42501") throw error;
    await sql.unsafe(`drop database if exists "${name}"`);
  }
}

/** The same server's address with another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function copyTemplate(name: string): Promise<string> {
  const { url, template } = inject("testServer");
  await onServer(url, async (sql) => {
    // One at a time: a template must not be in use while it is copied.
    await sql`select pg_advisory_lock(${CREATION_LOCK})`;
    await sql.unsafe(`create database ${name} template ${template} strategy file_copy`);
  });
  return withDatabase(url, name);
}
