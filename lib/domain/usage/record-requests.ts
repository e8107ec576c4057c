import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { apiRequests } from "@/db/schema/records";

type Row = typeof apiRequests.$inferSelect;
type DirectoryColumn = "apiClientId" | "eventType" | "subjectType" | "subjectId" | "outcome" | "metadata";

/** A row as `api_requests` has it; what only calls of the directory API have may be left out. */
export type RequestRecord = Omit<Row, DirectoryColumn> & Partial<Pick<Row, DirectoryColumn>>;

/**
 * Writes answered requests and, per key, when it was last used. A batch of any size is one value of one statement: a
 * value for every column of a thousand rows would hold up the requests that come meanwhile.
 */
export async function recordRequests(db: Db, records: readonly RequestRecord[], lastUsed: ReadonlyMap<string, Date>) {
  if (records.length > 0) {
    await db.execute(sql`
      insert into api_requests (id, partner_id, environment, api_key_id, key_class, portal_user_id, admin_id, method, route,
        status, code, signature_valid, idempotency_key_hash, replayed, retry_after_seconds, fault_id, duration_us,
        address, user_agent, at, api_client_id, event_type, subject_type, subject_id, outcome, metadata)
      select * from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as record (id text, "partnerId" text,
        environment text, "apiKeyId" text, "keyClass" text, "portalUserId" text, "adminId" text, method text, route text,
        status int, code text, "signatureValid" boolean, "idempotencyKeyHash" text, replayed boolean,
        "retryAfterSeconds" int, "faultId" text, "durationUs" int, address text, "userAgent" text, at timestamptz,
        "apiClientId" text, "eventType" text, "subjectType" text, "subjectId" text, outcome text, metadata jsonb)
      on conflict do nothing`);
  }
  if (lastUsed.size === 0) return;
  const used = [...lastUsed].map(([id, at]) => ({ id, at }));
  // Ids of the two kinds of keys have different forms: each statement finds its own.
  for (const table of [sql`api_keys`, sql`api_client_keys`]) {
    await db.execute(sql`
    update ${table} as keys set last_used_at = used.at
    from jsonb_to_recordset(${JSON.stringify(used)}::jsonb) as used (id text, at timestamptz)
    where keys.id = used.id and (keys.last_used_at is null or keys.last_used_at < used.at)`);
  }
}
