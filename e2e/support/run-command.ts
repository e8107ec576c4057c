import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

export type CommandOptions = {
  env?: Record<string, string | undefined>;
  onLine?: (line: string) => void;
  signal?: AbortSignal;
};

/** Runs one of the project's commands and resolves with what it printed; rejects with that when it failed. */
export function runCommand(
  command: readonly string[],
  { env = {}, onLine, signal }: CommandOptions = {},
): Promise<string> {
  const [program = "", ...args] = command;
  const path = [join(process.cwd(), "node_modules", ".bin"), process.env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env, PATH: path },
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    let printed = "";
    const keep = (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      const line = chunk.toString("utf8").trim().split("\n").at(-1);
      if (line) onLine?.(line);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`${command.join(" ")} failed:\n\n${printed.trim()}`));
    });
  });
}
