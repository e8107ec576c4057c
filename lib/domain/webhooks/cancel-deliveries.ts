import { and, eq, type SQL } from "drizzle-orm";
import { deliveries } from "@/db/schema/webhooks";
import type { Ctx, InTx } from "@/lib/domain/context";

/** Cancels the pending deliveries among these. One whose request is under way is not recalled, but never repeated. */
export async function cancelDeliveries(ctx: InTx<Ctx>, among: SQL): Promise<void> {
  await ctx.db
    .update(deliveries)
    .set({ status: "CANCELED", nextAttemptAt: null, leasedUntil: null, updatedAt: ctx.now })
    .where(and(among, eq(deliveries.status, "PENDING")));
}
