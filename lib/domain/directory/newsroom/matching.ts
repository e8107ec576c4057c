import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { containsPattern } from "@/lib/domain/shared/like";

/** Lists that name any of these values, whatever their case; without values all do. */
export function namesAnyOf(column: PgColumn, values: readonly string[]): SQL | undefined {
  if (values.length === 0) return undefined;
  const wanted = sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
  return sql`exists (select 1 from unnest(${column}) as named where lower(named) in (${wanted}))`;
}

/** Rows that hold a text in one of these, whatever its case; without a text all do. */
export function holdsText(q: string | undefined, columns: readonly SQLWrapper[]): SQL | undefined {
  if (q === undefined) return undefined;
  // A line break between them, which no text of a filter has inside it, keeps matches within one of them.
  const whole = sql.join(
    columns.map((column) => sql`${column}`),
    sql`, `,
  );
  return sql`lower(concat_ws(E'\n', ${whole})) like ${containsPattern(q)}`;
}
