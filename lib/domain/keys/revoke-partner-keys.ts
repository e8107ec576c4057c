import { and, eq, inArray, isNull } from "drizzle-orm";
import { keyEndings } from "@/db/schema/key-endings";
import { apiKeys } from "@/db/schema/keys";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { apiKeyRevoked } from "@/lib/domain/keys/event-types";

/** Revokes every key pair of a partner for good, with audit and event for each; returns their ids. */
export async function revokePartnerKeys(
  ctx: InTx<Ctx>,
  input: { partnerId: string; reason: string },
): Promise<string[]> {
  const { partnerId, reason } = input;
  const revoked = await ctx.db
    .update(apiKeys)
    .set({ isActive: false, revokedAt: ctx.now })
    .where(and(eq(apiKeys.partnerId, partnerId), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id, name: apiKeys.name, environment: apiKeys.environment });
  for (const { id, name, environment } of revoked) {
    await recordAudit(ctx, {
      action: "api_key.revoked",
      targetType: "api_key",
      targetId: id,
      partnerId,
      environment,
      after: { isActive: false },
      reason,
    });
    await recordEvent(ctx, { partnerId, environment: null }, apiKeyRevoked, { keyId: id, name, environment });
  }
  const ids = revoked.map(({ id }) => id);
  await ctx.db.delete(keyEndings).where(inArray(keyEndings.apiKeyId, ids));
  return ids;
}
