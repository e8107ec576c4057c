import type { Db } from "@/db/client";

type Values = Record<string, unknown>;
type Executable<R> = { execute(values: Values): Promise<R> };
type Query<R> = { prepare(name: string): Executable<R> };

/** The driver's side of a connection or transaction; the query builder keeps it there, outside its types. */
function clientOf(db: Db): unknown {
  return (db as unknown as { _: { session: { client: unknown } } })._.session.client;
}

/**
 * A query for the hot path: put together once, with `sql.placeholder` where values go, and run on whichever connection or
 * transaction it is given.
 */
export function statement<R>(build: (db: Db) => Query<R>): (db: Db, values: Values) => Promise<R> {
  let built: Executable<R> | undefined;
  return (db, values) => {
    built ??= build(db).prepare("statement");
    const bound: Executable<R> = Object.create(built, { client: { value: clientOf(db) } });
    return bound.execute(values);
  };
}
