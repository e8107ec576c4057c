import { and, eq } from "drizzle-orm";
import { donationCharges, donations, providerEvents } from "@/db/schema/donations";
import type { Ctx, InTx } from "@/lib/domain/context";
import { outcomeOf } from "@/lib/domain/giving/donations/outcome-of";
import type { DonationRow } from "@/lib/domain/giving/donations/present-donation";
import type { ProviderEvent } from "@/lib/domain/giving/donations/providers/payment-provider";
import { readCharges } from "@/lib/domain/giving/donations/read-charges";
import type { ProviderId } from "@/lib/domain/giving/donations/statuses";
import { flagForReview, writeOutcome } from "@/lib/domain/giving/donations/write-outcome";

/** `applied` also where nothing was left to change; `unknown`: no donation of this provider and dataset. */
export type Applied = "applied" | "repeated" | "flagged" | "unknown";

/** The donation an event is about, which stays as it is until the transaction ends. */
async function lockDonation(ctx: InTx<Ctx>, carrier: ProviderId, event: ProviderEvent): Promise<DonationRow | null> {
  let id = event.partnerDonationId;
  if (id === null) {
    const [charge] = await ctx.db
      .select({ donationId: donationCharges.donationId })
      .from(donationCharges)
      .where(and(eq(donationCharges.carrier, carrier), eq(donationCharges.chargeId, event.chargeId)));
    id = charge?.donationId ?? null;
  }
  if (id === null) return null;
  const [row] = await ctx.db
    .select()
    .from(donations)
    .where(and(eq(donations.id, id), eq(donations.carrier, carrier), eq(donations.environment, event.environment)))
    .for("update");
  return row ?? null;
}

/** What of a report does not fit the donation it names; nothing of such a report is believed. */
function mismatchOf(donation: DonationRow, event: ProviderEvent): string | null {
  const { amount, tipAmount, currency, nonprofitSlug } = donation;
  const differing = [
    event.amount !== amount + tipAmount && "amount",
    event.currency !== currency && "currency",
    event.nonprofitSlug !== undefined && event.nonprofitSlug !== nonprofitSlug && "organisation",
  ].filter((each) => each !== false);
  return differing.length > 0 ? `${event.kind}: another ${differing.join(", ")} than the donation's` : null;
}

/** Keeps the event under its provider, payment and kind; false when it was there. */
async function keepEvent(
  ctx: InTx<Ctx>,
  carrier: ProviderId,
  event: ProviderEvent,
  donationId: string,
  reviewReason: string | null,
): Promise<boolean> {
  const { chargeId, kind, amount, currency, sequence } = event;
  const kept = await ctx.db
    .insert(providerEvents)
    .values({
      provider: carrier,
      ...{ chargeId, kind, donationId, amount, currency, sequence, reviewReason },
      at: ctx.now,
    })
    .onConflictDoNothing()
    .returning({ kind: providerEvents.kind });
  return kept.length > 0;
}

/**
 * Applies what an authentic provider reports to the donation: once for each payment and kind, however often and in however
 * many processes it arrives. State, payment, event and audit commit together. A report that does not match the donation,
 * or that cannot follow its state, changes nothing but the mark that somebody must look.
 */
export async function applyProviderEvent(ctx: InTx<Ctx>, carrier: ProviderId, event: ProviderEvent): Promise<Applied> {
  const donation = await lockDonation(ctx, carrier, event);
  if (!donation) return "unknown";
  const charges = await readCharges(ctx, donation.id);
  const outcome = outcomeOf(donation, charges, event, ctx.now);
  const reviewReason = mismatchOf(donation, event) ?? ("reviewReason" in outcome ? outcome.reviewReason : null);
  if (!(await keepEvent(ctx, carrier, event, donation.id, reviewReason))) return "repeated";
  if (reviewReason !== null || "reviewReason" in outcome) {
    await flagForReview(ctx, donation, reviewReason!);
    return "flagged";
  }
  await writeOutcome(ctx, donation, charges, outcome, event);
  return "applied";
}
