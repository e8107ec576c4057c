import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type ClusterProcess = { port: number; stop: () => Promise<void> };

const SCRIPT = fileURLToPath(new URL("./cluster-process.ts", import.meta.url));

/** Starts another process that serves the giving API on the test file's database. */
export async function startClusterProcess(): Promise<ClusterProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", SCRIPT], {
    env: { ...process.env, LOG_LEVEL: "error" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const firstLine = once(createInterface(child.stdout), "line");
  const [line] = await Promise.race([firstLine, ended.then(([code]) => Promise.reject(new Error(`exit ${code}`)))]);
  return {
    port: Number(line),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
