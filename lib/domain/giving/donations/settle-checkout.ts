import { and, eq } from "drizzle-orm";
import { donations, organizations } from "@/db/schema/donations";
import { partners } from "@/db/schema/partners";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { applyProviderEvent } from "@/lib/domain/giving/donations/apply-provider-event";
import { donationFailed } from "@/lib/domain/giving/donations/event-types";
import { type ChargeRow, type DonationRow, statusAt } from "@/lib/domain/giving/donations/present-donation";
import type { ProviderEvent } from "@/lib/domain/giving/donations/providers/payment-provider";
import { readCharges } from "@/lib/domain/giving/donations/read-charges";
import { withOutcome } from "@/lib/domain/giving/donations/return-urls";
import type { CHECKOUT_OUTCOMES, CheckoutResult, CheckoutView } from "@/lib/domain/giving/donations/schemas";
import { changeDonation } from "@/lib/domain/giving/donations/write-outcome";
import { fail } from "@/lib/errors";
import { sha256Hex } from "@/lib/platform/crypto";

type Asked = { token: string; outcome: (typeof CHECKOUT_OUTCOMES)[number]; failureReason?: string };

/** The checkout of a token: sandbox rows only, whatever the token. */
function ofToken(token: string) {
  return and(
    eq(donations.carrier, "sandbox"),
    eq(donations.environment, "sandbox"),
    eq(donations.carrierRef, sha256Hex(token)),
  );
}

/** What the page of a test checkout shows; null when there is none. */
export async function findCheckout(ctx: Ctx, token: string): Promise<CheckoutView | null> {
  const [row] = await ctx.db
    .select({ donation: donations, partnerName: partners.name, organizationName: organizations.name })
    .from(donations)
    .innerJoin(partners, eq(partners.id, donations.partnerId))
    .innerJoin(organizations, eq(organizations.id, donations.organizationId))
    .where(ofToken(token));
  if (!row) return null;
  const { donation, partnerName, organizationName } = row;
  const { amount, tipAmount, currency, frequency, failureReason } = donation;
  const charges = await readCharges(ctx, donation.id);
  return {
    partnerDonationId: donation.id,
    ...{ partnerName, organizationName, amount, tipAmount, currency, frequency, failureReason },
    status: statusAt(donation, ctx.now),
    charges: charges.map(({ at, amount, status }) => ({ at: at.toISOString(), amount, status })),
  };
}

/** The event a real provider would report. Fails with `donation_already_final` when the donation stands elsewhere. */
function reportOf(donation: DonationRow, charges: readonly ChargeRow[], asked: Asked, now: Date): ProviderEvent {
  const { id, amount, tipAmount, currency, frequency, environment } = donation;
  const status = statusAt(donation, now);
  const report = (kind: ProviderEvent["kind"], n: number): ProviderEvent => ({
    ...{ kind, environment, partnerDonationId: id, chargeId: `${id}:${n}`, amount: amount + tipAmount, currency },
    failureReason: asked.failureReason,
    sequence: now.getTime(),
    raw: null,
  });
  const paid = charges.findLast((charge) => charge.status === "COMPLETED");
  switch (asked.outcome) {
    case "complete":
      if (status === "PENDING") return report("COMPLETED", 1);
      break;
    case "fail":
      if (status === "PENDING") return report("FAILED", 1);
      break;
    case "refund":
      if (status === "COMPLETED" && paid) return report("REFUNDED", paid.n);
      break;
    case "next_charge":
      if (status === "COMPLETED" && frequency === "monthly") return report("COMPLETED", charges.length + 1);
      break;
  }
  fail("donation_already_final", { details: { status } });
}

async function cancel(ctx: InTx<Ctx>, donation: DonationRow): Promise<void> {
  const status = statusAt(donation, ctx.now);
  if (status !== "PENDING") fail("donation_already_final", { details: { status } });
  const change = { status: "CANCELED", rewardStatus: "NONE", failureReason: "The donor called it off." } as const;
  await changeDonation(ctx, donation, change, donationFailed);
}

const LEAVES_TO = { complete: "successUrl", fail: "cancelUrl", cancel: "cancelUrl" } as const;

function redirectOf(donation: DonationRow, outcome: Asked["outcome"]): string | null {
  if (outcome === "refund" || outcome === "next_charge") return null;
  const url = donation[LEAVES_TO[outcome]];
  return url === null ? null : withOutcome(url, donation.id, donation.status);
}

/**
 * Plays the provider in the test checkout: what the tester chooses goes the way of a real callback. Fails with
 * `donation_not_found`, or with `donation_already_final` for an end after the end.
 */
export async function settleCheckout(ctx: Ctx, asked: Asked): Promise<CheckoutResult> {
  return inTransaction(ctx, async (ctx) => {
    const [donation] = await ctx.db.select().from(donations).where(ofToken(asked.token)).for("update");
    if (!donation) fail("donation_not_found");
    if (asked.outcome === "cancel") await cancel(ctx, donation);
    else {
      const report = reportOf(donation, await readCharges(ctx, donation.id), asked, ctx.now);
      await applyProviderEvent(ctx, "sandbox", report);
    }
    const [settled] = await ctx.db.select().from(donations).where(eq(donations.id, donation.id));
    const { id: partnerDonationId, status } = settled!;
    return { partnerDonationId, status, redirectUrl: redirectOf(settled!, asked.outcome) };
  });
}
