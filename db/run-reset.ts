import { rm } from "node:fs/promises";
import { join } from "node:path";
import { removeEmbeddedPostgres } from "@/lib/platform/embedded-postgres";
import { env } from "@/lib/platform/env";
import { EmbeddedPostgresError } from "@/lib/platform/postgres-cluster/account";

// npm run demo -- --reset: removes the embedded default's database and secrets. A database of one's own is never touched.

try {
  const { dataDir, databaseUrl } = env();
  if (databaseUrl) throw new EmbeddedPostgresError("DATABASE_URL is set: only the embedded database can be reset.");
  await removeEmbeddedPostgres({ dataDir });
  await rm(join(dataDir, "secrets.json"), { force: true });
  console.log(`The database in ${dataDir} was removed.`);
} catch (error) {
  console.error(error instanceof EmbeddedPostgresError ? error.message : error);
  process.exitCode = 1;
}
