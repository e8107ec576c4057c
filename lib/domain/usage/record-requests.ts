import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { apiRequests } from "@/db/schema/records";

export type RequestRecord = typeof apiRequests.$inferInsert;

/** Writes answered requests and, per key, when it was last used, in two statements. */
export async function recordRequests(db: Db, records: readonly RequestRecord[], lastUsed: ReadonlyMap<string, Date>) {
  if (records.length > 0)
    await db
      .insert(apiRequests)
      .values([...records])
      .onConflictDoNothing();
  if (lastUsed.size === 0) return;
  const rows = [...lastUsed].map(([id, at]) => sql`(${id}, ${at.toISOString()}::timestamptz)`);
  await db.execute(sql`
    update api_keys set last_used_at = used.at
    from (values ${sql.join(rows, sql`, `)}) as used(id, at)
    where api_keys.id = used.id and (api_keys.last_used_at is null or api_keys.last_used_at < used.at)`);
}
