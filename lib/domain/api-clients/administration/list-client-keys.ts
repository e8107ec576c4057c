import { asc, desc, eq } from "drizzle-orm";
import { apiClientKeys } from "@/db/schema/api-clients";
import { requireClient } from "@/lib/domain/api-clients/find-client";
import { presentClientKey } from "@/lib/domain/api-clients/present-client";
import type { ApiKey } from "@/lib/domain/api-clients/schemas";
import type { AdminCtx } from "@/lib/domain/context";

/** A client's keys, newest first; neither secret nor hash is among what they show. */
export async function listClientKeys(ctx: AdminCtx, { id }: { id: string }): Promise<{ data: ApiKey[] }> {
  await requireClient(ctx, id);
  const rows = await ctx.db
    .select()
    .from(apiClientKeys)
    .where(eq(apiClientKeys.apiClientId, id))
    .orderBy(desc(apiClientKeys.createdAt), asc(apiClientKeys.id));
  return { data: rows.map(presentClientKey) };
}
