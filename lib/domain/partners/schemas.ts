import { z } from "zod";
import { FEATURES, PARTNER_STATUSES, PRODUCTION_ACCESS, TIERS } from "@/lib/domain/partners/statuses";
import { Environment, IsoTime, ObjectId } from "@/lib/domain/shared/schemas";

/** The partner as its own people and keys see it. `rateLimit` is the hourly cap. */
export const PartnerInfo = z
  .object({
    id: ObjectId,
    name: z.string(),
    slug: z.string(),
    status: z.enum(PARTNER_STATUSES),
    enabledFeatures: z.array(z.enum(FEATURES)),
    rateLimit: z.int(),
    tier: z.enum(TIERS),
    productionAccess: z.enum(PRODUCTION_ACCESS),
    environments: z.array(Environment),
    actionTypes: z.array(z.string()),
    stakeholderTypes: z.array(z.string()),
    contactEmail: z.string(),
    createdAt: IsoTime,
  })
  .meta({ id: "PartnerInfo" });
export type PartnerInfo = z.output<typeof PartnerInfo>;

/** Public configuration for browsers. `webhookUrl` is reduced to origin and path, since anyone can read this. */
export const PartnerConfig = z
  .object({
    id: ObjectId,
    name: z.string(),
    slug: z.string(),
    enabledFeatures: z.array(z.enum(FEATURES)),
    rateLimit: z.int(),
    isActive: z.boolean(),
    webhookUrl: z.string().nullable(),
    tipConfig: z.object({
      enabled: z.boolean(),
      defaultPercent: z.number(),
      options: z.array(z.number()).optional(),
      maxPercent: z.number().optional(),
    }),
    environment: Environment,
    providers: z.array(z.enum(["every.org", "stripe", "sandbox"])),
    currencies: z.array(z.string()),
    minAmount: z.int(),
    maxAmount: z.int(),
    branding: z.object({ logo: z.string().nullable(), primaryColor: z.string().nullable() }),
  })
  .meta({ id: "PartnerConfig" });
export type PartnerConfig = z.output<typeof PartnerConfig>;
