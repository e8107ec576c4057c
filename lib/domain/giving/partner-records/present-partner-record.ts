import type { partners } from "@/db/schema/partners";
import type { PartnerRecord, PartnerSummary } from "@/lib/domain/giving/partner-records/schemas";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";

type PartnerRow = typeof partners.$inferSelect;

/** What belongs to a partner, as it was counted. */
export type Belongings = {
  keys: { environment: Environment; active: number; total: number }[];
  users: { environment: Environment; total: number }[];
  people: number;
  pools: TokenPool[];
};

export function presentPartnerSummary(row: PartnerRow): PartnerSummary {
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    status: row.status,
    tier: row.tier,
    productionAccess: row.productionAccess,
    contactEmail: row.contactEmail,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function presentPartnerRecord(row: PartnerRow, { keys, users, people, pools }: Belongings): PartnerRecord {
  const keysOf = (environment: Environment) => {
    const { active = 0, total = 0 } = keys.find((one) => one.environment === environment) ?? {};
    return { active, total };
  };
  const usersOf = (environment: Environment) => users.find((one) => one.environment === environment)?.total ?? 0;
  return {
    ...presentPartnerSummary(row),
    legalEntity: row.legalEntity,
    useCaseSummary: row.useCaseSummary,
    integrationModel: row.integrationModel,
    expectedMonthlyActionVolume: row.expectedMonthlyActionVolume,
    inquiryId: row.inquiryId,
    contractSignedAt: row.contractSignedAt?.toISOString() ?? null,
    acceptableUseAcceptedAt: row.acceptableUseAcceptedAt?.toISOString() ?? null,
    kyb: {
      status: row.kybStatus,
      registrationNumber: row.kybRegistrationNumber,
      country: row.kybCountry,
      verifiedAt: row.kybVerifiedAt?.toISOString() ?? null,
    },
    enabledFeatures: row.enabledFeatures,
    actionTypes: row.actionTypes,
    stakeholderTypes: row.stakeholderTypes,
    ipAllowlist: row.ipAllowlist,
    allowedOrigins: row.allowedOrigins,
    currencies: row.currencies,
    tipConfig: row.tipConfig,
    branding: row.branding,
    legacyReplay409: row.legacyReplay409,
    keys: { sandbox: keysOf("sandbox"), production: keysOf("production") },
    users: { sandbox: usersOf("sandbox"), production: usersOf("production") },
    people,
    pools,
  };
}
