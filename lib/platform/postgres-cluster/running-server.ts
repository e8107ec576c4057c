import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** A database server that runs on a cluster, as its `postmaster.pid` tells. */
export type RunningServer = { pid: number; port: number };

/**
 * The server that runs on this cluster, or null. A pid file alone proves nothing: it survives SIGKILL and a restart of the
 * machine, the number may belong to somebody else by now, and a copied folder carries the pid file of its original.
 */
export async function findRunningServer(cluster: string): Promise<RunningServer | null> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => null);
  if (text === null) return null;

  const [pid, startedOn, , port] = text.split("\n");
  const isCopy = startedOn !== cluster && (await isAnotherFolder(startedOn ?? "", cluster));
  if (isCopy || !isServerOn(Number(pid), startedOn ?? "")) return null;
  return { pid: Number(pid), port: Number(port) };
}

async function isAnotherFolder(path: string, cluster: string): Promise<boolean> {
  const [other, own] = await Promise.all([stat(path).catch(() => null), stat(cluster)]);
  return other !== null && other.ino !== own.ino;
}

function isServerOn(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A killed server that nobody has reaped still answers the signal, but has no command line left.
  return process.platform === "win32" || commandLine(pid).includes(cluster);
}

function commandLine(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
