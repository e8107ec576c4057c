import { and, eq } from "drizzle-orm";
import { apiKeys } from "@/db/schema/keys";
import type { Ctx, InTx, UserCtx } from "@/lib/domain/context";
import { KEY_PERMISSION, permissionsOf } from "@/lib/domain/keys/scopes";
import type { PartnerSnapshot } from "@/lib/domain/partners/snapshot";
import { fail } from "@/lib/errors";

/** The key rows a user may name: those of the user's own partner. */
export function ownKey(partnerId: string, id: string) {
  return and(eq(apiKeys.partnerId, partnerId), eq(apiKeys.id, id));
}

/** A partner's key, in whichever environment. Fails with `api_key_not_found`. */
export async function findPartnerKey(ctx: Ctx, { partnerId, id }: { partnerId: string; id: string }) {
  const [key] = await ctx.db.select().from(apiKeys).where(ownKey(partnerId, id));
  return key ?? fail("api_key_not_found");
}

/** The same, and nobody else changes it until the transaction ends. */
export async function holdPartnerKey(ctx: InTx<Ctx>, { partnerId, id }: { partnerId: string; id: string }) {
  const [key] = await ctx.db.select().from(apiKeys).where(ownKey(partnerId, id)).for("update");
  return key ?? fail("api_key_not_found");
}

/** Fails unless the user's role carries the partner-keys permission. */
export function requireKeyPermission(ctx: UserCtx): void {
  if (!permissionsOf(ctx.actor.role).includes(KEY_PERMISSION)) fail("forbidden");
}

/** The user's partner, or `api_key_not_found`: without a partner there is no key to name. */
export function requirePartnerOfKeys(ctx: UserCtx): PartnerSnapshot {
  if (!ctx.partner) fail("api_key_not_found");
  return ctx.partner;
}
