import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/domain/context";
import { type Check, IDS_SHOWN_MAX, rowsOf, within } from "@/lib/domain/giving/go-live/observation";
import { DAY_MS } from "@/lib/domain/shared/duration";

const WINDOW_MS = 14 * DAY_MS;
const ACTIONS_MIN = 10;

const first = (ids: SQL, condition: SQL) =>
  sql`coalesce((array_agg(${ids} order by at desc) filter (where ${condition}))[1:${sql.raw(String(IDS_SHOWN_MAX))}], '{}')`;

type Requests = { replays: number; replayRequestIds: string[]; reused: number; reusedRequestIds: string[] };

async function requestsOf(ctx: Ctx, partnerId: string): Promise<Requests> {
  const isReused = sql`code = 'IDEMPOTENCY_KEY_REUSED'`;
  const [row] = await rowsOf<Requests>(
    ctx,
    sql`
    select count(*) filter (where replayed)::int as replays, ${first(sql`id`, sql`replayed`)} as "replayRequestIds",
      count(*) filter (where ${isReused})::int as reused, ${first(sql`id`, isReused)} as "reusedRequestIds"
    from api_requests
    where partner_id = ${partnerId} and environment = 'sandbox' and ${within(ctx, WINDOW_MS, sql`at`)}
      and api_key_id is not null and route like '/v1/partner/actions/%' and (replayed or ${isReused})`,
  );
  return row!;
}

type Twin = { actionId: string; requestId: string; repeatsActionId: string; total: number };
type Actions = { actions: number; twins: Twin[] };

/** Actions that a key submitted, and those that repeat the payload of another of the ten minutes before. */
async function actionsOf(ctx: Ctx, partnerId: string): Promise<Actions> {
  const own = sql`
    select id, request_id, payload_hash, created_at from actions
    where partner_id = ${partnerId} and environment = 'sandbox' and ${within(ctx, WINDOW_MS, sql`created_at`)}
      and actor_id like 'key\\_%'`;
  const [[counted], twins] = await Promise.all([
    rowsOf<{ actions: number }>(ctx, sql`select count(*)::int as actions from (${own}) as own`),
    rowsOf<Twin>(
      ctx,
      sql`
      select id as "actionId", request_id as "requestId", former as "repeatsActionId", count(*) over ()::int as total
      from (
        select *, lag(id) over same as former, lag(created_at) over same as former_at from (${own}) as own
        window same as (partition by payload_hash order by created_at, id)
      ) as followed
      where created_at - former_at <= interval '10 minutes'
      order by created_at desc limit ${IDS_SHOWN_MAX}`,
    ),
  ]);
  return { actions: counted!.actions, twins };
}

/**
 * Item 6, by the sandbox's last 14 days: ten actions or more, a request that was repeated with its key and payload, no key
 * with two payloads, and no payload under two keys within ten minutes.
 */
export const checkIdempotencyKeys: Check = async (ctx, partner) => {
  const [requests, { actions, twins }] = await Promise.all([requestsOf(ctx, partner.id), actionsOf(ctx, partner.id)]);
  const isMisused = requests.reused > 0 || twins.length > 0;
  const isShown = actions >= ACTIONS_MIN && requests.replays > 0;
  return {
    status: isMisused ? "FAILED" : isShown ? "PASSED" : "PENDING",
    evidence: {
      actions,
      actionsNeeded: ACTIONS_MIN,
      ...requests,
      samePayloadOtherKey: twins[0]?.total ?? 0,
      samePayloadActions: twins.map(({ actionId, requestId, repeatsActionId }) => ({
        ...{ actionId, requestId, repeatsActionId },
      })),
    },
  };
};
