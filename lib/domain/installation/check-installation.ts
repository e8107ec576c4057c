import { database } from "@/db/client";
import { findMissingMigrations } from "@/db/migrate";
import { databaseErrorCode } from "@/lib/platform/postgres-errors";

/** What keeps this installation from serving, in words; empty when nothing does. */
export async function checkInstallation(): Promise<string[]> {
  try {
    const missing = await findMissingMigrations(database().db);
    return missing.map((name) => `migration ${name} is missing: run npm run db:migrate`);
  } catch (error) {
    const code = databaseErrorCode(error);
    if (code === "42P01" || code === "3F000") return ["the database has no schema yet: run npm run db:migrate"];
    return [`the database does not answer (${code ?? "unknown error"})`];
  }
}
