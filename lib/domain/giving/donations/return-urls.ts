import type { DonationStatusName } from "@/lib/domain/giving/donations/statuses";
import { env } from "@/lib/platform/env";

type Wanted = { successUrl?: string | null; cancelUrl?: string | null };

/** The partner's address with the outcome added to its query. */
export function withOutcome(url: string, partnerDonationId: string, status: DonationStatusName): string {
  const address = new URL(url);
  address.searchParams.set("partnerDonationId", partnerDonationId);
  address.searchParams.set("status", status);
  return address.href;
}

/** Where a provider sends the donor afterwards: where the partner says, else to the hosted page. */
export function returnUrls(
  partnerDonationId: string,
  wanted: Wanted,
  place: { partnerSlug: string; nonprofitSlug: string },
): { successUrl: string; cancelUrl: string } {
  const hosted = `${env().publicBaseUrl}/give/${place.partnerSlug}/${place.nonprofitSlug}`;
  return {
    successUrl: withOutcome(wanted.successUrl ?? hosted, partnerDonationId, "COMPLETED"),
    cancelUrl: withOutcome(wanted.cancelUrl ?? hosted, partnerDonationId, "CANCELED"),
  };
}
