import { eq } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { AdminCtx } from "@/lib/domain/context";
import { presentMail } from "@/lib/domain/mail/present-mail";
import { MAIL_READERS, type MailDetail } from "@/lib/domain/mail/schemas";
import { fail } from "@/lib/errors";

/** One mail; what it says only for those who may read it. Fails with `mail_not_found`. */
export async function getMail(ctx: AdminCtx, input: { mailId: string }): Promise<MailDetail> {
  const [row] = await ctx.db.select().from(mails).where(eq(mails.id, input.mailId));
  if (!row) fail("mail_not_found");
  const { body, html, ...rest } = row;
  const mayRead = MAIL_READERS.includes(ctx.actor.role);
  return { ...presentMail(rest), text: mayRead ? body : null, html: mayRead ? html : null };
}
