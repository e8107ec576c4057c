import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/domain/context";
import type { BlastRadius } from "@/lib/domain/giving/blast-radius/schemas";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";

export const DAYS = 7;
const NAMED_MAX = 10;

/** The traffic that is looked at. Who has calls counted names these three. */
export type Week = { from: Date; to: Date };

export const lastWeek = (ctx: Ctx): Week => ({ from: new Date(ctx.now.getTime() - DAYS * DAY_MS), to: ctx.now });

/** Rows of `column` within the week. */
export const within = ({ from, to }: Week, column: SQL) =>
  sql`${column} >= ${from.toISOString()}::timestamptz and ${column} < ${to.toISOString()}::timestamptz`;

/** Calls by keys that were let in: what was refused anyway, no act refuses. */
const LET_IN = sql`requests.api_key_id is not null and requests.status not in (401, 403, 429)`;

/** A partner's calls with its keys, of both environments; `requests` is how `api_requests` is to be called. */
export function callsOfPartner(ctx: Ctx, partnerId: string): SQL {
  const environments = sql.join(
    ENVIRONMENTS.map((environment) => sql`${environment}`),
    sql`, `,
  );
  return sql`requests.partner_id = ${partnerId} and requests.environment in (${environments})
    and ${within(lastWeek(ctx), sql`requests.at`)} and ${LET_IN}`;
}

/** The same for one of its keys. */
export function callsOfKey(ctx: Ctx, { partnerId, keyId }: { partnerId: string; keyId: string }): SQL {
  return sql`requests.api_key_id = ${keyId} and requests.partner_id = ${partnerId}
    and ${within(lastWeek(ctx), sql`requests.at`)} and ${LET_IN}`;
}

/** Nothing is refused. */
export const NO_CALLS = sql`select * from api_requests as requests where false`;

type Row = {
  refused: number;
  total: number;
  worst: { at: string; calls: number } | null;
  keys: BlastRadius["keys"];
  routes: BlastRadius["routes"];
};

/**
 * Sums up the calls that an act would have refused: `refused` is a query of rows of `api_requests`. One statement, whose
 * answer stays small however much traffic there was.
 */
export async function sumUpRefused(ctx: Ctx, partnerId: string, refused: SQL): Promise<BlastRadius> {
  const { from, to } = lastWeek(ctx);
  const [row] = (await ctx.db.execute(sql`
    with refused as materialized (
      select api_key_id, method, route, date_trunc('hour', at, 'UTC') as hour, count(*)::int as calls
      from (${refused}) as refused group by 1, 2, 3, 4
    )
    select
      (select coalesce(sum(calls), 0)::int from refused) as refused,
      (select count(*)::int from api_requests as requests where ${callsOfPartner(ctx, partnerId)}) as total,
      (select json_build_object('at', hour, 'calls', calls) from (
        select hour, sum(calls)::int as calls from refused group by hour order by calls desc, hour limit 1
      ) as worst) as worst,
      (select coalesce(json_agg(busy_keys), '[]') from (
        select api_key_id as id, api_keys.name, sum(calls)::int as calls
        from refused join api_keys on api_keys.id = api_key_id
        group by 1, 2 order by calls desc, id limit ${NAMED_MAX}
      ) as busy_keys) as keys,
      (select coalesce(json_agg(busy_routes), '[]') from (
        select method, route, sum(calls)::int as calls
        from refused group by 1, 2 order by calls desc, route, method limit ${NAMED_MAX}
      ) as busy_routes) as routes`)) as unknown as Row[];
  const { refused: callsRefused, total: callsTotal, worst, keys, routes } = row!;
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    callsRefused,
    callsTotal,
    worstHour: worst && { at: new Date(worst.at).toISOString(), calls: worst.calls },
    keys,
    routes,
  };
}
