import type { Branding, TipConfig } from "@/db/schema/partners";
import type { Feature, PartnerStatus, ProductionAccess, Tier } from "@/lib/domain/partners/statuses";
import type { Environment } from "@/lib/domain/shared/schemas";

/** A partner as a request sees it: read-only, cached, dropped from the cache when the row changes. */
export type PartnerSnapshot = Readonly<{
  id: string;
  name: string;
  slug: string;
  status: PartnerStatus;
  tier: Tier;
  enabledFeatures: readonly Feature[];
  productionAccess: ProductionAccess;
  actionTypes: readonly string[];
  stakeholderTypes: readonly string[];
  contactEmail: string;
  ipAllowlist: readonly string[];
  allowedOrigins: readonly string[];
  currencies: readonly string[];
  tipConfig: TipConfig;
  branding: Branding;
  legacyReplay409: boolean;
  /** URL of the first active webhook of each environment. */
  webhookUrls: Readonly<Partial<Record<Environment, string>>>;
  /** Whether a fault waits for a request of the sandbox. */
  hasFaults: boolean;
  createdAt: Date;
}>;
