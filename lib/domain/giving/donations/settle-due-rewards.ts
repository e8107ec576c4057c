import { eq } from "drizzle-orm";
import { donations } from "@/db/schema/donations";
import type { Ctx, PartnerCtx } from "@/lib/domain/context";
import type { ActionResult, SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { submitAction } from "@/lib/domain/giving/actions/submit-action";
import { claimDueRewards, readCredits, reviveCreditedRewards } from "@/lib/domain/giving/donations/claim-due-rewards";
import { toMajor } from "@/lib/domain/giving/donations/money";
import type { ChargeRow, DonationRow } from "@/lib/domain/giving/donations/present-donation";
import { recordReward } from "@/lib/domain/giving/donations/record-reward";
import { reverseReward } from "@/lib/domain/giving/donations/reverse-reward";
import { recipientOf, rewardKey } from "@/lib/domain/giving/donations/reward-rules";
import { Replayed } from "@/lib/domain/idempotency/replayed";
import { readPartnerAfresh } from "@/lib/domain/partners/load-partner";
import { HOUR_MS } from "@/lib/domain/shared/duration";
import { ERRORS, Failure } from "@/lib/errors";
import { logger } from "@/lib/platform/logger";

/** A pool that is paused or not there yet may be put right without any credit. */
const TRIED_HOURLY = new Set(["pool_not_active", "pool_not_found"]);

/** What the system submits for a payment: the donation without its tip, for the donor. */
function actionFor(donation: DonationRow, charge: ChargeRow, partnerUserId: string): SubmitAction {
  const { id, currency, campaignId, donorEmail, firstName, lastName, nonprofitSlug } = donation;
  return {
    idempotencyKey: rewardKey(donation, charge.n),
    actionType: "DONATION",
    amount: toMajor(charge.amount, currency),
    currency,
    stakeholders: [
      {
        stakeholderTypeCode: "DONOR",
        partnerUserId,
        ...(donorEmail && { userEmail: donorEmail }),
        ...(firstName && { userFirstName: firstName }),
        ...(lastName && { userLastName: lastName }),
      },
    ],
    autoCreateUsers: true,
    metadata: { partnerDonationId: id, nonprofitSlug },
    ...(campaignId && { campaignId }),
  };
}

/** A refusal as the partner sees it. For want of tokens it waits for a credit; most others need no second look. */
async function recordRefusal(ctx: PartnerCtx, charge: ChargeRow, code: string, creditsBefore: number): Promise<void> {
  await recordReward(ctx, charge, {
    rewardStatus: "FAILED",
    rewardFailure: code.toUpperCase(),
    ...(code === "insufficient_pool" && { rewardCredits: creditsBefore }),
    ...(TRIED_HOURLY.has(code) && { rewardDueAt: new Date(ctx.now.getTime() + HOUR_MS) }),
  });
}

async function issueReward(ctx: PartnerCtx, donation: DonationRow, charge: ChargeRow): Promise<void> {
  const recipient = recipientOf(donation);
  if (recipient === null) return recordReward(ctx, charge, { rewardStatus: "NONE" });
  if (ctx.partner.status === "TERMINATED") return recordRefusal(ctx, charge, "partner_not_active", 0);
  // Read first: a credit that comes between this and the refusal counts as one that came after it.
  const credits = await readCredits(ctx, ctx.partner.id, ctx.environment);
  try {
    const submitted = await submitAction(ctx, actionFor(donation, charge, recipient));
    const { actionId, tokensDistributed }: ActionResult = submitted instanceof Replayed ? submitted.value : submitted;
    await recordReward(ctx, charge, { rewardStatus: "ISSUED", actionId, tokensAwarded: tokensDistributed });
  } catch (error) {
    const isAnswer = error instanceof Failure && ERRORS[error.code].status < 500;
    // Somebody else is at this very reward, or the database is away: the lease runs out, and it is looked at again.
    if (!isAnswer || error.code === "idempotency_in_progress") throw error;
    await recordRefusal(ctx, charge, error.code, credits);
  }
}

async function settle(ctx: Ctx, charge: ChargeRow): Promise<void> {
  const [donation] = await ctx.db.select().from(donations).where(eq(donations.id, charge.donationId));
  const partner = await readPartnerAfresh(ctx.db, charge.partnerId);
  const own: PartnerCtx = { ...ctx, partner, environment: charge.environment };
  if (charge.status === "REFUNDED") return reverseReward(own, donation!, charge);
  return issueReward(own, donation!, charge);
}

/**
 * Brings some rewards that are due to their end: issued, refused with a code, or, where the payment was given back,
 * reversed. It may break off at any point: the action's idempotency key is the payment's, so whoever takes the reward up
 * again finds what was done. Returns how many were taken up.
 */
export async function settleDueRewards(ctx: Ctx, input: { limit: number }): Promise<number> {
  await reviveCreditedRewards(ctx);
  const charges = await claimDueRewards(ctx, input.limit);
  for (const charge of charges) {
    try {
      await settle(ctx, charge);
    } catch (err) {
      logger.warn({ err, donationId: charge.donationId, n: charge.n }, "a donation's reward is left for later");
    }
  }
  return charges.length;
}
