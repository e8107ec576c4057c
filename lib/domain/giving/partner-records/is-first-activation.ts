import { and, desc, eq, sql } from "drizzle-orm";
import { auditRecords } from "@/db/schema/records";
import type { Ctx, InTx } from "@/lib/domain/context";
import type { StatusMove } from "@/lib/domain/partners/change-partner-status";

/** Whether the partner was set aside before it was ever active: what it was when it last became INACTIVE. */
async function wasSetAsideUnapproved(ctx: InTx<Ctx>, partnerId: string): Promise<boolean> {
  const [last] = await ctx.db
    .select({ before: auditRecords.before })
    .from(auditRecords)
    .where(
      and(
        eq(auditRecords.targetId, partnerId),
        eq(auditRecords.action, "partner.status_changed"),
        eq(sql`${auditRecords.after}->>'status'`, "INACTIVE"),
      ),
    )
    .orderBy(desc(auditRecords.position))
    .limit(1);
  return last?.before?.status === "PENDING_APPROVAL";
}

/** Whether the move makes the partner active for the first time, directly or after a while as INACTIVE. */
export async function isFirstActivation(ctx: InTx<Ctx>, { partnerId, from, to }: StatusMove): Promise<boolean> {
  if (to !== "ACTIVE") return false;
  return from === "PENDING_APPROVAL" || (from === "INACTIVE" && (await wasSetAsideUnapproved(ctx, partnerId)));
}
