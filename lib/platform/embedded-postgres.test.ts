import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from "@/lib/platform/embedded-postgres";
import { homeOf, readRecord } from "@/lib/platform/postgres-cluster/home";

let base: string;
let folder: string;
let started: { dataDir: string; database: EmbeddedPostgres }[];

// Creating a cluster is the slow part, so each test starts from a copy of this one.
beforeAll(async () => {
  base = await openFolder();
  await (await startEmbeddedPostgres({ dataDir: join(base, "data"), fast: true })).stop();
}, 60_000);

afterAll(async () => {
  await removeEmbeddedPostgres({ dataDir: join(base, "data") });
  await rm(base, { recursive: true, force: true });
});

beforeEach(async () => {
  folder = await openFolder();
  copy(join(base, "data"), join(folder, "data"));
  started = [];
});

afterEach(async () => {
  for (const { database } of started) await database.stop().catch(() => {});
  for (const dataDir of new Set(started.map((each) => each.dataDir))) await removeEmbeddedPostgres({ dataDir });
  await rm(folder, { recursive: true, force: true });
});

describe("the embedded database", { timeout: 60_000 }, () => {
  test("speaks UTF-8 and UTC, on loopback, to whoever knows its password", async () => {
    const { url } = await start();
    await withSql(url, async (sql) => {
      expect(await setting(sql, "server_encoding")).toBe("UTF8");
      expect(await setting(sql, "timezone")).toBe("UTC");
      expect(await setting(sql, "max_connections")).toBe("200");
      expect(await setting(sql, "listen_addresses")).toBe("127.0.0.1");
      expect(await sql`select upper('é') as letter, rolsuper from pg_roles where rolname = current_user`).toEqual([
        { letter: "É", rolsuper: false },
      ]);
    });

    const withoutPassword = url.replace(/:[^:@]+@/, ":wrong@");
    await expect(withSql(withoutPassword, (sql) => sql`select 1`)).rejects.toThrow(/password authentication failed/);
  });

  test("keeps its data, port and password when stopped and started again", async () => {
    const first = await start();
    await remember(first.url, "kept");
    await first.stop();

    const second = await start();
    expect(second.url).toBe(first.url);
    expect(second.adopted).toBe(false);
    expect(await recall(second.url)).toEqual(["kept"]);
  });

  test("shows its password to nobody else on the machine", async () => {
    await start();
    const { mode } = await stat(join(folder, "data", "postgres.json"));
    expect(mode & 0o777).toBe(0o600);
  });

  test("is adopted when it already runs, and left running by whoever adopted it", async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ adopted: true, url: first.url });

    await second.stop();
    await remember(first.url, "still here");
    expect(await recall(first.url)).toEqual(["still here"]);
  });

  test("is started once when two processes want it at the same time", async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map((each) => each.adopted).sort()).toEqual([false, true]);
    expect(both[0]?.url).toBe(both[1]?.url);
  });

  test("recovers what was committed when its server was killed", async () => {
    const first = await start({ fast: false });
    await remember(first.url, "committed");
    process.kill(await serverPid(), "SIGKILL");

    const second = await start({ fast: false });
    expect(second.adopted).toBe(false);
    expect(await recall(second.url)).toEqual(["committed"]);
  });

  test("stays up for those who are still connected", async () => {
    const first = await start();
    await withSql(first.url, async (sql) => {
      await sql`select 1`;
      await first.stop();
      expect(await sql`select 1 as answer`).toEqual([{ answer: 1 }]);
    });
    expect((await start()).adopted).toBe(true);
  });

  test("moves to another port when somebody took its own", async () => {
    const first = await start();
    await first.stop();
    const port = Number(new URL(first.url).port);
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, "127.0.0.1", resolve));
    try {
      const second = await start();
      expect(new URL(second.url).port).not.toBe(String(port));
      await second.stop();
      expect((await start()).url).toBe(second.url);
    } finally {
      squatter.close();
    }
  });

  test("starts from a copied data folder without touching the original, even while that runs", async () => {
    const original = await start();
    await remember(original.url, "original");
    copy(join(folder, "data"), join(folder, "copy"));

    const second = await start({ dataDir: join(folder, "copy") });
    expect(second.adopted).toBe(false);
    expect(new URL(second.url).port).not.toBe(new URL(original.url).port);
    expect(await recall(original.url)).toEqual(["original"]);
  });

  test("says what to do when its password is lost", async () => {
    const first = await start();
    await first.stop();
    await rm(join(folder, "data", "postgres.json"));
    await expect(start()).rejects.toThrow(/lost its password.*--reset/);
  });

  test("says what to do when another version made it", async () => {
    const first = await start();
    await first.stop();
    await writeFile(join(await home(), "cluster", "PG_VERSION"), "12\n");
    await expect(start()).rejects.toThrow(/made by PostgreSQL 12, but PostgreSQL \d+ is installed/);
  });

  test("is not removed from under a program that uses it", async () => {
    const { url } = await start();
    await withSql(url, async (sql) => {
      await sql`select 1`;
      await expect(removeEmbeddedPostgres({ dataDir: join(folder, "data") })).rejects.toThrow(/still running/);
    });
  });

  test("begins anew after removal", async () => {
    const first = await start();
    await remember(first.url, "gone");
    await removeEmbeddedPostgres({ dataDir: join(folder, "data") });

    const second = await start();
    expect(second.url).not.toBe(first.url);
    await expect(recall(second.url)).rejects.toThrow(/does not exist/);
  });
});

/** A folder that the database's account can reach: mkdtemp makes private ones. */
async function openFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "portico-embedded-"));
  await chmod(path, 0o755);
  return path;
}

/** Copies with owners and modes, which PostgreSQL insists on. */
function copy(from: string, to: string): void {
  execFileSync("cp", ["-a", from, to]);
}

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const dataDir = options.dataDir ?? join(folder, "data");
  const database = await startEmbeddedPostgres({ fast: true, ...options, dataDir });
  started.push({ dataDir, database });
  return database;
}

async function home(): Promise<string> {
  const dataDir = join(folder, "data");
  const record = await readRecord(dataDir);
  if (!record) throw new Error("There is no record of the database.");
  return homeOf(dataDir, record);
}

async function serverPid(): Promise<number> {
  const text = await readFile(join(await home(), "cluster", "postmaster.pid"), "utf8");
  return Number(text.split("\n")[0]);
}

function setting(sql: postgres.Sql, name: string): Promise<string> {
  return sql`select current_setting(${name}) as value`.then(([row]) => row?.value);
}

async function remember(url: string, word: string): Promise<void> {
  await withSql(url, async (sql) => {
    await sql`create table if not exists words (word text)`;
    await sql`insert into words values (${word})`;
  });
}

function recall(url: string): Promise<string[]> {
  return withSql(url, async (sql) => (await sql`select word from words`).map((row) => row.word));
}

async function withSql<T>(url: string, work: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
