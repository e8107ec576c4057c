import { and, eq } from "drizzle-orm";
import { donations } from "@/db/schema/donations";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownDonations } from "@/lib/domain/giving/donations/own-donations";
import { presentDonation } from "@/lib/domain/giving/donations/present-donation";
import { readCharges } from "@/lib/domain/giving/donations/read-charges";
import type { DonationStatus } from "@/lib/domain/giving/donations/schemas";
import { fail } from "@/lib/errors";

/** How a donation of the partner stands in this environment. */
export async function getDonationStatus(
  ctx: PartnerCtx,
  input: { partnerDonationId: string },
): Promise<DonationStatus> {
  const [donation] = await ctx.db
    .select()
    .from(donations)
    .where(and(ownDonations(ctx), eq(donations.id, input.partnerDonationId)));
  if (!donation) fail("donation_not_found");
  return presentDonation(donation, await readCharges(ctx, donation.id), ctx.now);
}
