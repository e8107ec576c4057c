import DataLoader from "dataloader";
import type { Db } from "@/db/client";

const KEYS_MAX = 200;

/**
 * A read of one row by its key for the hot path. Reads that are asked for in the same turn of the event loop travel as
 * one statement: under load a statement of its own costs more than the row. `read` answers each key at its own place,
 * null where there is no row; when it fails, every read of that turn fails with it. Nothing is kept.
 */
export function gatheredRead<K, R>(read: (db: Db, keys: readonly K[]) => Promise<(R | null)[]>) {
  const loaders = new WeakMap<Db, DataLoader<K, R | null>>();
  const loaderOf = (db: Db) => {
    const present = loaders.get(db);
    if (present) return present;
    const loader = new DataLoader<K, R | null>((keys) => read(db, keys), {
      cache: false,
      maxBatchSize: KEYS_MAX,
      batchScheduleFn: setImmediate,
    });
    loaders.set(db, loader);
    return loader;
  };
  return (db: Db, key: K): Promise<R | null> => loaderOf(db).load(key);
}
