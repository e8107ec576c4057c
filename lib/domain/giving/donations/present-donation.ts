import type { donationCharges, donations } from "@/db/schema/donations";
import type { DonationFacts } from "@/lib/domain/giving/donations/event-types";
import type { Donation, DonationLink, DonationStatus } from "@/lib/domain/giving/donations/schemas";
import type { DonationStatusName } from "@/lib/domain/giving/donations/statuses";

export type DonationRow = typeof donations.$inferSelect;
export type ChargeRow = typeof donationCharges.$inferSelect;

/** The state at this moment: a link nobody used in time has expired, whether that was written down yet or not. */
export function statusAt(
  { status, expiresAt }: Pick<DonationRow, "status" | "expiresAt">,
  now: Date,
): DonationStatusName {
  return status === "PENDING" && expiresAt <= now ? "EXPIRED" : status;
}

/** What came of the reward in all; of several payments the newest one says how it stands. */
function rewardOf(donation: DonationRow, charges: readonly ChargeRow[], status: DonationStatusName) {
  const newest = charges.at(-1);
  return {
    rewardStatus: newest?.rewardStatus ?? (status === "PENDING" ? donation.rewardStatus : ("NONE" as const)),
    tokensAwarded: charges.reduce((sum, charge) => sum + charge.tokensAwarded, 0),
    actionId: newest?.actionId ?? null,
    failureReason: donation.failureReason ?? newest?.rewardFailure ?? null,
  };
}

/** `charges` are those of the donation, the oldest first. */
export function presentDonation(donation: DonationRow, charges: readonly ChargeRow[], now: Date): DonationStatus {
  const status = statusAt(donation, now);
  return {
    partnerDonationId: donation.id,
    status,
    ...rewardOf(donation, charges, status),
    nonprofitSlug: donation.nonprofitSlug,
    amount: donation.amount,
    tipAmount: donation.tipAmount,
    currency: donation.currency,
    frequency: donation.frequency,
    provider: donation.provider,
    createdAt: donation.createdAt.toISOString(),
    completedAt: donation.completedAt?.toISOString() ?? null,
    charges: charges.map(({ at, amount, status, tokensAwarded }) => ({
      at: at.toISOString(),
      amount,
      status,
      tokensAwarded,
    })),
  };
}

export function presentListedDonation(donation: DonationRow, charges: readonly ChargeRow[], now: Date): Donation {
  const { referralCode, campaignId, reviewReason } = donation;
  return { ...presentDonation(donation, charges, now), referralCode, campaignId, reviewReason };
}

/** What events tell of a donation. */
export function donationFacts(donation: DonationRow, charges: readonly ChargeRow[], now: Date): DonationFacts {
  const { partnerDonationId, status, rewardStatus, nonprofitSlug, amount, tipAmount, currency, provider, ...rest } =
    presentDonation(donation, charges, now);
  const { actionId, tokensAwarded, failureReason } = rest;
  return {
    ...{ partnerDonationId, status, rewardStatus, nonprofitSlug, amount, tipAmount, currency, provider },
    referralCode: donation.referralCode,
    ...{ actionId, tokensAwarded, failureReason },
  };
}

export function presentLink(donation: DonationRow, donationLink: string, now: Date): DonationLink {
  return {
    donationLink,
    partnerDonationId: donation.id,
    status: statusAt(donation, now),
    provider: donation.provider,
    amount: donation.amount,
    tipAmount: donation.tipAmount,
    totalAmount: donation.amount + donation.tipAmount,
    currency: donation.currency,
    frequency: donation.frequency,
    expiresAt: donation.expiresAt.toISOString(),
  };
}
