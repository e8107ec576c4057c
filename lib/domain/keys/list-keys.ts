import { desc, eq } from "drizzle-orm";
import { apiKeys } from "@/db/schema/keys";
import type { UserCtx } from "@/lib/domain/context";
import { presentKey } from "@/lib/domain/keys/present-key";
import type { KeyList } from "@/lib/domain/keys/schemas";

/** Every key pair of the user's partner, of both environments, newest first. */
export async function listKeys(ctx: UserCtx): Promise<KeyList> {
  if (!ctx.partner) return { data: [] };
  const rows = await ctx.db
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.partnerId, ctx.partner.id))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id));
  return { data: rows.map(presentKey) };
}
