import { and, eq, lte } from "drizzle-orm";
import { donations } from "@/db/schema/donations";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { donationExpired } from "@/lib/domain/giving/donations/event-types";
import { changeDonation } from "@/lib/domain/giving/donations/write-outcome";

/**
 * Writes down, and tells of, some of the links whose time is over; whoever reads them sees that without it. Returns how
 * many there were.
 */
export async function expireDueDonations(ctx: Ctx, input: { limit: number }): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const due = await ctx.db
      .select()
      .from(donations)
      .where(and(eq(donations.status, "PENDING"), lte(donations.expiresAt, ctx.now)))
      .orderBy(donations.expiresAt)
      .limit(input.limit)
      .for("update", { skipLocked: true });
    for (const donation of due) {
      await changeDonation(ctx, donation, { status: "EXPIRED", rewardStatus: "NONE" }, donationExpired);
    }
    return due.length;
  });
}
