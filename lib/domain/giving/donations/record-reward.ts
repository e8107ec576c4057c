import { and, eq, ne, sql } from "drizzle-orm";
import { donationCharges, donations } from "@/db/schema/donations";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { thisCharge } from "@/lib/domain/giving/donations/claim-due-rewards";
import type { ChargeRow } from "@/lib/domain/giving/donations/present-donation";
import type { RewardStatus } from "@/lib/domain/giving/donations/statuses";

export type RewardOutcome = {
  rewardStatus: RewardStatus;
  /** The code of the refusal, as the partner reads it. */
  rewardFailure?: string;
  rewardCredits?: number;
  rewardDueAt?: Date;
  tokensAwarded?: number;
  actionId?: string;
};

/**
 * Writes what became of a payment's reward, with the donation's summary of it and the audit record. A payment that was
 * refunded while its reward was being issued stays due, so that the reward is reversed next.
 */
export async function recordReward(ctx: Ctx, charge: ChargeRow, outcome: RewardOutcome): Promise<void> {
  const { rewardStatus, rewardFailure = null, rewardCredits = null, rewardDueAt = null, ...issued } = outcome;
  const isIssued = rewardStatus === "ISSUED";
  const next = rewardDueAt?.toISOString() ?? null;
  const againAt = isIssued ? ctx.now.toISOString() : next;
  await inTransaction(ctx, async (ctx) => {
    const [changed] = await ctx.db
      .update(donationCharges)
      .set({
        ...{ rewardStatus, rewardFailure, rewardCredits, ...issued },
        rewardDueAt: sql`case when ${donationCharges.status} <> ${charge.status} then ${againAt}::timestamptz
          else ${next}::timestamptz end`,
        updatedAt: ctx.now,
      })
      .where(and(thisCharge(charge), ne(donationCharges.rewardStatus, "REVERSED")))
      .returning({ n: donationCharges.n });
    if (!changed) return;
    await ctx.db
      .update(donations)
      .set({ rewardStatus, updatedAt: ctx.now })
      .where(
        and(
          eq(donations.id, charge.donationId),
          sql`not exists (select from donation_charges c where c.donation_id = ${donations.id} and c.n > ${charge.n})`,
        ),
      );
    await recordAudit(ctx, {
      action: `donation.reward_${rewardStatus.toLowerCase()}`,
      targetType: "donation",
      targetId: charge.donationId,
      partnerId: charge.partnerId,
      environment: charge.environment,
      before: { rewardStatus: charge.rewardStatus },
      after: { n: charge.n, rewardStatus, ...(rewardFailure && { rewardFailure }), ...issued },
    });
  });
}
