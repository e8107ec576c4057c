import { open, readFile, rm, stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { EmbeddedPostgresError } from "@/lib/platform/postgres-cluster/account";

const WAIT_MAX_MS = 90_000;
const RETRY_MS = 50;

/** Runs `work` while no other process holds the lock file; takes over the lock of a process that died. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + WAIT_MAX_MS;
  while (!(await take(path))) {
    if (await isAbandoned(path)) await rm(path, { force: true });
    else if (Date.now() < deadline) await pause(RETRY_MS);
    else throw new EmbeddedPostgresError(`Another program is starting or stopping the database; it holds ${path}.`);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  const file = await open(path, "wx").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") return null;
    throw new EmbeddedPostgresError(
      `The data folder cannot be written: ${error.message}. Start Portico as the owner of that folder, or set PORTICO_DATA_DIR to another.`,
    );
  });
  if (!file) return false;
  await file.writeFile(String(process.pid));
  await file.close();
  return true;
}

async function isAbandoned(path: string): Promise<boolean> {
  const [holder, made] = await Promise.all([readFile(path, "utf8").catch(() => ""), stat(path).catch(() => null)]);
  // Numbers of processes are used again after a restart, so an old lock counts for nothing either.
  if (!made || Date.now() - made.mtimeMs > WAIT_MAX_MS) return true;
  return holder !== "" && !isAlive(Number(holder));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
