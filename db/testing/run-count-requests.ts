import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { withDatabase } from "@/db/with-database";

// For tests that end servers: how many answered requests were kept, by the last part of the route.

await withDatabase(async () => {
  const rows = await database().db.execute<{ route: string; n: number }>(
    sql`select regexp_replace(route, '^.*/', '') as route, count(*)::int as n from api_requests group by 1`,
  );
  for (const { route, n } of rows) console.log(`${route} ${n}`);
});
