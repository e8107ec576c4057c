import { type Db, database } from "@/db/client";

/** The process's connection, for whoever makes contexts. */
export function connection(): Db {
  return database().db;
}

/** Closes every connection, letting running statements end. */
export function closeConnections(): Promise<void> {
  return database().sql.end({ timeout: 5 });
}
