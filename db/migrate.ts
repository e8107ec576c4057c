import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import type { Db } from "@/db/client";

const FOLDER = path.resolve("db/migrations");
/** Two servers that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_300_001;

type Journal = { entries: { tag: string; when: number }[] };

function journal(): Journal["entries"] {
  return (JSON.parse(readFileSync(path.join(FOLDER, "meta/_journal.json"), "utf8")) as Journal).entries;
}

/** Brings a database to the schema of this version; safe to repeat and to run from several processes. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(client), { migrationsFolder: FOLDER });
    await forgetForeignTransactions(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/**
 * Events are read in the order of the transactions that wrote them. Restored into another cluster, they may name
 * transactions that lie ahead of it: those events would stay hidden until it got there. They go first instead.
 */
export async function forgetForeignTransactions(client: Pick<postgres.Sql, "unsafe">): Promise<void> {
  await client.unsafe(`
    update events set xid = '0' where xid >= pg_snapshot_xmax(pg_current_snapshot()) and exists (
      select 1 from (select xid from events order by created_at desc limit 1000) as latest
      where latest.xid >= pg_snapshot_xmax(pg_current_snapshot()))`);
}

/** Names of migrations this version has and the database lacks. */
export async function findMissingMigrations(db: Db): Promise<string[]> {
  const rows = (await db.execute(sql`select hash from drizzle.__drizzle_migrations`)) as unknown as { hash: string }[];
  const applied = new Set(rows.map((row) => row.hash));
  return journal()
    .filter(({ tag }) => {
      const text = readFileSync(path.join(FOLDER, `${tag}.sql`), "utf8");
      return !applied.has(createHash("sha256").update(text).digest("hex"));
    })
    .map(({ tag }) => tag);
}
