import { env } from "@/lib/platform/env";
import { singleton } from "@/lib/platform/singleton";

const provided = () => singleton<{ url: string | null }>("database-url", () => ({ url: null }));

/** Tells the process where the embedded database listens; called once, by whoever started it. */
export function provideDatabaseUrl(url: string): void {
  provided().url = url;
}

/** `DATABASE_URL`, or the embedded database's address once it runs. */
export function databaseUrl(): string {
  const url = env().databaseUrl ?? provided().url;
  if (url === null) {
    throw new Error("No database: set DATABASE_URL, or start the app with npm start, which brings its own PostgreSQL.");
  }
  return url;
}
