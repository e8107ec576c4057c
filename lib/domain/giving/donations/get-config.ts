import type { PartnerCtx } from "@/lib/domain/context";
import { configuredProviders } from "@/lib/domain/giving/donations/providers/providers";
import { DONATION_MINOR_MAX, DONATION_MINOR_MIN } from "@/lib/domain/giving/donations/statuses";
import { presentConfig } from "@/lib/domain/partners/present-partner";
import type { PartnerConfig } from "@/lib/domain/partners/schemas";

/** The public configuration of the calling key's partner and environment; answered from memory. */
export async function getConfig(ctx: PartnerCtx): Promise<PartnerConfig> {
  const providers = configuredProviders(ctx.environment);
  const least = Math.min(...providers.map(({ capabilities }) => capabilities.minAmount));
  return presentConfig(ctx.partner, ctx.environment, {
    providers: providers.map(({ id }) => id),
    minAmount: providers.length === 0 ? DONATION_MINOR_MIN : Math.max(DONATION_MINOR_MIN, least),
    maxAmount: DONATION_MINOR_MAX,
  });
}
