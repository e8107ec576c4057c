import type { AdminCtx, Ctx } from "@/lib/domain/context";
import { evaluateGoLive } from "@/lib/domain/giving/go-live/get-go-live";
import type { GoLive } from "@/lib/domain/giving/go-live/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";

export async function readGoLive(ctx: Ctx, partnerId: string): Promise<GoLive> {
  const { id, productionAccess } = await requirePartner(ctx, partnerId, "read");
  return evaluateGoLive(ctx, { id, productionAccess });
}

/** A partner's checklist, as the partner sees it. Fails with `partner_not_found`. */
export function getPartnerGoLive(ctx: AdminCtx, { id }: { id: string }): Promise<GoLive> {
  return readGoLive(ctx, id);
}
