import { inArray, lt } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { Ctx } from "@/lib/domain/context";
import { keptSince } from "@/lib/domain/events/kept-since";

/** Removes some of the mails that were sent more than 90 days ago; one that was never sent stays. Returns how many. */
export async function forgetOldMails(ctx: Ctx, input: { limit: number }): Promise<number> {
  const old = ctx.db
    .select({ id: mails.id })
    .from(mails)
    .where(lt(mails.sentAt, keptSince(ctx.now)))
    .limit(input.limit)
    .for("update", { skipLocked: true });
  const removed = await ctx.db.delete(mails).where(inArray(mails.id, old)).returning({ id: mails.id });
  return removed.length;
}
