import { z } from "zod";
import { Reason } from "@/lib/domain/admins/schemas";
import { ActionType, Currency, StakeholderTypeCode } from "@/lib/domain/giving/actions/schemas";
import { CountryCode } from "@/lib/domain/giving/partner-records/schemas";
import { ProductionRequest } from "@/lib/domain/giving/production-requests/schemas";
import { Cidr } from "@/lib/domain/keys/schemas";
import { PARTNER_ROLES } from "@/lib/domain/keys/scopes";
import { FEATURES, KYB_STATUSES, TIERS } from "@/lib/domain/partners/statuses";
import { Environment, IsoTime, IsoTimeInput, listOf, ObjectId, text } from "@/lib/domain/shared/schemas";
import { CreateWebhook, Webhook, WebhookHealth } from "@/lib/domain/webhooks/schemas";

const isUnique = (values: readonly string[]) => new Set(values).size === values.length;

function uniqueList<T extends z.ZodType<string>>(item: T, min: number, max: number) {
  return z.array(item).min(min).max(max).refine(isUnique, "must name each once");
}

const namesChange = (body: Record<string, unknown>) => Object.keys(body).some((field) => field !== "reason");
const NO_CHANGE = "must name at least one field to change";

/** Scheme, host and port, as browsers send them in `Origin`; plain http for a developer's own machine only. */
const Origin = z
  .string()
  .max(255)
  .refine((value) => URL.canParse(value) && new URL(value).origin === value, "must be an origin: https://shop.example")
  .refine(
    (value) => /^https:|^http:\/\/(localhost|127\.0\.0\.1)(:|$)/.test(value),
    "must begin with https:// unless it is localhost",
  )
  .meta({ example: "https://shop.acme.example" });

const percent = z.number().min(0).max(100);

const TipConfigInput = z
  .strictObject({
    enabled: z.boolean(),
    defaultPercent: percent,
    options: z.array(percent).max(10).optional(),
    maxPercent: percent.optional(),
  })
  .refine(({ defaultPercent, options = [], maxPercent = 100 }) => Math.max(defaultPercent, ...options) <= maxPercent, {
    path: ["maxPercent"],
    message: "must not lie below the default or an option",
  });

const BrandingInput = z.strictObject({
  logo: z
    .url({ protocol: /^https$/, error: "must be an https URL" })
    .max(2048)
    .nullable(),
  primaryColor: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "must be a colour such as #1a7f5a")
    .nullable(),
});

const { partnerName, legalEntity, contactEmail, useCaseSummary, integrationModel, expectedMonthlyActionVolume } =
  ProductionRequest.shape;

/** What is left out stays as it is. */
export const PatchPartner = z
  .strictObject({
    name: partnerName.optional(),
    legalEntity: legalEntity.optional(),
    contactEmail: contactEmail.optional(),
    useCaseSummary: useCaseSummary.optional(),
    integrationModel: integrationModel.optional(),
    expectedMonthlyActionVolume: expectedMonthlyActionVolume.optional(),
    currencies: uniqueList(Currency, 1, 20).optional(),
    tipConfig: TipConfigInput.optional(),
    branding: BrandingInput.optional(),
    allowedOrigins: uniqueList(Origin, 0, 50).optional(),
    legacyReplay409: z.boolean().optional(),
    reason: Reason,
  })
  .refine(namesChange, NO_CHANGE);
export type PatchPartner = z.output<typeof PatchPartner>;

export const SetTier = z.strictObject({ tier: z.enum(TIERS), reason: Reason });
export type SetTier = z.output<typeof SetTier>;

/** What is left out stays as it is; `null` takes back what was entered by mistake. */
export const SetCompliance = z
  .strictObject({
    contractSignedAt: IsoTimeInput.nullable().optional(),
    acceptableUseAcceptedAt: IsoTimeInput.nullable().optional(),
    kyb: z
      .strictObject({
        status: z.enum(KYB_STATUSES).optional(),
        registrationNumber: text(1, 80).nullable().optional(),
        country: CountryCode.nullable().optional(),
        verifiedAt: IsoTimeInput.optional(),
      })
      .optional(),
    reason: Reason,
  })
  .refine(namesChange, NO_CHANGE);
export type SetCompliance = z.output<typeof SetCompliance>;

export const SetFeatures = z.strictObject({ enabledFeatures: uniqueList(z.enum(FEATURES), 0, 20), reason: Reason });
export type SetFeatures = z.output<typeof SetFeatures>;

export const SetIpAllowlist = z.strictObject({ ipAllowlist: uniqueList(Cidr, 0, 50), reason: Reason });
export type SetIpAllowlist = z.output<typeof SetIpAllowlist>;

export const SetActionTypes = z.strictObject({ actionTypes: uniqueList(ActionType, 1, 50), reason: Reason });
export type SetActionTypes = z.output<typeof SetActionTypes>;

export const SetStakeholderTypes = z.strictObject({
  stakeholderTypes: uniqueList(StakeholderTypeCode, 1, 50),
  reason: Reason,
});
export type SetStakeholderTypes = z.output<typeof SetStakeholderTypes>;

const { url, description, eventTypes, headers } = CreateWebhook.shape;

/** Without `url` it is the one of the intake; without `eventTypes` it receives every event. */
export const RegisterWebhook = z.strictObject({
  url: url.optional(),
  environment: Environment,
  description,
  eventTypes,
  headers,
  reason: Reason,
});
export type RegisterWebhook = z.output<typeof RegisterWebhook>;

export const PartnerWebhook = Webhook.extend({ health: WebhookHealth }).meta({ id: "PartnerWebhook" });
export type PartnerWebhook = z.output<typeof PartnerWebhook>;

export const PartnerWebhookList = z.object({ data: z.array(PartnerWebhook) });
export type PartnerWebhookList = z.output<typeof PartnerWebhookList>;

/** Who signs in to the portal for a partner. */
export const PartnerPerson = z
  .object({
    id: ObjectId,
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    role: z.enum(PARTNER_ROLES),
    emailVerifiedAt: IsoTime.nullable(),
    disabledAt: IsoTime.nullable(),
    createdAt: IsoTime,
  })
  .meta({ id: "PartnerPerson" });
export type PartnerPerson = z.output<typeof PartnerPerson>;

export const PartnerPersonList = listOf(PartnerPerson);
export type PartnerPersonList = z.output<typeof PartnerPersonList>;
