import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { apiRequests } from "@/db/schema/records";

export type RequestRecord = typeof apiRequests.$inferInsert;

/**
 * Writes answered requests and, per key, when it was last used. A batch of any size is one value of one statement: a
 * value for every column of a thousand rows would hold up the requests that come meanwhile.
 */
export async function recordRequests(db: Db, records: readonly RequestRecord[], lastUsed: ReadonlyMap<string, Date>) {
  if (records.length > 0) {
    await db.execute(sql`
      insert into api_requests (id, partner_id, environment, api_key_id, portal_user_id, method, route, status, code,
        duration_us, address, user_agent, at)
      select * from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as record (id text, "partnerId" text,
        environment text, "apiKeyId" text, "portalUserId" text, method text, route text, status int, code text,
        "durationUs" int, address text, "userAgent" text, at timestamptz)
      on conflict do nothing`);
  }
  if (lastUsed.size === 0) return;
  const used = [...lastUsed].map(([id, at]) => ({ id, at }));
  await db.execute(sql`
    update api_keys set last_used_at = used.at
    from jsonb_to_recordset(${JSON.stringify(used)}::jsonb) as used (id text, at timestamptz)
    where api_keys.id = used.id and (api_keys.last_used_at is null or api_keys.last_used_at < used.at)`);
}
