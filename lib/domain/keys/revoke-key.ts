import { and, isNull } from "drizzle-orm";
import { apiKeys } from "@/db/schema/keys";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { inTransaction, type UserCtx } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { apiKeyRevoked } from "@/lib/domain/keys/event-types";
import { ownKey, requireKeyPermission, requirePartnerOfKeys } from "@/lib/domain/keys/find-key";
import { fail } from "@/lib/errors";
import { changeListener } from "@/lib/platform/change-listener";

/**
 * Revokes a pair for good; both its keys die together. When it returns, no process accepts the pair. Repeating it
 * changes nothing and records nothing.
 */
export async function revokeKey(ctx: UserCtx, input: { id: string }): Promise<void> {
  requireKeyPermission(ctx);
  const partner = requirePartnerOfKeys(ctx);
  await inTransaction(ctx, async (ctx) => {
    const [revoked] = await ctx.db
      .update(apiKeys)
      .set({ isActive: false, revokedAt: ctx.now })
      .where(and(ownKey(partner.id, input.id), isNull(apiKeys.revokedAt)))
      .returning();
    if (!revoked) {
      const [known] = await ctx.db.select({ id: apiKeys.id }).from(apiKeys).where(ownKey(partner.id, input.id));
      if (!known) fail("api_key_not_found");
      return;
    }
    await recordAudit(ctx, {
      action: "api_key.revoked",
      targetType: "api_key",
      targetId: input.id,
      partnerId: partner.id,
      environment: revoked.environment,
      before: { isActive: true },
      after: { isActive: false },
    });
    await recordEvent(ctx, { partnerId: partner.id, environment: null }, apiKeyRevoked, {
      keyId: input.id,
      name: revoked.name,
      environment: revoked.environment,
    });
  });
  changeListener().emit(`key:${input.id}`);
  await changeListener().settle();
}
