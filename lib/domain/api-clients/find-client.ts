import { eq } from "drizzle-orm";
import { apiClients } from "@/db/schema/api-clients";
import type { ApiClientRow } from "@/lib/domain/api-clients/present-client";
import type { Ctx, InTx } from "@/lib/domain/context";
import { fail } from "@/lib/errors";

/** The client, or `api_client_not_found`. */
export async function requireClient(ctx: Ctx, id: string): Promise<ApiClientRow> {
  const [row] = await ctx.db.select().from(apiClients).where(eq(apiClients.id, id));
  return row ?? fail("api_client_not_found");
}

/** The same, locked until the transaction ends: whoever writes to a client or its keys goes through here. */
export async function lockClient(ctx: InTx<Ctx>, id: string): Promise<ApiClientRow> {
  const [row] = await ctx.db.select().from(apiClients).where(eq(apiClients.id, id)).for("no key update");
  return row ?? fail("api_client_not_found");
}
