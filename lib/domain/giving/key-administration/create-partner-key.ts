import { type AdminCtx, type InTx, inTransaction } from "@/lib/domain/context";
import type { CreatePartnerKey, RotateKey } from "@/lib/domain/giving/key-administration/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { createKeyFor } from "@/lib/domain/keys/create-key";
import { findPartnerKey } from "@/lib/domain/keys/find-key";
import { rotateKeyOf } from "@/lib/domain/keys/rotate-key";
import type { CreatedKey } from "@/lib/domain/keys/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";
import { fail } from "@/lib/errors";

/** Fails unless the partner may have another key of this environment made. */
async function requireEnvironment(ctx: InTx<AdminCtx>, partnerId: string, environment: Environment): Promise<void> {
  const { productionAccess } = await requirePartner(ctx, partnerId, "write");
  if (environment === "production" && productionAccess !== "APPROVED" && productionAccess !== "LIVE") {
    fail("production_not_approved", { message: "Production access of this partner is not approved." });
  }
}

/**
 * Makes a key pair for a partner, also for one that still waits for approval. The answer holds the secrets, which nothing
 * can read again. Fails with `production_not_approved`, `key_limit_reached` or `validation_error`.
 */
export function createPartnerKey(ctx: AdminCtx, input: { id: string } & CreatePartnerKey): Promise<CreatedKey> {
  const { id, ...asked } = input;
  return inTransaction(ctx, async (ctx) => {
    await requireEnvironment(ctx, id, asked.environment);
    return createKeyFor(ctx, id, asked, ctx.actor.adminId);
  });
}

/**
 * Gives a pair a successor that can do the same; the former stays valid until somebody revokes it. The answer holds the
 * successor's secrets. Fails like creating one, and with `invalid_state_transition` for a revoked pair.
 */
export function rotateKey(ctx: AdminCtx, input: { id: string; keyId: string } & RotateKey): Promise<CreatedKey> {
  const { id: partnerId, keyId: id, ...asked } = input;
  return inTransaction(ctx, async (ctx) => {
    await requirePartner(ctx, partnerId, "read");
    const { environment } = await findPartnerKey(ctx, { partnerId, id });
    await requireEnvironment(ctx, partnerId, environment);
    return rotateKeyOf(ctx, { partnerId, id, ...asked, createdBy: ctx.actor.adminId });
  });
}
