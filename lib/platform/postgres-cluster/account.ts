import { execFile, spawnSync } from "node:child_process";

/** Whom the database runs as. Null means ourselves; root must name another, because PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number } | null;

/** What went wrong with the embedded database, in words for the person who started it. */
export class EmbeddedPostgresError extends Error {
  override name = "EmbeddedPostgresError";
}

/** An account that may run PostgreSQL on this machine; root gets an unprivileged one, made if need be. */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return null;
  const account =
    findAccount("portico") ?? findAccount("postgres") ?? createAccount("portico") ?? findAccount("nobody");
  if (account) return account;
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and no unprivileged account was found. Make one ("useradd --system portico"), start Portico as another user, or set DATABASE_URL.',
  );
}

/** Runs a program as the account, in plain English and unaffected by the caller's PG* settings. */
export function runAs(account: Account, command: string, args: string[]): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      command,
      args,
      { ...account, cwd: account ? "/" : undefined, env: cleanEnvironment(), encoding: "utf8" },
      (error, stdout, stderr) => {
        const output = [stdout, stderr, stdout || stderr ? "" : error?.message].filter(Boolean).join("\n").trim();
        resolve({ ok: !error, output });
      },
    );
    child.stdin?.end();
  });
}

function findAccount(name: string): Account {
  const uid = idOf("-u", name);
  const gid = idOf("-g", name);
  return uid && gid ? { uid, gid } : null;
}

function idOf(flag: "-u" | "-g", name: string): number | null {
  const found = spawnSync("id", [flag, name], { encoding: "utf8" });
  return found.status === 0 ? Number(found.stdout) : null;
}

function createAccount(name: string): Account {
  const made = spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
  if (made.status !== 0) spawnSync("adduser", ["-S", "-D", "-H", name]);
  return findAccount(name);
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|NODE_)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
}
