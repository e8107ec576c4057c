import { and, DrizzleQueryError, eq, getTableColumns, getTableName, is, Param, Placeholder, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import * as builder from "drizzle-orm/utils";
import type { Db } from "@/db/client";

type Values = Record<string, unknown>;
type Query<R> = { prepare(name: string): { execute(values?: Values): Promise<R> } };

/** What the query builder's prepared query and sessions hold, outside their types. */
type Built = { queryString: string; params: unknown[]; fields?: Fields; joinsNotNullableMap?: Record<string, boolean> };
type Fields = { path: string[]; field: unknown }[];
type Client = { unsafe(text: string, values: unknown[]): Sent };
type Sent = Promise<unknown[]> & {
  values(): Promise<unknown[][]>;
  forEach(take: (row: unknown) => void): Promise<unknown>;
};
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

/** The columns of one kind of row as they travel: one JSON value, so that a statement's text is the same for any number. */
type Parcel = { names: string; source: string; pack(rows: readonly Values[]): string };

function parcelOf(table: PgTable, columns: readonly string[]): Parcel {
  const all = getTableColumns(table) as Record<string, PgColumn>;
  const named = columns.map((column) => ({ column, name: `"${all[column]!.name}"`, type: all[column]!.getSQLType() }));
  return {
    names: named.map(({ name }) => name).join(", "),
    source: `jsonb_to_recordset($1::jsonb) as given (${named.map(({ name, type }) => `${name} ${type}`).join(", ")})`,
    pack: (rows) => {
      const given = rows.map((row) =>
        Object.fromEntries(named.map(({ column, name }) => [name.slice(1, -1), row[column]])),
      );
      return JSON.stringify(given, (_, value) => (typeof value === "bigint" ? String(value) : value));
    },
  };
}

/**
 * Inserts any number of rows of these columns by one statement; a column that a row leaves out is null there, columns that
 * are not named take the table's defaults. `ending` is what follows the rows: `on conflict …`, `returning …`. Rows are
 * taken in the order given. Returns what the ending returns, under the names it gives.
 */
export function insertion<T extends PgTable, K extends keyof T["$inferInsert"] & string, R = never>(
  table: T,
  columns: readonly K[],
  ending = "",
) {
  const { names, source, pack } = parcelOf(table, columns);
  const text = `insert into "${getTableName(table)}" (${names}) select ${names} from ${source} ${ending}`;
  return async (db: Db, rows: readonly Pick<T["$inferInsert"], K>[]): Promise<R[]> => {
    if (rows.length === 0) return [];
    return send<R>(db, text, [pack(rows)]);
  };
}

/** Sets these columns of any number of rows, each found by the first of them, by one statement. */
export function updating<T extends PgTable, K extends keyof T["$inferSelect"] & string>(
  table: T,
  columns: readonly [K, ...K[]],
) {
  const { names, source, pack } = parcelOf(table, columns);
  const [key, ...changed] = names.split(", ");
  const name = `"${getTableName(table)}"`;
  const changes = changed.map((column) => `${column} = given.${column}`).join(", ");
  const text = `update ${name} set ${changes} from ${source} where ${name}.${key} = given.${key}`;
  return async (db: Db, rows: readonly Pick<T["$inferSelect"], K>[]): Promise<void> => {
    if (rows.length > 0) await send(db, text, [pack(rows)]);
  };
}

/** Sends a text as it stands, prepared once for each connection, in the order of the calls; returns its rows. */
export async function send<R>(db: Db, text: string, parameters: readonly unknown[]): Promise<R[]> {
  try {
    return (await clientOf(db).unsafe(text, [...parameters])) as unknown as R[];
  } catch (error) {
    throw new DrizzleQueryError(text, [...parameters], error as Error);
  }
}

/**
 * Sends a text as it stands and hands over its rows one by one as they come, while the database goes on: for more of them
 * than memory should hold.
 */
export async function sendEach<R>(
  db: Db,
  text: string,
  parameters: readonly unknown[],
  take: (row: R) => void,
): Promise<void> {
  try {
    await clientOf(db)
      .unsafe(text, [...parameters])
      .forEach((row) => {
        take(row as R);
      });
  } catch (error) {
    throw new DrizzleQueryError(text, [...parameters], error as Error);
  }
}
