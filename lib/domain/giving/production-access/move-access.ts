import type { AdminCtx, InTx } from "@/lib/domain/context";
import { moveProductionAccess } from "@/lib/domain/partners/change-production-access";
import { mailPartner } from "@/lib/domain/partners/mail-partner";
import { env } from "@/lib/platform/env";

export type DecidedAccess = "APPROVED" | "LIVE" | "REJECTED" | "REVOKED";

/** An administrator's move: told to the partner's webhooks, and by mail to its contact and owners. */
export async function moveAccess(
  ctx: InTx<AdminCtx>,
  move: { partnerId: string; to: DecidedAccess; note: string | null; reason: string },
): Promise<void> {
  const { partnerId, to, note, reason } = move;
  await moveProductionAccess(ctx, { partnerId, to, reason });
  await mailPartner(ctx, {
    partnerId,
    template: "productionAccessChanged",
    factsOf: (partnerName) => ({ partnerName, to, note, href: `${env().publicBaseUrl}/go-live` }),
  });
}
