import { eq, type SQL, sql } from "drizzle-orm";
import { apiKeys } from "@/db/schema/keys";
import { partners } from "@/db/schema/partners";
import type { Ctx } from "@/lib/domain/context";
import {
  callsOfKey,
  callsOfPartner,
  DAYS,
  lastWeek,
  NO_CALLS,
  sumUpRefused,
  within,
} from "@/lib/domain/giving/blast-radius/refused-traffic";
import type { BlastRadius } from "@/lib/domain/giving/blast-radius/schemas";
import { type PartnerStatus, TIER_CAPS, type Tier } from "@/lib/domain/partners/statuses";
import type { Environment } from "@/lib/domain/shared/schemas";
import { isOnList } from "@/lib/platform/address-list";

/** What taking a key away would have done: all its calls are refused. */
export function blastRadiusOfKey(ctx: Ctx, input: { partnerId: string; keyId: string }): Promise<BlastRadius> {
  const calls = sql`select * from api_requests as requests where ${callsOfKey(ctx, input)}`;
  return sumUpRefused(ctx, input.partnerId, calls);
}

/** What a status would have done: only active partners are served. */
export function blastRadiusOfStatus(
  ctx: Ctx,
  { partnerId, status }: { partnerId: string; status: PartnerStatus },
): Promise<BlastRadius> {
  const calls = sql`select * from api_requests as requests where ${callsOfPartner(ctx, partnerId)}`;
  return sumUpRefused(ctx, partnerId, status === "ACTIVE" ? NO_CALLS : calls);
}

const BATCH_ROUTE = "/v1/partner/actions/batch";

async function countBatches(ctx: Ctx, partnerId: string): Promise<number> {
  const [row] = (await ctx.db.execute(sql`
    select count(*)::int as n from api_requests as requests
    where ${callsOfPartner(ctx, partnerId)} and route = ${BATCH_ROUTE}`)) as unknown as { n: number }[];
  return row!.n;
}

/**
 * Calls beyond the caps: in each minute of the clock those past the burst, and of the others those past the hour's, by
 * environment and kind of key, as the limits count (contract 4). Only hours that are too full are gone through call by call.
 */
function callsBeyond(ctx: Ctx, partnerId: string, { hour, minute }: { hour: number; minute: number }): SQL {
  return sql`
    with calls as materialized (
      select id, api_key_id, method, route, at, environment, key_class,
        date_trunc('minute', at, 'UTC') as in_minute, date_trunc('hour', at, 'UTC') as in_hour
      from api_requests as requests where ${callsOfPartner(ctx, partnerId)}
    ), full_hours as (
      select environment, key_class, in_hour from (
        select environment, key_class, in_hour, count(*) as calls from calls group by 1, 2, 3, in_minute
      ) as minutes group by 1, 2, 3 having sum(calls) > ${hour} or max(calls) > ${minute}
    ), by_minute as (
      select calls.*,
        row_number() over (partition by environment, key_class, in_minute order by at, id) > ${minute} as over_burst
      from calls join full_hours using (environment, key_class, in_hour)
    ), by_hour as (
      select *, count(*) filter (where not over_burst)
        over (partition by environment, key_class, in_hour order by at, id rows unbounded preceding) as used
      from by_minute
    )
    select * from by_hour where over_burst or used > ${hour}`;
}

/** What a tier's limits would have done. */
export async function blastRadiusOfTier(
  ctx: Ctx,
  { partnerId, tier }: { partnerId: string; tier: Tier },
): Promise<BlastRadius> {
  const radius = await sumUpRefused(ctx, partnerId, callsBeyond(ctx, partnerId, TIER_CAPS[tier]));
  const batches = await countBatches(ctx, partnerId);
  if (batches === 0) return radius;
  const note = `${batches} of the calls were batches: each counts here as one call, and to the limits as many as it holds.`;
  return { ...radius, note };
}

type Allowlist = { partnerId: string; ipAllowlist: readonly string[]; keyId?: string };

