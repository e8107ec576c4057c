import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { tokenPools } from "@/db/schema/giving";
import { tokenLots } from "@/db/schema/lots";

/** Tokens that have expired back into the pool by `now` and are not booked yet. */
export const dueReturns = (now: SQL) => sql`(
  select coalesce(sum(tokens - redeemed - reversed_available - reversed_vesting - expired), 0) from ${tokenLots}
    where ${tokenLots.tokenPoolId} = ${tokenPools.id} and returns_to_pool and due_at is not null and expires_at <= ${now}
  )`;

/** A pool's columns, and what it gets back by `now` beside them: its figures do not wait for the job that books it. */
export function poolColumns(now: SQL) {
  return { ...getTableColumns(tokenPools), dueReturns: dueReturns(now).mapWith(Number) as SQL<number> };
}

export const instantOf = (now: Date) => sql`${now.toISOString()}::timestamptz`;
