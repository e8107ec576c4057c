import { and, eq } from "drizzle-orm";
import { donationCharges, donations } from "@/db/schema/donations";
import { partners } from "@/db/schema/partners";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import type { EventType } from "@/lib/domain/events/schemas";
import {
  donationCompleted,
  donationExpired,
  donationFailed,
  donationRefunded,
} from "@/lib/domain/giving/donations/event-types";
import type { Outcome } from "@/lib/domain/giving/donations/outcome-of";
import { type ChargeRow, type DonationRow, donationFacts } from "@/lib/domain/giving/donations/present-donation";
import type { ProviderEvent } from "@/lib/domain/giving/donations/providers/payment-provider";
import { readCharges } from "@/lib/domain/giving/donations/read-charges";
import { dueReward } from "@/lib/domain/giving/donations/reward-rules";

type Change = Partial<typeof donations.$inferInsert>;
type Told = typeof donationCompleted;

async function audit(ctx: InTx<Ctx>, donation: DonationRow, action: string, after: Record<string, unknown>) {
  await recordAudit(ctx, {
    action,
    targetType: "donation",
    targetId: donation.id,
    partnerId: donation.partnerId,
    environment: donation.environment,
    before: { status: donation.status },
    after,
  });
}

/** Writes a donation's new state, and tells of it: event and audit. */
export async function changeDonation(ctx: InTx<Ctx>, donation: DonationRow, change: Change, told: EventType & Told) {
  const [changed] = await ctx.db
    .update(donations)
    .set({ ...change, updatedAt: ctx.now })
    .where(eq(donations.id, donation.id))
    .returning();
  const { partnerId, environment } = donation;
  const facts = donationFacts(changed!, await readCharges(ctx, donation.id), ctx.now);
  await recordEvent(ctx, { partnerId, environment }, told, facts);
  await audit(ctx, donation, told.name, { status: changed!.status, failureReason: changed!.failureReason });
}

/** Marks a donation for a person to look at; what it stood at stays, and no reward follows. */
export async function flagForReview(ctx: InTx<Ctx>, donation: DonationRow, reviewReason: string): Promise<void> {
  await ctx.db.update(donations).set({ reviewReason, updatedAt: ctx.now }).where(eq(donations.id, donation.id));
  await audit(ctx, donation, "donation.flagged", { status: donation.status, reviewReason });
}

async function pay(ctx: InTx<Ctx>, donation: DonationRow, n: number, event: ProviderEvent): Promise<void> {
  const [partner] = await ctx.db
    .select({ enabledFeatures: partners.enabledFeatures })
    .from(partners)
    .where(eq(partners.id, donation.partnerId));
  const donorEmail = donation.donorEmail ?? event.donorEmail ?? null;
  const rewardStatus = dueReward({ ...donation, donorEmail }, partner!);
  const { id: donationId, partnerId, environment, carrier, amount } = donation;
  await ctx.db.insert(donationCharges).values({
    ...{ donationId, n, partnerId, environment, carrier, chargeId: event.chargeId, amount, rewardStatus },
    rewardDueAt: rewardStatus === "PENDING" ? ctx.now : null,
    at: ctx.now,
    updatedAt: ctx.now,
  });
  const completedAt = donation.completedAt ?? ctx.now;
  const change: Change = { status: "COMPLETED", completedAt, donorEmail, rewardStatus, failureReason: null };
  await changeDonation(ctx, donation, change, donationCompleted);
}

/** A reward that was begun in any way is looked at again: it may exist, and then it is reversed. */
async function refund(ctx: InTx<Ctx>, donation: DonationRow, n: number, charges: readonly ChargeRow[]): Promise<void> {
  const charge = charges.find((each) => each.n === n)!;
  await ctx.db
    .update(donationCharges)
    .set({
      status: "REFUNDED",
      rewardDueAt: charge.rewardStatus === "NONE" ? null : ctx.now,
      rewardCredits: null,
      updatedAt: ctx.now,
    })
    .where(and(eq(donationCharges.donationId, donation.id), eq(donationCharges.n, n)));
  const isLast = charges.every((each) => each.n === n || each.status === "REFUNDED");
  await changeDonation(ctx, donation, { status: isLast ? "REFUNDED" : donation.status }, donationRefunded);
}

/** Writes what an event means: the state, the payment and what is due for it, with event and audit. */
export async function writeOutcome(
  ctx: InTx<Ctx>,
  donation: DonationRow,
  charges: readonly ChargeRow[],
  outcome: Exclude<Outcome, { reviewReason: string }>,
  event: ProviderEvent,
): Promise<void> {
  switch (outcome.change) {
    case "pay":
      return pay(ctx, donation, outcome.n, event);
    case "refund":
      return refund(ctx, donation, outcome.n, charges);
    case "fail": {
      const change: Change = { status: "FAILED", rewardStatus: "NONE", failureReason: event.failureReason ?? null };
      return changeDonation(ctx, donation, change, donationFailed);
    }
    case "expire":
      return changeDonation(ctx, donation, { status: "EXPIRED", rewardStatus: "NONE" }, donationExpired);
    case "none":
      return;
  }
}
