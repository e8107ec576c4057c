import { and, eq, isNull } from "drizzle-orm";
import { portalUsers } from "@/db/schema/partners";
import { type InTx, inTransaction, type UserCtx } from "@/lib/domain/context";
import { createPool, SANDBOX_POOL_TOKENS } from "@/lib/domain/giving/token-pools/create-pool";
import { createKeyFor } from "@/lib/domain/keys/create-key";
import { requireKeyPermission } from "@/lib/domain/keys/find-key";
import type { CreatedKey, CreateKey } from "@/lib/domain/keys/schemas";
import { createSelfServicePartner } from "@/lib/domain/partners/create-self-service-partner";
import { fail } from "@/lib/errors";
import { changeListener } from "@/lib/platform/change-listener";
import { env } from "@/lib/platform/env";

/** The user's partner; the first key creates it, with its sandbox pool. Two first keys at once create one partner. */
async function partnerOf(ctx: InTx<UserCtx>): Promise<string> {
  const [user] = await ctx.db.select().from(portalUsers).where(eq(portalUsers.id, ctx.actor.userId)).for("update");
  if (!user) fail("invalid_token");
  if (user.partnerId) return user.partnerId;
  if (!env().selfServiceSandboxEnabled) fail("forbidden", { message: "Self-service sandboxes are switched off." });
  const partnerId = await createSelfServicePartner(ctx, { name: user.organizationName, contactEmail: user.email });
  await createPool(ctx, {
    partnerId,
    environment: "sandbox",
    name: "Sandbox pool",
    tokens: SANDBOX_POOL_TOKENS,
  });
  await ctx.db
    .update(portalUsers)
    .set({ partnerId, updatedAt: ctx.now })
    .where(and(eq(portalUsers.id, user.id), isNull(portalUsers.partnerId)));
  return partnerId;
}

/**
 * Creates a key pair for the signed-in user; the first one also creates the partner, active in the sandbox. Fails with
 * `forbidden`, `production_not_approved`, `key_limit_reached` or `validation_error`.
 */
export async function createKey(ctx: UserCtx, input: CreateKey): Promise<CreatedKey> {
  requireKeyPermission(ctx);
  const access = ctx.partner?.productionAccess;
  if (input.environment === "production" && access !== "APPROVED" && access !== "LIVE") {
    fail("production_not_approved");
  }
  const created = await inTransaction(ctx, async (ctx) =>
    createKeyFor(ctx, ctx.partner?.id ?? (await partnerOf(ctx)), input, ctx.actor.userId),
  );
  if (!ctx.partner) {
    changeListener().emit(`user:${ctx.actor.userId}`);
    await changeListener().settle();
  }
  return created;
}
