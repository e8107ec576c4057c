import { eq } from "drizzle-orm";
import { keyEndings } from "@/db/schema/key-endings";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { findPartnerKey, holdPartnerKey } from "@/lib/domain/keys/find-key";
import { fail } from "@/lib/errors";

type Schedule = { partnerId: string; id: string; quietHours: number; reason: string; scheduledBy: string };

async function findEnding(ctx: Ctx, id: string) {
  const [ending] = await ctx.db.select().from(keyEndings).where(eq(keyEndings.apiKeyId, id));
  return ending;
}

/**
 * Has a rotated pair revoked once no call was served on it for so many hours, counted from now at the earliest. Asked
 * again with the same hours, it changes nothing. Fails with `api_key_not_found`, or `invalid_state_transition` when the
 * pair is revoked or has no successor that works.
 */
export async function scheduleKeyEndOf(ctx: InTx<Ctx>, input: Schedule): Promise<void> {
  const { partnerId, id, quietHours, reason, scheduledBy } = input;
  const key = await holdPartnerKey(ctx, input);
  if (key.revokedAt) fail("invalid_state_transition", { message: "The key is revoked already." });
  const successor = key.rotatedToKeyId && (await findPartnerKey(ctx, { partnerId, id: key.rotatedToKeyId }));
  if (!successor) {
    fail("invalid_state_transition", { message: "Only a key that was rotated can be given an end. Rotate it first." });
  }
  if (!successor.isActive || (successor.expiresAt && successor.expiresAt <= ctx.now)) {
    fail("invalid_state_transition", { message: "The key's successor is not accepted: this one would leave none." });
  }
  const before = await findEnding(ctx, id);
  if (before?.quietHours === quietHours) return;
  const ending = { quietHours, scheduledAt: ctx.now, scheduledBy, reason };
  await ctx.db
    .insert(keyEndings)
    .values({ apiKeyId: id, ...ending })
    .onConflictDoUpdate({ target: keyEndings.apiKeyId, set: ending });
  await recordAudit(ctx, {
    action: "api_key.end_scheduled",
    targetType: "api_key",
    targetId: id,
    partnerId,
    environment: key.environment,
    before: { quietHours: before?.quietHours ?? null },
    after: { quietHours },
    reason,
  });
}

/** Takes a scheduled end back; without one, nothing happens. Fails with `api_key_not_found`. */
export async function cancelKeyEndOf(
  ctx: InTx<Ctx>,
  input: { partnerId: string; id: string; reason: string },
): Promise<void> {
  const { partnerId, id, reason } = input;
  const key = await holdPartnerKey(ctx, input);
  const [canceled] = await ctx.db.delete(keyEndings).where(eq(keyEndings.apiKeyId, id)).returning();
  if (!canceled) return;
  await recordAudit(ctx, {
    action: "api_key.end_canceled",
    targetType: "api_key",
    targetId: id,
    partnerId,
    environment: key.environment,
    before: { quietHours: canceled.quietHours },
    after: { quietHours: null },
    reason,
  });
}
