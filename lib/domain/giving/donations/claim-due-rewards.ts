import { and, eq, sql } from "drizzle-orm";
import { donationCharges } from "@/db/schema/donations";
import { tokenPools } from "@/db/schema/giving";
import type { Ctx } from "@/lib/domain/context";
import type { ChargeRow } from "@/lib/domain/giving/donations/present-donation";
import type { Environment } from "@/lib/domain/shared/schemas";

/** Longer than any reward takes. What a broken process had taken up is found again after it. */
const LEASE_SECONDS = 60;

/** Everything a partner's pools were ever credited in an environment: it grows with each credit and never shrinks. */
const creditsOf = (partnerId: unknown, environment: unknown) =>
  sql`(select coalesce(sum(${tokenPools.allocated} + ${tokenPools.returned}), 0) from ${tokenPools}
    where ${tokenPools.partnerId} = ${partnerId} and ${tokenPools.environment} = ${environment})`;

export async function readCredits(ctx: Ctx, partnerId: string, environment: Environment): Promise<number> {
  const [row] = (await ctx.db.execute(
    sql`select ${creditsOf(partnerId, environment)}::float8 as credits`,
  )) as unknown as { credits: number }[];
  return row!.credits;
}

/** Rewards that the pool did not cover become due again once it has been credited. */
export async function reviveCreditedRewards(ctx: Ctx): Promise<void> {
  await ctx.db
    .update(donationCharges)
    .set({ rewardDueAt: ctx.now, rewardCredits: null, updatedAt: ctx.now })
    .where(
      sql`${donationCharges.rewardCredits} is not null
        and ${creditsOf(donationCharges.partnerId, donationCharges.environment)} > ${donationCharges.rewardCredits}`,
    );
}

/**
 * Takes up some of the rewards that are due, of partners that are active or have ended; those of suspended ones wait. A
 * reward that was taken up is nobody else's until its lease is over.
 */
export async function claimDueRewards(ctx: Ctx, limit: number): Promise<ChargeRow[]> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const due = sql`(
    select c.donation_id, c.n from donation_charges c join partners p on p.id = c.partner_id
    where c.reward_due_at <= ${now} and p.status in ('ACTIVE', 'TERMINATED')
    order by c.reward_due_at limit ${limit} for update of c skip locked
  )`;
  return ctx.db
    .update(donationCharges)
    .set({ rewardDueAt: sql`${now} + make_interval(secs => ${LEASE_SECONDS})` })
    .where(sql`(${donationCharges.donationId}, ${donationCharges.n}) in ${due}`)
    .returning();
}

/** The condition on one payment. */
export function thisCharge({ donationId, n }: Pick<ChargeRow, "donationId" | "n">) {
  return and(eq(donationCharges.donationId, donationId), eq(donationCharges.n, n));
}
