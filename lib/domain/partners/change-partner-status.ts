import { eq } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { revokePartnerKeys } from "@/lib/domain/keys/revoke-partner-keys";
import { partnerStatusChanged } from "@/lib/domain/partners/event-types";
import { mailPartner } from "@/lib/domain/partners/mail-partner";
import { PARTNER_TRANSITIONS, type PartnerStatus } from "@/lib/domain/partners/statuses";
import { fail } from "@/lib/errors";
import { changeListener } from "@/lib/platform/change-listener";
import { env } from "@/lib/platform/env";

export type StatusMove = { partnerId: string; from: PartnerStatus; to: PartnerStatus };

export type StatusChange = {
  partnerId: string;
  to: PartnerStatus;
  reason: string;
  /** What else must hold; asked while the partner cannot move elsewhere. */
  require?: (ctx: InTx<Ctx>, move: StatusMove) => Promise<void>;
  /** What follows from the move, in its transaction. */
  follow?: (ctx: InTx<Ctx>, move: StatusMove) => Promise<void>;
};

/** The partner's status, which stays as it is until the transaction ends. Rows that refer to the partner may come. */
async function lockStatus(ctx: InTx<Ctx>, partnerId: string): Promise<PartnerStatus> {
  const [partner] = await ctx.db
    .select({ status: partners.status })
    .from(partners)
    .where(eq(partners.id, partnerId))
    .for("no key update");
  if (!partner) fail("partner_not_found", { message: "No such partner." });
  return partner.status;
}

/** The change itself, without the news of it; returns the ids of the keys it revoked. */
export async function moveToStatus(ctx: InTx<Ctx>, { partnerId, to, reason, require, follow }: StatusChange) {
  const from = await lockStatus(ctx, partnerId);
  if (!PARTNER_TRANSITIONS[from].includes(to)) {
    fail("invalid_state_transition", { details: { from, to, allowed: PARTNER_TRANSITIONS[from] } });
  }
  await require?.(ctx, { partnerId, from, to });
  await ctx.db.update(partners).set({ status: to, updatedAt: ctx.now }).where(eq(partners.id, partnerId));
  await recordAudit(ctx, {
    action: "partner.status_changed",
    targetType: "partner",
    targetId: partnerId,
    partnerId,
    environment: null,
    before: { status: from },
    after: { status: to },
    reason,
  });
  await recordEvent(ctx, { partnerId, environment: null }, partnerStatusChanged, { partnerId, from, to, reason });
  await mailPartner(ctx, {
    partnerId,
    template: "partnerStatusChanged",
    factsOf: (partnerName) => ({ partnerName, to, reason, href: `${env().publicBaseUrl}/home` }),
  });
  await follow?.(ctx, { partnerId, from, to });
  return to === "TERMINATED" ? revokePartnerKeys(ctx, { partnerId, reason }) : [];
}

/**
 * Moves a partner along the transition table; termination revokes its keys. When it returns, no process serves the
 * partner by its former status. Fails with `partner_not_found` or `invalid_state_transition`.
 */
export async function changePartnerStatus(ctx: Ctx, change: StatusChange): Promise<void> {
  const revoked = await inTransaction(ctx, (ctx) => moveToStatus(ctx, change));
  const listener = changeListener();
  listener.emit(`partner:${change.partnerId}`);
  for (const id of revoked) listener.emit(`key:${id}`);
  await listener.settle();
}
