import { mails } from "@/db/schema/mails";
import type { Ctx, InTx } from "@/lib/domain/context";
import { newObjectId } from "@/lib/platform/ids";

/** Puts a plain-text mail into the outbox, in the transaction of what it tells of; a job sends it when SMTP is set. */
export async function queueMail(
  ctx: InTx<Ctx>,
  mail: { recipient: string; subject: string; body: string },
): Promise<void> {
  await ctx.db.insert(mails).values({ id: newObjectId(), ...mail, createdAt: ctx.now, nextAttemptAt: ctx.now });
}
