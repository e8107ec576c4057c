import { mails } from "@/db/schema/mails";
import type { Ctx, InTx } from "@/lib/domain/context";
import { type FactsOf, renderMail, type TemplateName } from "@/lib/mail/render-mail";
import { newObjectId } from "@/lib/platform/ids";

export type MailToQueue<N extends TemplateName> = {
  /** One address or several; each gets a mail of its own, once, however it is written. */
  to: string | readonly string[];
  template: N;
  facts: FactsOf<N>;
};

/**
 * Puts a mail into the outbox, as HTML and as plain text, in the transaction of what it tells of; a job sends it when SMTP
 * is set. It is rendered here, so that what administrators see is what goes out.
 */
export async function queueMail<N extends TemplateName>(ctx: InTx<Ctx>, mail: MailToQueue<N>): Promise<void> {
  const recipients = new Map([mail.to].flat().map((address) => [address.trim().toLowerCase(), address.trim()]));
  if (recipients.size === 0) return;
  const { subject, text, html } = await renderMail(mail.template, mail.facts);
  const rows = [...recipients.values()].map((recipient) => ({
    id: newObjectId(),
    recipient,
    subject,
    body: text,
    html,
    createdAt: ctx.now,
    nextAttemptAt: ctx.now,
  }));
  await ctx.db.insert(mails).values(rows);
}
