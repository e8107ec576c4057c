import { z } from "zod";
import { Reason } from "@/lib/domain/admins/schemas";
import { ActionType, StakeholderTypeCode } from "@/lib/domain/giving/actions/schemas";
import { CountryCode } from "@/lib/domain/giving/partner-records/schemas";
import { Cidr } from "@/lib/domain/keys/schemas";
import { FEATURES, INTEGRATION_MODELS, KYB_STATUSES, TIERS } from "@/lib/domain/partners/statuses";
import { EmailAddress, IsoTimeInput, text } from "@/lib/domain/shared/schemas";

const VOLUME_MAX = 1_000_000_000;

const unique = (values: readonly string[]) => new Set(values).size === values.length;

const URL_MAX = 2048;
const withoutNul = (value: string) => !value.includes("\u0000");

/** An address in the web; whether a webhook may go there is asked when it is registered. */
export const HttpsUrl = z
  .url({ protocol: /^https$/, error: "must be an https URL" })
  .max(URL_MAX)
  .refine(withoutNul, "must not contain NUL characters");

export const WebsiteUrl = z
  .url({ protocol: /^https?$/, error: "must be an http or https URL" })
  .max(URL_MAX)
  .refine(withoutNul, "must not contain NUL characters")
  .meta({ example: "https://acme.example" });

export const ActionTypes = z.array(ActionType).min(1).max(50).refine(unique, "must name each type once");
export const StakeholderTypes = z.array(StakeholderTypeCode).min(1).max(50).refine(unique, "must name each code once");

/** What the platform asks whoever wants to become a partner, or a partner that wants production (contract 1.4). */
export const intakeFields = {
  partnerName: text(1, 120).meta({ example: "Acme Outdoor" }),
  legalEntity: text(1, 200).meta({ example: "Acme Outdoor, Inc." }),
  contactEmail: EmailAddress,
  useCaseSummary: text(10, 4000).meta({ example: "Customers earn tokens for purchases and for volunteering." }),
  integrationModel: z.enum(INTEGRATION_MODELS),
  expectedMonthlyActionVolume: z.int().min(0).max(VOLUME_MAX).meta({ example: 40_000 }),
  actionTypes: ActionTypes,
  stakeholderModel: z
    .array(z.strictObject({ stakeholderTypeCode: StakeholderTypeCode, description: text(1, 500) }))
    .min(1)
    .max(50)
    .refine((model) => unique(model.map((one) => one.stakeholderTypeCode)), "must name each code once"),
  webhookUrl: HttpsUrl.meta({ example: "https://acme.example/webhooks" }),
  ipAllowlist: z.array(Cidr).max(50),
};

/** What was found out about an organisation. `verifiedAt` goes with VERIFIED alone, and is now unless it is given. */
export const KybInput = z.strictObject({
  status: z.enum(KYB_STATUSES),
  registrationNumber: text(1, 80).nullable().optional().meta({ example: "HRB 12345" }),
  country: CountryCode.nullable().optional(),
  verifiedAt: IsoTimeInput.nullable().optional(),
});
export type KybInput = z.output<typeof KybInput>;

/** A partner as an administrator enters it, prefilled from an inquiry if there is one. Without a slug the name makes it. */
export const CreatePartner = z.strictObject({
  inquiryId: z.string().max(64).optional(),
  name: intakeFields.partnerName,
  legalEntity: intakeFields.legalEntity,
  slug: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case letters, digits and single hyphens")
    .optional()
    .meta({ example: "acme-outdoor" }),
  contactEmail: intakeFields.contactEmail,
  useCaseSummary: intakeFields.useCaseSummary,
  integrationModel: intakeFields.integrationModel,
  expectedMonthlyActionVolume: intakeFields.expectedMonthlyActionVolume,
  tier: z.enum(TIERS),
  actionTypes: ActionTypes,
  stakeholderTypes: StakeholderTypes,
  enabledFeatures: z.array(z.enum(FEATURES)).refine(unique, "must name each feature once"),
  webhookUrl: intakeFields.webhookUrl.optional(),
  ipAllowlist: intakeFields.ipAllowlist.optional(),
  reason: Reason,
});
export type CreatePartner = z.output<typeof CreatePartner>;
