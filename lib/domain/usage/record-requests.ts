import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { apiRequests } from "@/db/schema/records";

/** A row as `api_requests` has it. */
export type RequestRecord = typeof apiRequests.$inferSelect;

/**
 * Writes answered requests and, per key, when it was last used. A batch of any size is one value of one statement: a
 * value for every column of a thousand rows would hold up the requests that come meanwhile.
 */
export async function recordRequests(db: Db, records: readonly RequestRecord[], lastUsed: ReadonlyMap<string, Date>) {
  if (records.length > 0) {
    await db.execute(sql`
      insert into api_requests (id, partner_id, environment, api_key_id, key_class, portal_user_id, admin_id, method, route,
        status, code, signature_valid, idempotency_key_hash, replayed, retry_after_seconds, fault_id, duration_us,
        address, user_agent, at)
      select * from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as record (id text, "partnerId" text,
        environment text, "apiKeyId" text, "keyClass" text, "portalUserId" text, "adminId" text, method text, route text,
        status int, code text, "signatureValid" boolean, "idempotencyKeyHash" text, replayed boolean,
        "retryAfterSeconds" int, "faultId" text, "durationUs" int, address text, "userAgent" text, at timestamptz)
      on conflict do nothing`);
  }
  if (lastUsed.size === 0) return;
  const used = [...lastUsed].map(([id, at]) => ({ id, at }));
  await db.execute(sql`
    update api_keys set last_used_at = used.at
    from jsonb_to_recordset(${JSON.stringify(used)}::jsonb) as used (id text, at timestamptz)
    where api_keys.id = used.id and (api_keys.last_used_at is null or api_keys.last_used_at < used.at)`);
}
