import { z } from "zod";
import { eventType } from "@/lib/domain/events/schemas";
import { DONATION_STATUSES, PROVIDER_IDS, REWARD_STATUSES } from "@/lib/domain/giving/donations/statuses";
import { ObjectId, Tokens } from "@/lib/domain/shared/schemas";

const DonationFacts = z.object({
  partnerDonationId: z.string(),
  status: z.enum(DONATION_STATUSES),
  rewardStatus: z.enum(REWARD_STATUSES),
  nonprofitSlug: z.string(),
  amount: z.int(),
  tipAmount: z.int(),
  currency: z.string(),
  provider: z.enum(PROVIDER_IDS),
  referralCode: z.string().nullable(),
  actionId: ObjectId.nullable(),
  tokensAwarded: Tokens,
  failureReason: z.string().nullable(),
});
export type DonationFacts = z.input<typeof DonationFacts>;

const sample: DonationFacts = {
  partnerDonationId: "don_695b9e0d4f1a2b3c4d5e6fa0",
  status: "COMPLETED",
  rewardStatus: "PENDING",
  nonprofitSlug: "american-red-cross",
  amount: 2500,
  tipAmount: 250,
  currency: "USD",
  provider: "stripe",
  referralCode: "spring-mailing",
  actionId: null,
  tokensAwarded: 0,
  failureReason: null,
};

export const donationCompleted = eventType(
  "donation.completed",
  "A donation was paid; for a monthly one, each payment. Its reward follows, with an action.completed of its own.",
  DonationFacts,
  sample,
);

export const donationFailed = eventType(
  "donation.failed",
  "The payment of a donation failed, or the donor called it off: status says which.",
  DonationFacts,
  { ...sample, status: "FAILED", rewardStatus: "NONE", failureReason: "The card was declined." },
);

export const donationExpired = eventType(
  "donation.expired",
  "A donation link was not used within its 24 hours.",
  DonationFacts,
  { ...sample, status: "EXPIRED", rewardStatus: "NONE" },
);

export const donationRefunded = eventType(
  "donation.refunded",
  "A payment of a donation was given back. A reward that was issued is reversed after it, with an action.reversed.",
  DonationFacts,
  { ...sample, status: "REFUNDED", rewardStatus: "ISSUED", actionId: "695b9e0d4f1a2b3c4d5e6f72", tokensAwarded: 25 },
);
