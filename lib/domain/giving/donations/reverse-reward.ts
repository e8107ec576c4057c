import { and, eq } from "drizzle-orm";
import { actions } from "@/db/schema/giving";
import type { PartnerCtx } from "@/lib/domain/context";
import { ownActions } from "@/lib/domain/giving/actions/find-earlier-action";
import { reverseAction } from "@/lib/domain/giving/actions/reverse-action";
import type { ChargeRow, DonationRow } from "@/lib/domain/giving/donations/present-donation";
import { recordReward } from "@/lib/domain/giving/donations/record-reward";
import { rewardKey } from "@/lib/domain/giving/donations/reward-rules";
import { Failure } from "@/lib/errors";

/** The action that rewarded a payment; it may exist before the payment's row knows of it. */
async function findRewardAction(ctx: PartnerCtx, idempotencyKey: string) {
  const [action] = await ctx.db
    .select({ id: actions.id, status: actions.status, tokens: actions.tokensDistributed })
    .from(actions)
    .where(and(ownActions(ctx), eq(actions.idempotencyKey, idempotencyKey)));
  return action && action.status !== "FAILED" ? action : null;
}

/** Takes back the reward of a payment that was given back, as far as the tokens are still there. */
export async function reverseReward(ctx: PartnerCtx, donation: DonationRow, charge: ChargeRow): Promise<void> {
  const key = rewardKey(donation, charge.n);
  const action = await findRewardAction(ctx, key);
  if (!action) return recordReward(ctx, charge, { rewardStatus: "NONE" });
  const issued = { actionId: action.id, tokensAwarded: action.tokens };
  const reversed = { ...issued, rewardStatus: "REVERSED" as const };
  // The partner was quicker.
  if (action.status === "REVERSED") return recordReward(ctx, charge, reversed);
  try {
    const refund = { idempotencyKey: `refund:${key}`, reason: "REFUND", allowPartial: true } as const;
    await reverseAction(ctx, { actionId: action.id, ...refund });
    await recordReward(ctx, charge, reversed);
  } catch (error) {
    if (!(error instanceof Failure && error.code === "action_not_reversible")) throw error;
    // Too long ago: the tokens stay where they are, and the partner sees why.
    await recordReward(ctx, charge, { ...issued, rewardStatus: "ISSUED", rewardFailure: error.code.toUpperCase() });
  }
}