/** From where each key was used with a signature, by keys whose use an allow-list is to bind. */
async function findPlaces(ctx: Ctx, calls: SQL): Promise<{ key: string; address: string }[]> {
  return (await ctx.db.execute(sql`
    select distinct api_key_id as key, address from api_requests as requests
    where ${calls} and signature_valid`)) as unknown as { key: string; address: string }[];
}

/**
 * What an allow-list would have done, the partner's or that of the key that is named. An address must be on both lists.
 * Calls that a browser makes with a publishable key alone are not bound to any address.
 */
export async function blastRadiusOfAllowlist(ctx: Ctx, input: Allowlist): Promise<BlastRadius> {
  const { partnerId, ipAllowlist, keyId } = input;
  const calls = keyId === undefined ? callsOfPartner(ctx, partnerId) : callsOfKey(ctx, { partnerId, keyId });
  const { id, ipAllowlist: list } = apiKeys;
  const [places, [partner], keys] = await Promise.all([
    findPlaces(ctx, calls),
    ctx.db.select({ list: partners.ipAllowlist }).from(partners).where(eq(partners.id, partnerId)),
    ctx.db.select({ id, list }).from(apiKeys).where(eq(apiKeys.partnerId, partnerId)),
  ]);
  const ofPartner = keyId === undefined ? ipAllowlist : (partner?.list ?? []);
  const ofKeys = new Map(keys.map((key) => [key.id, key.list]));
  const listOf = (key: string) => (key === keyId ? ipAllowlist : (ofKeys.get(key) ?? []));
  const refused = places.filter(
    ({ key, address }) => !(isOnList(ofPartner, address) && isOnList(listOf(key), address)),
  );
  return sumUpRefused(
    ctx,
    partnerId,
    sql`
    select requests.* from api_requests as requests
    join jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as place (key text, address text)
      on place.key = requests.api_key_id and place.address = requests.address
    where ${calls} and signature_valid`,
  );
}

type PoolLeft = Scope & { poolId: string; balance: number; refills: boolean };
type Scope = { partnerId: string; environment: Environment };

/** What was drawn from a pool. */
const draws = (ctx: Ctx, { partnerId, environment, poolId }: PoolLeft) => sql`
  partner_id = ${partnerId} and environment = ${environment} and token_pool_id = ${poolId} and tokens_distributed > 0
    and ${within(lastWeek(ctx), sql`created_at`)}`;

async function sumDistributed(ctx: Ctx, pool: PoolLeft): Promise<number> {
  const [row] = (await ctx.db.execute(sql`
    select coalesce(sum(tokens_distributed), 0)::float8 as tokens from actions where ${draws(ctx, pool)}
  `)) as unknown as { tokens: number }[];
  return row!.tokens;
}

/** Keyed calls whose tokens would have come after a pool of so many tokens was used up, nothing being added meanwhile. */
function callsUncovered(ctx: Ctx, pool: PoolLeft): SQL {
  return sql`
    select * from api_requests as requests where ${callsOfPartner(ctx, pool.partnerId)} and id in (
      select request_id from (
        select request_id, sum(tokens_distributed) over (order by created_at, id) as drawn
        from actions where ${draws(ctx, pool)}
      ) as draws where drawn > ${pool.balance}
    )`;
}

/** What it would have meant to begin these days with so many tokens in a pool as are left after a withdrawal. */
export async function blastRadiusOfPool(ctx: Ctx, input: PoolLeft): Promise<BlastRadius> {
  const { partnerId, balance, refills } = input;
  const radius = await sumUpRefused(ctx, partnerId, callsUncovered(ctx, input));
  const distributedTokens = await sumDistributed(ctx, input);
  const runwayDays = distributedTokens === 0 ? null : Math.round((balance * DAYS * 10) / distributedTokens) / 10;
  const note = refills ? "The pool's automatic refill is left out: it would have added tokens." : undefined;
  return { ...radius, pool: { balance, distributedTokens, runwayDays }, ...(note && { note }) };
}
