import { database } from "@/db/client";
import { databaseUrl, provideDatabaseUrl } from "@/lib/platform/database-url";
import { startEmbeddedPostgres } from "@/lib/platform/embedded-postgres";
import { EnvironmentError, env } from "@/lib/platform/env";
import { EmbeddedPostgresError } from "@/lib/platform/postgres-cluster/account";

const REFUSALS = [EnvironmentError, EmbeddedPostgresError];

/** Runs a command on the configured database, starting or adopting the embedded one, and puts everything away after it. */
export async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
  try {
    const { databaseUrl: given, dataDir } = env();
    const postgres = given ? null : await startEmbeddedPostgres({ dataDir });
    if (postgres) provideDatabaseUrl(postgres.url);
    try {
      await work(databaseUrl());
    } finally {
      await database().sql.end({ timeout: 5 });
      await postgres?.stop();
    }
  } catch (error) {
    const isForReader = REFUSALS.some((kind) => error instanceof kind);
    console.error(isForReader ? `\n${(error as Error).message}` : error);
    process.exitCode = 1;
  }
}
