import { z } from "zod";
import { Currency } from "@/lib/domain/giving/actions/schemas";
import {
  CHARGE_STATUSES,
  DONATION_MINOR_MAX,
  DONATION_MINOR_MIN,
  DONATION_STATUSES,
  FREQUENCIES,
  PROVIDER_IDS,
  REWARD_STATUSES,
} from "@/lib/domain/giving/donations/statuses";
import { OrganizationSlug } from "@/lib/domain/giving/organizations/schemas";
import { ExternalId } from "@/lib/domain/giving/users/schemas";
import {
  EmailAddress,
  IsoTime,
  IsoTimeInput,
  listOf,
  Metadata,
  ObjectId,
  PageQuery,
  Sort,
  Tokens,
  text,
} from "@/lib/domain/shared/schemas";

const MinorUnits = z.int("must be a whole number of minor units");

/** `7.5` is 750 hundredths; more than two decimals are refused. */
const TipPercent = z
  .number()
  .min(0)
  .max(100)
  .refine((percent) => /^\d{1,3}(\.\d{1,2})?$/.test(String(percent)), "must have at most 2 decimals")
  .meta({ example: 10 });

const ReturnUrl = z.url({ protocol: /^https$/, error: "must be an https URL" }).max(2048);

export const ReferralCode = text(1, 64);

const donor = {
  donorEmail: EmailAddress.optional(),
  firstName: text(1, 80).optional(),
  lastName: text(1, 80).optional(),
};

export const CreateDonationLink = z
  .strictObject({
    nonprofitSlug: OrganizationSlug,
    amount: MinorUnits.min(1, "must be above 0").meta({
      description: `Minor units, without the tip; from ${DONATION_MINOR_MIN} to ${DONATION_MINOR_MAX}.`,
      example: 2500,
    }),
    currency: Currency,
    frequency: z.enum(FREQUENCIES, `must be one of ${FREQUENCIES.join(", ")}`).default("once"),
    provider: z.enum(PROVIDER_IDS, `must be one of ${PROVIDER_IDS.join(", ")}`).optional(),
    ...donor,
    tipAmount: MinorUnits.min(0).max(DONATION_MINOR_MAX).optional(),
    tipPercent: TipPercent.optional(),
    referralCode: ReferralCode.optional(),
    partnerUserId: ExternalId.optional(),
    campaignId: ObjectId.optional(),
    successUrl: ReturnUrl.optional(),
    cancelUrl: ReturnUrl.optional(),
    metadata: Metadata.optional(),
    idempotencyKey: text(1, 255).optional(),
  })
  .refine(({ tipAmount, tipPercent }) => tipAmount === undefined || tipPercent === undefined, {
    path: ["tipPercent"],
    message: "must not stand beside tipAmount: send one of them",
  });
export type CreateDonationLink = z.output<typeof CreateDonationLink>;

const DonationId = z.string().meta({ example: "don_695b9e0d4f1a2b3c4d5e6fa0" });
const Status = z.enum(DONATION_STATUSES);

export const DonationLink = z
  .object({
    donationLink: z.string(),
    partnerDonationId: DonationId,
    status: Status,
    provider: z.enum(PROVIDER_IDS),
    amount: z.int(),
    tipAmount: z.int(),
    totalAmount: z.int(),
    currency: z.string(),
    frequency: z.enum(FREQUENCIES),
    expiresAt: IsoTime,
  })
  .meta({ id: "DonationLink" });
export type DonationLink = z.output<typeof DonationLink>;

export const PartnerDonationId = z
  .string()
  .regex(/^don_[0-9a-f]{24}$/, "must be don_ and 24 lowercase hex characters")
  .meta({ example: "don_695b9e0d4f1a2b3c4d5e6fa0" });

export const DonationParams = z.strictObject({ partnerDonationId: z.string().max(64) });

/** What anybody who knows the id may see: nothing of the donor. */
export const DonationStatus = z
  .object({
    partnerDonationId: DonationId,
    status: Status,
    rewardStatus: z.enum(REWARD_STATUSES),
    tokensAwarded: Tokens,
    actionId: ObjectId.nullable(),
    nonprofitSlug: z.string(),
    amount: z.int(),
    tipAmount: z.int(),
    currency: z.string(),
    frequency: z.enum(FREQUENCIES),
    provider: z.enum(PROVIDER_IDS),
    createdAt: IsoTime,
    completedAt: IsoTime.nullable(),
    failureReason: z.string().nullable(),
    charges: z.array(
      z.object({ at: IsoTime, amount: z.int(), status: z.enum(CHARGE_STATUSES), tokensAwarded: Tokens }),
    ),
  })
  .meta({ id: "DonationStatus" });
export type DonationStatus = z.output<typeof DonationStatus>;

/** As its partner sees it in a list: nothing of the donor, and not the link. */
export const Donation = DonationStatus.extend({
  referralCode: z.string().nullable(),
  campaignId: ObjectId.nullable(),
  /** What of a provider's report did not match the donation; a person looks at it. */
  reviewReason: z.string().nullable(),
}).meta({ id: "Donation" });
export type Donation = z.output<typeof Donation>;

export const DonationList = listOf(Donation);
export type DonationList = z.output<typeof DonationList>;

export const ListDonationsQuery = PageQuery.extend({
  sort: Sort,
  partnerDonationId: PartnerDonationId.optional(),
  status: Status.optional(),
  rewardStatus: z.enum(REWARD_STATUSES).optional(),
  nonprofitSlug: OrganizationSlug.optional(),
  referralCode: ReferralCode.optional(),
  externalId: ExternalId.optional(),
  frequency: z.enum(FREQUENCIES).optional(),
  from: IsoTimeInput.optional(),
  to: IsoTimeInput.optional(),
});
export type ListDonationsQuery = z.output<typeof ListDonationsQuery>;

export const CHECKOUT_OUTCOMES = ["complete", "fail", "cancel", "refund", "next_charge"] as const;

export const CheckoutParams = z.strictObject({ token: z.string().max(128) });

export const CheckoutOutcome = z.strictObject({
  outcome: z.enum(CHECKOUT_OUTCOMES, `must be one of ${CHECKOUT_OUTCOMES.join(", ")}`),
  failureReason: text(1, 200).optional(),
});

/** `redirectUrl` is where the donor goes from here; null means back to the checkout. */
export const CheckoutResult = z.object({
  partnerDonationId: DonationId,
  status: Status,
  redirectUrl: z.string().nullable(),
});
export type CheckoutResult = z.output<typeof CheckoutResult>;

/** The test checkout as its page shows it. */
export type CheckoutView = {
  partnerDonationId: string;
  partnerName: string;
  organizationName: string;
  amount: number;
  tipAmount: number;
  currency: string;
  frequency: (typeof FREQUENCIES)[number];
  status: DonationStatus["status"];
  failureReason: string | null;
  charges: { at: string; amount: number; status: (typeof CHARGE_STATUSES)[number] }[];
};
