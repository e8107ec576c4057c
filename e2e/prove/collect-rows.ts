import { createHash } from "node:crypto";
import type postgres from "postgres";
import type { Facts } from "@/e2e/prove/facts";

/** What the database holds of everybody's actions, events and deliveries. */
export async function collectRows(
  sql: postgres.Sql,
): Promise<Pick<Facts, "actions" | "events" | "webhooks" | "deliveries">> {
  const actions = await sql`select id, partner_id, idempotency_key, status from actions`;
  const events = await sql`select id, partner_id, type, body, fanned_out_at from events order by position`;
  const webhooks = await sql`select id, partner_id from webhooks`;
  const deliveries = await sql`select id, event_id, webhook_id, status, next_attempt_at from deliveries`;
  return {
    actions: actions.map((row) => ({
      id: row.id,
      partnerId: row.partner_id,
      idempotencyKey: row.idempotency_key,
      status: row.status,
    })),
    events: events.map((row) => ({
      id: row.id,
      partnerId: row.partner_id,
      type: row.type,
      bodyHash: createHash("sha256").update(row.body, "utf8").digest("hex"),
      actionId: JSON.parse(row.body).data.actionId ?? null,
      isFannedOut: row.fanned_out_at !== null,
    })),
    webhooks: webhooks.map((row) => ({ id: row.id, partnerId: row.partner_id })),
    deliveries: deliveries.map((row) => ({
      id: row.id,
      eventId: row.event_id,
      webhookId: row.webhook_id,
      status: row.status,
      hasNextAttempt: row.next_attempt_at !== null,
    })),
  };
}

/** As long as an attempt holds its row before it counts as abandoned. */
const LEASE_MS = 60_000;

/**
 * Lets the time pass that retries and abandoned attempts wait for. Only a lease taken before `diedAt` is ended: the
 * process that took it is gone.
 */
export async function passTime(sql: postgres.Sql, diedAt: Date): Promise<void> {
  const leasedUntil = new Date(diedAt.getTime() + LEASE_MS);
  await sql`
    update deliveries
    set next_attempt_at = now(), leased_until = case when leased_until is not null then now() end
    where status = 'PENDING' and (leased_until is null or leased_until <= ${leasedUntil})`;
}

/** How many attempts are under way or due, and how many events wait to be sent on their way. */
export async function countDue(sql: postgres.Sql): Promise<number> {
  const [row] = await sql`
    select (select count(*) from deliveries
            where status = 'PENDING' and (leased_until is not null or next_attempt_at <= now()))
         + (select count(*) from events where fanned_out_at is null) as due`;
  return Number(row?.due);
}

export async function countPending(sql: postgres.Sql): Promise<number> {
  const [row] = await sql`select count(*) as pending from deliveries where status = 'PENDING'`;
  return Number(row?.pending);
}
