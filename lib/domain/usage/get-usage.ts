import { type SQL, sql } from "drizzle-orm";
import type { AdminCtx } from "@/lib/domain/context";
import type { Usage, UsageQuery } from "@/lib/domain/usage/schemas";
import { type UsageSpan, usageSpan } from "@/lib/domain/usage/usage-span";

const TOP = 10;

/** Counted once for each way of looking at the rows; `rateLimited` are among the client errors. */
const OUTCOMES = sql`count(*)::float8 as calls,
  (count(*) filter (where status < 400))::float8 as succeeded,
  (count(*) filter (where status between 400 and 499))::float8 as "clientErrors",
  (count(*) filter (where status >= 500))::float8 as "serverErrors",
  (count(*) filter (where status = 429))::float8 as "rateLimited"`;

/** Requests of partners; what nobody could be named for is none of theirs. */
function requestsOf({ from, to }: UsageSpan, { partnerId, environment }: UsageQuery): SQL {
  return sql`api_requests where at >= ${from.toISOString()}::timestamptz and at < ${to.toISOString()}::timestamptz
    and ${partnerId === undefined ? sql`partner_id is not null` : sql`partner_id = ${partnerId}`}
    and ${environment === undefined ? sql`true` : sql`environment = ${environment}`}`;
}

async function rowsOf<T>(ctx: AdminCtx, query: SQL): Promise<T[]> {
  return (await ctx.db.execute(query)) as unknown as T[];
}

type Outcomes = Omit<Usage["totals"], "p50Ms" | "p95Ms">;

async function totalsOf(ctx: AdminCtx, requests: SQL): Promise<Usage["totals"]> {
  const [row] = await rowsOf<Outcomes & { p50Us: number | null; p95Us: number | null }>(
    ctx,
    sql`select ${OUTCOMES}, percentile_disc(0.5) within group (order by duration_us) as "p50Us",
      percentile_disc(0.95) within group (order by duration_us) as "p95Us" from ${requests}`,
  );
  const { p50Us, p95Us, ...outcomes } = row!;
  const msOf = (us: number | null) => (us === null ? null : us / 1000);
  return { ...outcomes, p50Ms: msOf(p50Us), p95Ms: msOf(p95Us) };
}

const NO_CALLS: Outcomes = { calls: 0, succeeded: 0, clientErrors: 0, serverErrors: 0, rateLimited: 0 };

async function seriesOf(ctx: AdminCtx, requests: SQL, { interval, starts }: UsageSpan): Promise<Usage["series"]> {
  const rows = await rowsOf<Outcomes & { start: number }>(
    ctx,
    sql`select extract(epoch from date_trunc(${interval}, at, 'UTC'))::float8 * 1000 as start, ${OUTCOMES}
      from ${requests} group by 1`,
  );
  const byStart = new Map(rows.map(({ start, ...outcomes }) => [start, outcomes]));
  return starts.map((start) => ({ t: start.toISOString(), ...(byStart.get(start.getTime()) ?? NO_CALLS) }));
}

function topPartnersOf(ctx: AdminCtx, requests: SQL): Promise<Usage["topPartners"]> {
  return rowsOf(
    ctx,
    sql`select top.*, coalesce(partners.name, top."partnerId") as name from (
        select partner_id as "partnerId", ${OUTCOMES} from ${requests} group by 1 order by calls desc, 1 limit ${TOP}
      ) as top left join partners on partners.id = top."partnerId" order by calls desc, "partnerId"`,
  );
}

function topRoutesOf(ctx: AdminCtx, requests: SQL): Promise<Usage["topRoutes"]> {
  return rowsOf(
    ctx,
    sql`select method, route, ${OUTCOMES} from ${requests} group by 1, 2 order by calls desc, 1, 2 limit ${TOP}`,
  );
}

function topErrorCodesOf(ctx: AdminCtx, requests: SQL): Promise<Usage["topErrorCodes"]> {
  return rowsOf(
    ctx,
    sql`select code, min(status) as status, count(*)::float8 as calls, count(distinct partner_id)::float8 as partners
      from ${requests} and code is not null and status >= 400 group by 1 order by calls desc, 1 limit ${TOP}`,
  );
}

/** What partners called in a span of time; every figure is counted by the database. */
export async function getUsage(ctx: AdminCtx, input: UsageQuery): Promise<Usage> {
  const span = usageSpan(ctx.now, input);
  const requests = requestsOf(span, input);
  const [totals, series, topPartners, topRoutes, topErrorCodes] = await Promise.all([
    totalsOf(ctx, requests),
    seriesOf(ctx, requests, span),
    topPartnersOf(ctx, requests),
    topRoutesOf(ctx, requests),
    topErrorCodesOf(ctx, requests),
  ]);
  const period = { from: span.from.toISOString(), to: span.to.toISOString() };
  return { period, interval: span.interval, totals, series, topPartners, topRoutes, topErrorCodes };
}
