import type { PartnerCtx } from "@/lib/domain/context";
import { presentConfig } from "@/lib/domain/partners/present-partner";
import type { PartnerConfig } from "@/lib/domain/partners/schemas";

/** The public configuration of the calling key's partner and environment; answered from memory. */
export async function getConfig(ctx: PartnerCtx): Promise<PartnerConfig> {
  return presentConfig(ctx.partner, ctx.environment);
}
