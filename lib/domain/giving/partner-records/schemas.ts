import { z } from "zod";
import { Reason } from "@/lib/domain/admins/schemas";
import { BlastRadius } from "@/lib/domain/giving/blast-radius/schemas";
import { TokenPool } from "@/lib/domain/giving/token-pools/schemas";
import { PartnerConfig } from "@/lib/domain/partners/schemas";
import {
  FEATURES,
  INTEGRATION_MODELS,
  KYB_STATUSES,
  PARTNER_STATUSES,
  PRODUCTION_ACCESS,
  TIERS,
} from "@/lib/domain/partners/statuses";
import { IsoTime, listOf, ObjectId, PageQuery, text } from "@/lib/domain/shared/schemas";

export const PARTNER_SORTS = ["createdAt", "-createdAt", "name", "-name"] as const;

export const ListPartnersQuery = PageQuery.extend({
  status: z.enum(PARTNER_STATUSES).optional(),
  tier: z.enum(TIERS).optional(),
  productionAccess: z.enum(PRODUCTION_ACCESS).optional(),
  search: text(1, 100).optional().meta({ description: "Part of the name, slug or contact address, in any case." }),
  sort: z.enum(PARTNER_SORTS).default("-createdAt"),
});
export type ListPartnersQuery = z.output<typeof ListPartnersQuery>;

export const PartnerSummary = z
  .object({
    id: ObjectId,
    name: z.string(),
    slug: z.string(),
    status: z.enum(PARTNER_STATUSES),
    tier: z.enum(TIERS),
    productionAccess: z.enum(PRODUCTION_ACCESS),
    contactEmail: z.string(),
    createdAt: IsoTime,
    updatedAt: IsoTime,
  })
  .meta({ id: "PartnerSummary" });
export type PartnerSummary = z.output<typeof PartnerSummary>;

export const PartnerSummaryList = listOf(PartnerSummary);
export type PartnerSummaryList = z.output<typeof PartnerSummaryList>;

export const PartnerRecordParams = z.strictObject({ id: z.string().max(64) });

const KeyCount = z.object({ active: z.int(), total: z.int() });

/** Two letters, as ISO 3166-1 writes countries. */
export const CountryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be two upper-case letters")
  .meta({ example: "US" });

/** What is known of the organisation behind a partner; `verifiedAt` stands exactly while it is verified. */
export const Kyb = z
  .object({
    status: z.enum(KYB_STATUSES),
    registrationNumber: z.string().nullable(),
    country: z.string().nullable(),
    verifiedAt: IsoTime.nullable(),
  })
  .meta({ id: "Kyb" });
export type Kyb = z.output<typeof Kyb>;

/** The partner as administrators see it. `users` are reward recipients, `people` those who sign in to the portal. */
export const PartnerRecord = PartnerSummary.extend({
  legalEntity: z.string().nullable(),
  useCaseSummary: z.string().nullable(),
  integrationModel: z.enum(INTEGRATION_MODELS).nullable(),
  expectedMonthlyActionVolume: z.int().nullable(),
  inquiryId: z.string().nullable(),
  contractSignedAt: IsoTime.nullable(),
  acceptableUseAcceptedAt: IsoTime.nullable(),
  kyb: Kyb,
  enabledFeatures: z.array(z.enum(FEATURES)),
  actionTypes: z.array(z.string()),
  stakeholderTypes: z.array(z.string()),
  ipAllowlist: z.array(z.string()),
  allowedOrigins: z.array(z.string()),
  currencies: z.array(z.string()),
  tipConfig: PartnerConfig.shape.tipConfig,
  branding: PartnerConfig.shape.branding,
  legacyReplay409: z.boolean(),
  keys: z.object({ sandbox: KeyCount, production: KeyCount }),
  users: z.object({ sandbox: z.int(), production: z.int() }),
  people: z.int(),
  pools: z.array(TokenPool),
  /** Present on the answer to a rehearsal: nothing was changed. */
  dryRun: z.literal(true).optional(),
  /** Beside `dryRun`, where the change can have calls refused. */
  blastRadius: BlastRadius.optional(),
}).meta({ id: "PartnerRecord" });
export type PartnerRecord = z.output<typeof PartnerRecord>;

/** With `true` the answer says what would be, and nothing is changed. */
export const DryRunQuery = z.strictObject({
  dryRun: z
    .enum(["true", "false"])
    .default("false")
    .transform((value) => value === "true"),
});

export const SetPartnerStatus = z.strictObject({ status: z.enum(PARTNER_STATUSES), reason: Reason });
export type SetPartnerStatus = z.output<typeof SetPartnerStatus>;
