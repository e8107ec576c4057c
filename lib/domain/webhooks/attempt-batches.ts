import { eq, sql } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { deliveries, deliveryAttempts, events, webhooks } from "@/db/schema/webhooks";
import type { Db } from "@/lib/domain/context";
import { together } from "@/lib/domain/shared/together";
import { type Claim, IN_FLIGHT_MAX, LEASE_MS, type PartnersClaim } from "@/lib/domain/webhooks/claim-attempt";
import type { Outcome } from "@/lib/domain/webhooks/post-to-receiver";
import { asPartners, type WebhookRow } from "@/lib/domain/webhooks/present-webhook";
import { inBatches } from "@/lib/platform/in-batches";
import { logger } from "@/lib/platform/logger";

/** An attempt that is to be claimed, of a delivery to this webhook. */
export type Wanted = { deliveryId: string; webhookId: string; attempt: number; now: Date };
/** An attempt that succeeded. */
export type Done = { claim: Claim; outcome: Outcome; startedAt: Date; finishedAt: Date };

type Item = { wanted: Wanted } | { done: Done };
/** What came of an item; null where it was not a plain case and must be seen to on its own. */
type Result = { claim?: PartnersClaim } | null;

/** Half of what may be in flight: one half is on its way to receivers while the other is in the database. */
const ITEMS_MAX = 32;

const batchesOf = new WeakMap<Db, (item: Item) => Promise<Result>>();

function addToBatch(db: Db, item: Item): Promise<Result> {
  const add = batchesOf.get(db) ?? inBatches<Item, Result>(ITEMS_MAX, (items) => runBatch(db, items));
  batchesOf.set(db, add);
  return add(item);
}

/**
 * Claims the attempt as `claimAttempt` does, in one transaction with all that is asked for meanwhile; only what can be
 * sent at once. Null for anything else, a webhook that somebody else has locked and a subscription to the directory among
 * it: that is for `claimAttempt`.
 */
export async function claimInBatch(db: Db, wanted: Wanted): Promise<PartnersClaim | null> {
  return (await addToBatch(db, { wanted }))?.claim ?? null;
}

/** Keeps a success as `recordAttempt` does, in one transaction with others. False when that is left to `recordAttempt`. */
export async function recordInBatch(db: Db, done: Done): Promise<boolean> {
  return (await addToBatch(db, { done })) !== null;
}

async function runBatch(db: Db, items: readonly Item[]): Promise<Result[]> {
  const wanted = firstOfEach(items.flatMap((item) => ("wanted" in item ? [item.wanted] : [])));
  const done = items.flatMap((item) => ("done" in item ? [item.done] : []));
  try {
    return await db.transaction(async (tx) => {
      const webhookIds = [...wanted.map(({ webhookId }) => webhookId), ...done.map(({ claim }) => claim.webhook.id)];
      // A plan made while there were few deliveries would read all of them once there are many.
      const [, locked] = await together([
        tx.execute(sql`set local plan_cache_mode = force_custom_plan`),
        lockWebhooks(tx, webhookIds),
      ]);
      const kept = done.filter(({ claim }) => locked.has(claim.webhook.id));
      if (kept.length > 0) await recordSuccesses(tx, kept);
      const claims = await claimAll(tx, wanted, locked);
      return items.map((item) => {
        if ("done" in item) return locked.has(item.done.claim.webhook.id) ? {} : null;
        const claim = claims.get(item.wanted);
        return claim ? { claim } : null;
      });
    });
  } catch (err) {
    logger.warn({ err }, "a batch of attempts failed; each is seen to on its own");
    return items.map(() => null);
  }
}

/** A delivery that is asked for twice is claimed once; what else is said of it is found out on its own. */
function firstOfEach(wanted: readonly Wanted[]): Wanted[] {
  return [...new Map([...wanted].reverse().map((each) => [each.deliveryId, each])).values()];
}

/** The rows that this batch holds, and whether requests may go there now. */
type Locked = Map<string, { webhook: WebhookRow; isOpen: boolean }>;

/** One order, so no deadlock; and no waiting, so that whoever holds one webhook for long delays no other. */
async function lockWebhooks(tx: Db, ids: readonly string[]): Promise<Locked> {
  const rows = await tx
    .select({ webhook: webhooks, partnerStatus: partners.status })
    .from(webhooks)
    .innerJoin(partners, eq(partners.id, webhooks.partnerId))
    .where(sql`${webhooks.id} in ${listOf([...new Set(ids)])}`)
    .orderBy(webhooks.id)
    .for("no key update", { of: webhooks, skipLocked: true });
  return new Map(
    rows.map(({ webhook, partnerStatus }) => {
      const isOpen = webhook.isActive && webhook.deletedAt === null && partnerStatus !== "TERMINATED";
      return [webhook.id, { webhook: asPartners(webhook), isOpen }];
    }),
  );
}

