import { and, eq } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { partnerStatusChanged } from "@/lib/domain/partners/event-types";
import { PARTNER_TRANSITIONS, type PartnerStatus } from "@/lib/domain/partners/statuses";
import { fail } from "@/lib/errors";
import { changeListener } from "@/lib/platform/change-listener";

/**
 * Moves a partner along the transition table. When it returns, no process serves the partner by its former status.
 * Fails with `partner_not_found` or `invalid_state_transition`.
 */
export async function changePartnerStatus(
  ctx: Ctx,
  input: { partnerId: string; to: PartnerStatus; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const [partner] = await ctx.db
      .select({ status: partners.status })
      .from(partners)
      .where(eq(partners.id, input.partnerId))
      .for("update");
    if (!partner) fail("partner_not_found");
    const from = partner.status;
    if (!PARTNER_TRANSITIONS[from].includes(input.to)) {
      fail("invalid_state_transition", { details: { from, to: input.to, allowed: PARTNER_TRANSITIONS[from] } });
    }
    await ctx.db
      .update(partners)
      .set({ status: input.to, updatedAt: ctx.now })
      .where(and(eq(partners.id, input.partnerId), eq(partners.status, from)));
    await recordAudit(ctx, {
      action: "partner.status_changed",
      targetType: "partner",
      targetId: input.partnerId,
      partnerId: input.partnerId,
      environment: null,
      before: { status: from },
      after: { status: input.to },
      reason: input.reason,
    });
    await recordEvent(ctx, { partnerId: input.partnerId, environment: null }, partnerStatusChanged, {
      partnerId: input.partnerId,
      from,
      to: input.to,
      reason: input.reason,
    });
  });
  changeListener().emit(`partner:${input.partnerId}`);
  await changeListener().settle();
}
