import { asc, desc } from "drizzle-orm";
import { apiClients } from "@/db/schema/api-clients";
import { presentClient } from "@/lib/domain/api-clients/present-client";
import type { ApiClient } from "@/lib/domain/api-clients/schemas";
import type { AdminCtx } from "@/lib/domain/context";

/** Every client, newest first. */
export async function listClients(ctx: AdminCtx): Promise<{ data: ApiClient[] }> {
  const rows = await ctx.db.select().from(apiClients).orderBy(desc(apiClients.createdAt), asc(apiClients.id));
  return { data: rows.map(presentClient) };
}
