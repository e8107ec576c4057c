import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const NAMES = ["KEY_ENCRYPTION_KEY", "NEXTAUTH_SECRET", "JWT_SECRET"];

/**
 * The secrets that a production server insists on beside a DATABASE_URL of one's own. What is not given is made once and
 * kept in the data folder, where the embedded default keeps its own, so that the demo's data stay readable.
 */
export function demoSecrets(file: string): Record<string, string> {
  if (NAMES.every((name) => process.env[name])) return {};
  if (!existsSync(file)) {
    const made = Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString("hex")]));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  }
  const kept = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return Object.fromEntries(NAMES.filter((name) => !process.env[name]).map((name) => [name, kept[name] ?? ""]));
}
