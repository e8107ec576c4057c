import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { getPartnerKey } from "@/lib/domain/giving/key-administration/list-partner-keys";
import type { PartnerKey, RevokePartnerKey, ScheduleKeyEnd } from "@/lib/domain/giving/key-administration/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { cancelKeyEndOf, scheduleKeyEndOf } from "@/lib/domain/keys/schedule-key-end";

/** Has a rotated pair revoked once it was quiet for so many hours. Fails with `invalid_state_transition` for any other. */
export function schedulePartnerKeyEnd(
  ctx: AdminCtx,
  input: { id: string; keyId: string } & ScheduleKeyEnd,
): Promise<PartnerKey> {
  const { id: partnerId, keyId: id, quietHours, reason } = input;
  return inTransaction(ctx, async (ctx) => {
    await requirePartner(ctx, partnerId, "write");
    await scheduleKeyEndOf(ctx, { partnerId, id, quietHours, reason, scheduledBy: ctx.actor.adminId });
    return getPartnerKey(ctx, { id: partnerId, keyId: id });
  });
}

/** Takes that back; the pair stays. Repeating it changes nothing. */
export function cancelPartnerKeyEnd(
  ctx: AdminCtx,
  input: { id: string; keyId: string } & RevokePartnerKey,
): Promise<void> {
  const { id: partnerId, keyId: id, reason } = input;
  return inTransaction(ctx, async (ctx) => {
    await requirePartner(ctx, partnerId, "write");
    await cancelKeyEndOf(ctx, { partnerId, id, reason });
  });
}
