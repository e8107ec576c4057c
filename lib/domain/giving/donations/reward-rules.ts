import type { DonationRow } from "@/lib/domain/giving/donations/present-donation";
import type { RewardStatus } from "@/lib/domain/giving/donations/statuses";
import { sha256Hex } from "@/lib/platform/crypto";

type Donor = Pick<DonationRow, "partnerUserId" | "donorEmail">;

/** Who is rewarded: whom the partner named, else somebody known by the donor's address alone. */
export function recipientOf({ partnerUserId, donorEmail }: Donor): string | null {
  if (partnerUserId) return partnerUserId;
  return donorEmail ? `email:${sha256Hex(donorEmail.trim().toLowerCase())}` : null;
}

/** Whether a payment of this donation is to be rewarded. */
export function dueReward(donor: Donor, partner: { enabledFeatures: readonly string[] }): RewardStatus {
  return partner.enabledFeatures.includes("ACTIONS") && recipientOf(donor) !== null ? "PENDING" : "NONE";
}

/** One reward for each payment, for ever. */
export function rewardKey(donation: Pick<DonationRow, "id" | "frequency">, n: number): string {
  return donation.frequency === "monthly" ? `donation:${donation.id}:${n}` : `donation:${donation.id}`;
}
