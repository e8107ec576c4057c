import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, lstat, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Account, EmbeddedPostgresError, runAs } from "@/lib/platform/postgres-cluster/account";

/** What the data folder remembers about its database, in `postgres.json`, readable by its owner only. */
export type ClusterRecord = {
  password: string;
  port: number | null;
  /** Where the database is when it could not be in the data folder itself. */
  outside: string | null;
};

const OUTSIDE_PARENTS = ["/var/lib", "/opt"];

/** Reads the data folder's record, or makes one: a place for the database and a fresh password. */
export async function openRecord(dataDir: string, account: Account): Promise<ClusterRecord> {
  const record = await readRecord(dataDir);
  if (record && (await belongsHere(record, dataDir))) {
    if (record.outside) await claim(record.outside, dataDir);
    return record;
  }
  if (existsSync(join(insideHome(dataDir), "cluster"))) {
    throw new EmbeddedPostgresError(
      `The database in ${dataDir} has lost its password: ${recordPath(dataDir)} is missing. Put that file back, or begin anew with "npm run demo -- --reset".`,
    );
  }
  const made = {
    password: randomBytes(24).toString("hex"),
    port: null,
    outside: await makeHome(dataDir, account),
  };
  await writeRecord(dataDir, made);
  return made;
}

export async function readRecord(dataDir: string): Promise<ClusterRecord | null> {
  const text = await readFile(recordPath(dataDir), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new EmbeddedPostgresError(`${recordPath(dataDir)} cannot be read: ${error.message}`);
  });
  if (text === null) return null;
  try {
    const { password, port, outside } = JSON.parse(text);
    if (typeof password === "string") return { password, port: port ?? null, outside: outside ?? null };
  } catch {}
  throw new EmbeddedPostgresError(
    `${recordPath(dataDir)} is damaged. Put it back from a backup, or begin anew with "npm run demo -- --reset".`,
  );
}

export async function writeRecord(dataDir: string, record: ClusterRecord): Promise<void> {
  const temporary = `${recordPath(dataDir)}.new`;
  await writeFile(temporary, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  // Root may start it once for its owner, who must be able to read the record afterwards.
  const { uid, gid } = await stat(dataDir);
  if (process.getuid?.() === 0) await chown(temporary, uid, gid);
  await rename(temporary, recordPath(dataDir));
}

export function recordPath(dataDir: string): string {
  return join(dataDir, "postgres.json");
}

export function homeOf(dataDir: string, record: ClusterRecord): string {
  return record.outside ?? insideHome(dataDir);
}

/** Every folder that may hold this data folder's database, so that removing it leaves nothing behind. */
export async function possibleHomes(dataDir: string): Promise<string[]> {
  const record = await readRecord(dataDir).catch(() => null);
  const recorded = record && (await belongsHere(record, dataDir)) ? [homeOf(dataDir, record)] : [];
  const homes = new Set([insideHome(dataDir), ...outsideHomes(dataDir), ...recorded]);
  return [...homes].filter((home) => existsSync(home));
}

function insideHome(dataDir: string): string {
  return join(dataDir, "postgres");
}

function outsideHomes(dataDir: string): string[] {
  const name = `portico-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`;
  return OUTSIDE_PARENTS.map((parent) => join(parent, name));
}

/** Makes the database's folder: in the data folder if the account can reach it there, else outside, whose path it returns. */
async function makeHome(dataDir: string, account: Account): Promise<string | null> {
  if (await isUsable(insideHome(dataDir), account)) return null;
  await rm(insideHome(dataDir), { recursive: true, force: true });

  for (const home of account ? outsideHomes(dataDir) : []) {
    // Whatever is there belonged to a data folder that somebody deleted, its password and secrets included.
    await rm(home, { recursive: true, force: true }).catch(() => {});
    if (!(await isUsable(home, account))) continue;
    await claim(home, dataDir);
    return home;
  }
  throw new EmbeddedPostgresError(
    `The database needs a folder it may write to, and ${insideHome(dataDir)} is not one. Set PORTICO_DATA_DIR to another folder, or DATABASE_URL to another PostgreSQL.`,
  );
}

/** Asks the system instead of reading mode bits: a parent may be closed to the account, a mount may ignore ownership. */
async function isUsable(home: string, account: Account): Promise<boolean> {
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    if (!account) return true;
    await chown(home, account.uid, account.gid);
    await chmod(home, 0o700);
    if ((await lstat(home)).uid !== account.uid) return false;
  } catch {
    return false;
  }
  const probe = join(home, "probe");
  return (await runAs(account, "sh", ["-c", ': > "$1" && rm "$1"', "sh", probe])).ok;
}

async function claim(home: string, dataDir: string): Promise<void> {
  await writeFile(join(home, "data-folder"), `${dataDir}\n`);
}

/** A copied data folder names the place of its original. Only the folder that claimed it, or its new name, may use it. */
async function belongsHere(record: ClusterRecord, dataDir: string): Promise<boolean> {
  const { outside } = record;
  if (outside === null) return true;
  const owner = await readFile(join(outside, "data-folder"), "utf8").then(
    (text) => text.trim(),
    () => null,
  );
  if (owner === null) return false;
  return owner === dataDir || (await readRecord(owner).catch(() => null))?.outside !== outside;
}
