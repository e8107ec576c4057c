import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/domain/context";

/** An instant as the API writes it, for what is put together in the database. */
export function isoTime(column: SQLWrapper): SQL {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** `CountRow`s of a table's rows by a key, in the contract's order; rows without a key are left out. */
export function countRows(key: SQL, rows: SQL): SQL {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('key', key, 'count', count) order by count desc, key collate "C"), '[]')
    from (select ${key} as key, count(*) as count from ${rows} group by 1) as counted where key is not null)`;
}

/** An instant of ours as a parameter. */
export function instantOf(at: Date): SQL {
  return sql`${at.toISOString()}::timestamptz`;
}

/** The rows of a statement that names its columns as `T` does and casts them to what JavaScript reads. */
export async function readRows<T>(ctx: Ctx, statement: SQL): Promise<T[]> {
  return (await ctx.db.execute(statement)) as unknown as T[];
}

/** The one row of such a statement. */
export async function readRow<T>(ctx: Ctx, statement: SQL): Promise<T> {
  const [row] = await readRows<T>(ctx, statement);
  return row!;
}
