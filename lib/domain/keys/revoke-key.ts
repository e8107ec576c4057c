import { and, eq, isNull } from "drizzle-orm";
import { keyEndings } from "@/db/schema/key-endings";
import { apiKeys } from "@/db/schema/keys";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, type InTx, inTransaction, type UserCtx } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { apiKeyRevoked } from "@/lib/domain/keys/event-types";
import { findPartnerKey, ownKey, requireKeyPermission, requirePartnerOfKeys } from "@/lib/domain/keys/find-key";
import { tellKeyChange } from "@/lib/domain/keys/tell-key-change";

/** `because`: what the audit record is to say beside the revocation itself. */
type Revocation = { partnerId: string; id: string; reason?: string; because?: Record<string, unknown> };

/** The revocation itself, without the news of it. A pair that is revoked stays as it is, and nothing is recorded. */
export async function revokeKeyOf(ctx: InTx<Ctx>, input: Revocation): Promise<void> {
  const { partnerId, id, reason, because } = input;
  const [revoked] = await ctx.db
    .update(apiKeys)
    .set({ isActive: false, revokedAt: ctx.now })
    .where(and(ownKey(partnerId, id), isNull(apiKeys.revokedAt)))
    .returning();
  if (!revoked) {
    await findPartnerKey(ctx, { partnerId, id });
    return;
  }
  const { name, environment } = revoked;
  await ctx.db.delete(keyEndings).where(eq(keyEndings.apiKeyId, id));
  await recordAudit(ctx, {
    action: "api_key.revoked",
    targetType: "api_key",
    targetId: id,
    partnerId,
    environment,
    before: { isActive: true },
    after: { isActive: false, ...because },
    ...(reason !== undefined && { reason }),
  });
  await recordEvent(ctx, { partnerId, environment: null }, apiKeyRevoked, { keyId: id, name, environment });
}

/**
 * Revokes a pair for good; both its keys die together. When it returns, no process accepts the pair. Repeating it
 * changes nothing and records nothing.
 */
export async function revokeKey(ctx: UserCtx, input: { id: string }): Promise<void> {
  requireKeyPermission(ctx);
  const partner = requirePartnerOfKeys(ctx);
  await inTransaction(ctx, (ctx) => revokeKeyOf(ctx, { partnerId: partner.id, id: input.id }));
  await tellKeyChange(input.id);
}
