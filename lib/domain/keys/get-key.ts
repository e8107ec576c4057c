import { apiKeys } from "@/db/schema/keys";
import type { UserCtx } from "@/lib/domain/context";
import { ownKey, requirePartnerOfKeys } from "@/lib/domain/keys/find-key";
import { presentKey } from "@/lib/domain/keys/present-key";
import type { Key } from "@/lib/domain/keys/schemas";
import { fail } from "@/lib/errors";

/** One key pair of the user's partner. */
export async function getKey(ctx: UserCtx, input: { id: string }): Promise<Key> {
  const partner = requirePartnerOfKeys(ctx);
  const [row] = await ctx.db.select().from(apiKeys).where(ownKey(partner.id, input.id));
  if (!row) fail("api_key_not_found");
  return presentKey(row);
}
