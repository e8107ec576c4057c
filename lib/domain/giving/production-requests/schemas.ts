import { z } from "zod";
import { ActionType, StakeholderTypeCode } from "@/lib/domain/giving/actions/schemas";
import { Cidr } from "@/lib/domain/keys/schemas";
import { INTEGRATION_MODELS } from "@/lib/domain/partners/statuses";
import { EmailAddress, text } from "@/lib/domain/shared/schemas";

export const REQUEST_STATUSES = ["OPEN", "APPROVED", "REJECTED"] as const;

const VOLUME_MAX = 1_000_000_000;

const unique = (values: readonly string[]) => new Set(values).size === values.length;

/** The fields of the intake (contract 1.4), as production needs them. */
export const ProductionRequest = z.strictObject({
  partnerName: text(1, 120).meta({ example: "Acme Outdoor" }),
  legalEntity: text(1, 200).meta({ example: "Acme Outdoor, Inc." }),
  contactEmail: EmailAddress,
  useCaseSummary: text(10, 4000).meta({ example: "Customers earn tokens for purchases and for volunteering." }),
  integrationModel: z.enum(INTEGRATION_MODELS),
  expectedMonthlyActionVolume: z.int().min(0).max(VOLUME_MAX).meta({ example: 40_000 }),
  actionTypes: z.array(ActionType).min(1).max(50).refine(unique, "must name each type once"),
  stakeholderModel: z
    .array(z.strictObject({ stakeholderTypeCode: StakeholderTypeCode, description: text(1, 500) }))
    .min(1)
    .max(50)
    .refine((model) => unique(model.map((one) => one.stakeholderTypeCode)), "must name each code once"),
  webhookUrl: z
    .url({ protocol: /^https$/, error: "must be an https URL" })
    .max(2048)
    .meta({ example: "https://acme.example/webhooks" }),
  ipAllowlist: z.array(Cidr).max(50).optional(),
});
export type ProductionRequest = z.output<typeof ProductionRequest>;

export const ProductionRequested = z.object({ productionAccess: z.literal("REQUESTED") });
export type ProductionRequested = z.output<typeof ProductionRequested>;