/** As one parameter, so that the text is the same for any number of them. */
const listOf = (ids: readonly string[]) => sql`(select json_array_elements_text(${JSON.stringify(ids)}::json))`;

async function recordSuccesses(tx: Db, done: readonly Done[]): Promise<void> {
  const rows = done.map(({ claim, outcome, startedAt, finishedAt }) => ({
    delivery_id: claim.delivery.id,
    webhook_id: claim.webhook.id,
    n: claim.attempt,
    leased_until: claim.leasedUntil,
    started_at: startedAt,
    finished_at: finishedAt,
    http_status: outcome.httpStatus,
    duration_ms: outcome.durationMs,
    response_snippet: outcome.responseSnippet,
  }));
  // As in `recordAttempt`, the attempt is noted in any case, and only whose lease still holds has a say.
  await tx.execute(sql`
    with done as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as done (
        delivery_id text, webhook_id text, n integer, leased_until timestamptz, started_at timestamptz,
        finished_at timestamptz, http_status integer, duration_ms integer, response_snippet text
      )
    ), noted as (
      insert into ${deliveryAttempts} (delivery_id, webhook_id, n, at, http_status, duration_ms, response_snippet)
      select delivery_id, webhook_id, n, started_at, http_status, duration_ms, response_snippet from done
      on conflict do nothing
    ), kept as (
      update ${deliveries} as delivery
      set status = 'SUCCEEDED', next_attempt_at = null, leased_until = null, updated_at = done.finished_at
      from done
      where delivery.id = done.delivery_id and delivery.status = 'PENDING'
        and delivery.attempts_made = done.n and delivery.leased_until = done.leased_until
      returning delivery.webhook_id, done.finished_at
    )
    update ${webhooks} as webhook
    set consecutive_failures = 0, last_delivery_at = latest.at, last_success_at = latest.at
    from (select webhook_id, max(finished_at) as at from kept group by webhook_id) as latest
    where webhook.id = latest.webhook_id`);
}

/** Takes what can be taken at once, at each webhook only as many as make four in flight there. */
async function claimAll(tx: Db, wanted: readonly Wanted[], locked: Locked): Promise<Map<Wanted, PartnersClaim>> {
  const open = wanted.filter(({ webhookId }) => locked.get(webhookId)?.isOpen);
  if (open.length === 0) return new Map();
  const rows = open.map(({ deliveryId, webhookId, attempt, now }) => ({
    delivery_id: deliveryId,
    webhook_id: webhookId,
    attempt,
    now,
    leased_until: new Date(now.getTime() + LEASE_MS),
  }));
  // A statement of its own, after the lock: it must see the leases that those who held the lock before have taken.
  const taken = await tx.execute<{ id: string }>(sql`
    with wanted as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as wanted (
        delivery_id text, webhook_id text, attempt integer, now timestamptz, leased_until timestamptz
      )
    ), claimable as (
      select delivery.id, wanted.attempt, wanted.now, wanted.leased_until,
        row_number() over (partition by delivery.webhook_id order by delivery.next_attempt_at, delivery.id) + (
          select count(*) from ${deliveries} as other
          where other.webhook_id = delivery.webhook_id and other.leased_until > wanted.now
        ) as place
      from wanted
      join ${deliveries} as delivery on delivery.id = wanted.delivery_id and delivery.webhook_id = wanted.webhook_id
      where delivery.status = 'PENDING' and delivery.next_attempt_at <= wanted.now and (
        (delivery.attempts_made = wanted.attempt - 1 and delivery.leased_until is null)
        or (delivery.attempts_made = wanted.attempt and delivery.leased_until is not null)
      )
    )
    update ${deliveries} as delivery
    set attempts_made = claimable.attempt, leased_until = claimable.leased_until,
      next_attempt_at = claimable.leased_until, updated_at = claimable.now
    from claimable
    where delivery.id = claimable.id and claimable.place <= ${IN_FLIGHT_MAX}
    returning delivery.id`);
  if (taken.length === 0) return new Map();
  const read = await tx
    .select({ delivery: deliveries, body: events.body, isTest: events.isTest })
    .from(deliveries)
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .where(sql`${deliveries.id} in ${listOf(taken.map(({ id }) => id))}`);
  const wantedBy = new Map(open.map((each) => [each.deliveryId, each]));
  return new Map(
    read.map(({ delivery, body, isTest }) => {
      const each = wantedBy.get(delivery.id)!;
      const { webhook } = locked.get(delivery.webhookId)!;
      return [each, { delivery, webhook, body, isTest, attempt: each.attempt, leasedUntil: delivery.leasedUntil! }];
    }),
  );
}
