import type { PartnerConfig, PartnerInfo } from "@/lib/domain/partners/schemas";
import type { PartnerSnapshot } from "@/lib/domain/partners/snapshot";
import { FEATURES, TIER_CAPS } from "@/lib/domain/partners/statuses";
import type { Environment } from "@/lib/domain/shared/schemas";

function environmentsOf(partner: PartnerSnapshot): Environment[] {
  const production = partner.productionAccess === "APPROVED" || partner.productionAccess === "LIVE";
  return production ? ["sandbox", "production"] : ["sandbox"];
}

/** What the partner's own people and keys see. */
export function presentPartner(partner: PartnerSnapshot): PartnerInfo {
  return {
    id: partner.id,
    name: partner.name,
    slug: partner.slug,
    status: partner.status,
    enabledFeatures: [...partner.enabledFeatures],
    rateLimit: TIER_CAPS[partner.tier].hour,
    tier: partner.tier,
    productionAccess: partner.productionAccess,
    environments: environmentsOf(partner),
    actionTypes: [...partner.actionTypes],
    stakeholderTypes: [...partner.stakeholderTypes],
    contactEmail: partner.contactEmail,
    createdAt: partner.createdAt.toISOString(),
  };
}

/** User-info and query may hold secrets, and anyone can read the configuration. */
function withoutSecrets(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** What anybody holding a publishable key sees; what donations are possible is known above the partners. */
export function presentConfig(
  partner: PartnerSnapshot,
  environment: Environment,
  donations: Pick<PartnerConfig, "providers" | "minAmount" | "maxAmount">,
): PartnerConfig {
  const webhookUrl = partner.webhookUrls[environment];
  return {
    id: partner.id,
    name: partner.name,
    slug: partner.slug,
    enabledFeatures: FEATURES.filter((feature) => partner.enabledFeatures.includes(feature)),
    rateLimit: TIER_CAPS[partner.tier].hour,
    isActive: partner.status === "ACTIVE",
    webhookUrl: webhookUrl === undefined ? null : withoutSecrets(webhookUrl),
    tipConfig: partner.tipConfig,
    environment,
    currencies: [...partner.currencies],
    ...donations,
    branding: partner.branding,
  };
}
