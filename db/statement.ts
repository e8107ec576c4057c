import { and, DrizzleQueryError, eq, is, Param, Placeholder, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import * as builder from "drizzle-orm/utils";
import type { Db } from "@/db/client";

type Values = Record<string, unknown>;
type Query<R> = { prepare(name: string): { execute(values?: Values): Promise<R> } };

/** What the query builder's prepared query and sessions hold, outside their types. */
type Built = { queryString: string; params: unknown[]; fields?: Fields; joinsNotNullableMap?: Record<string, boolean> };
type Fields = { path: string[]; field: unknown }[];
type Client = { unsafe(text: string, values: unknown[]): { values(): Promise<unknown[][]> } };
type Fill = (values: Values) => unknown;

/** The query builder's own reading of a row; exported, though its types keep silent about it. */
const { mapResultRow } = builder as unknown as {
  mapResultRow(fields: Fields, row: unknown[], joins: Record<string, boolean> | undefined): unknown;
};

const clientOf = (db: Db) => (db as unknown as { _: { session: { client: Client } } })._.session.client;

/** How one parameter comes from the values: as the column writes it, or as it stands. */
function fillOf(parameter: unknown): Fill {
  if (is(parameter, Placeholder)) return (values) => values[parameter.name];
  if (!is(parameter, Param) || !is(parameter.value, Placeholder)) return () => parameter;
  const { encoder, value: placeholder } = parameter;
  const { name } = placeholder as Placeholder;
  return (values) => (values[name] == null ? null : encoder.mapToDriverValue(values[name]));
}

/**
 * A query for the hot path. The query builder puts its text together once, with `sql.placeholder` where values go: doing
 * so for each request costs more than all else the request does. Runs on the connection or transaction it is given;
 * statements that are called one after another without waiting are sent in this order.
 */
export function statement<R>(build: (db: Db) => Query<R>): (db: Db, values: Values) => Promise<R> {
  let made: (Built & { fills: Fill[] }) | undefined;
  return async (db, values) => {
    if (!made) {
      const { queryString, params, fields, joinsNotNullableMap } = build(db).prepare("") as unknown as Built;
      made = { queryString, params, fields, joinsNotNullableMap, fills: params.map(fillOf) };
    }
    const { queryString, fields, joinsNotNullableMap, fills } = made;
    const parameters = fills.map((fill) => fill(values));
    try {
      const rows = await clientOf(db).unsafe(queryString, parameters).values();
      // The builder's types say that these rows are R.
      return (fields ? rows.map((row) => mapResultRow(fields, row, joinsNotNullableMap)) : []) as R;
    } catch (error) {
      throw new DrizzleQueryError(queryString, parameters, error as Error);
    }
  };
}

/** The condition on rows of one partner and environment, filled by the values `partnerId` and `environment`. */
export function inScope({ partnerId, environment }: { partnerId: PgColumn; environment: PgColumn }) {
  return and(eq(partnerId, sql.placeholder("partnerId")), eq(environment, sql.placeholder("environment")))!;
}

/** Placeholders for `count` rows of these columns; `rowValues` fills them. */
export function placeholderRows<K extends string>(columns: readonly K[], count: number) {
  return Array.from({ length: count }, (_, n) => {
    const row = columns.map((column) => [column, sql.placeholder(`${n}.${column}`)]);
    return Object.fromEntries(row) as Record<K, Placeholder>;
  });
}

export function rowValues(columns: readonly string[], rows: readonly Values[]): Values {
  const values: Values = {};
  for (const [n, row] of rows.entries()) for (const column of columns) values[`${n}.${column}`] = row[column];
  return values;
}

/** Beyond this a statement is made for the occasion: large batches come in all sizes. */
const COUNT_MAX = 64;

/** One statement for each number of rows. */
export function statementByCount<R>(build: (count: number) => (db: Db) => Query<R>) {
  const made = new Map<number, (db: Db, values: Values) => Promise<R>>();
  return (count: number) => {
    const present = made.get(count) ?? statement(build(count));
    if (count <= COUNT_MAX) made.set(count, present);
    return present;
  };
}

/**
 * Inserts rows of these columns; a column that a row leaves out is null there. Columns that are not named take the
 * table's defaults.
 */
export function insertion<T extends PgTable, K extends keyof T["$inferInsert"] & string>(
  table: T,
  columns: readonly K[],
) {
  const forCount = statementByCount((count) => (db) => {
    type Rows = (typeof table)["$inferInsert"][];
    return db.insert(table).values(placeholderRows(columns, count) as unknown as Rows as never);
  });
  return async (db: Db, rows: readonly Pick<T["$inferInsert"], K>[]): Promise<void> => {
    if (rows.length > 0) await forCount(rows.length)(db, rowValues(columns, rows));
  };
}
