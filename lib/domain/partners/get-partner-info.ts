import type { UserCtx } from "@/lib/domain/context";
import { presentPartner } from "@/lib/domain/partners/present-partner";
import type { PartnerInfo } from "@/lib/domain/partners/schemas";
import { fail } from "@/lib/errors";

/** The signed-in user's partner. Fails with `partner_not_found` before the first key. */
export async function getPartnerInfo(ctx: UserCtx): Promise<PartnerInfo> {
  if (!ctx.partner) fail("partner_not_found");
  return presentPartner(ctx.partner);
}
