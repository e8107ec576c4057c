import { and, asc, eq, inArray, isNull, lt, lte } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { MAIL_ATTEMPTS_MAX } from "@/lib/domain/mail/schemas";
import { MINUTE_MS } from "@/lib/domain/shared/duration";
import { logger } from "@/lib/platform/logger";
import { canSendMail, type Mail, sendMail } from "@/lib/platform/mail";

const BATCH = 20;
/** Longer than a whole batch may take; a process that died lets its batch go after this long. */
const LEASE_MS = 10 * MINUTE_MS;

/** 1, 2, 4, … minutes after a refusal, up to two hours. */
export function mailRetryMs(attempt: number): number {
  return Math.min(2 ** (attempt - 1), 120) * MINUTE_MS;
}

async function claimBatch(ctx: Ctx) {
  return inTransaction(ctx, async (ctx) => {
    const due = await ctx.db
      .select({ id: mails.id })
      .from(mails)
      .where(and(isNull(mails.sentAt), lte(mails.nextAttemptAt, ctx.now), lt(mails.attemptsMade, MAIL_ATTEMPTS_MAX)))
      .orderBy(asc(mails.nextAttemptAt))
      .limit(BATCH)
      .for("update", { skipLocked: true });
    if (due.length === 0) return [];
    return ctx.db
      .update(mails)
      .set({ nextAttemptAt: new Date(ctx.now.getTime() + LEASE_MS) })
      .where(
        inArray(
          mails.id,
          due.map((mail) => mail.id),
        ),
      )
      .returning();
  });
}

/**
 * Sends waiting mails, claimed by lease so that several processes share the work. What a process that died left unsent is
 * claimed again when the lease has run out, and costs no attempt. A refused one is tried again later, eight times in all;
 * then it stays in the outbox with its error. Without SMTP nothing is sent. Returns how many it tried.
 */
export async function sendDueMails(ctx: Ctx, send: (mail: Mail) => Promise<void> = sendMail): Promise<number> {
  if (!canSendMail()) return 0;
  const batch = await claimBatch(ctx);
  for (const mail of batch) {
    const attemptsMade = mail.attemptsMade + 1;
    const outcome = await send(mail).then(
      () => ({ sentAt: ctx.now, lastError: null }),
      (error: Error) => {
        logger.warn({ err: error, mail: mail.id }, "a mail was not taken");
        const nextAttemptAt = new Date(ctx.now.getTime() + mailRetryMs(attemptsMade));
        return { lastError: error.message.slice(0, 500), nextAttemptAt };
      },
    );
    await ctx.db
      .update(mails)
      .set({ ...outcome, attemptsMade })
      .where(eq(mails.id, mail.id));
  }
  return batch.length;
}
