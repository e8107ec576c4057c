import { and, count, desc, getTableColumns, gte, isNotNull, isNull, like, lt, or, type SQL, sql } from "drizzle-orm";
import { mails } from "@/db/schema/mails";
import type { AdminCtx } from "@/lib/domain/context";
import { presentMail } from "@/lib/domain/mail/present-mail";
import { type ListMailsQuery, MAIL_ATTEMPTS_MAX, type MailList, type MailStatus } from "@/lib/domain/mail/schemas";
import { containsPattern } from "@/lib/domain/shared/like";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";
import { canSendMail } from "@/lib/platform/mail";

const IN_STATUS: Record<MailStatus, SQL | undefined> = {
  SENT: isNotNull(mails.sentAt),
  WAITING: and(isNull(mails.sentAt), lt(mails.attemptsMade, MAIL_ATTEMPTS_MAX)),
  FAILED: and(isNull(mails.sentAt), gte(mails.attemptsMade, MAIL_ATTEMPTS_MAX)),
};

const { body: _body, html: _html, ...summaryColumns } = getTableColumns(mails);

/** The outbox, latest first; `search` matches a part of recipient or subject. What the mails say is read one by one. */
export async function listMails(ctx: AdminCtx, input: ListMailsQuery): Promise<MailList> {
  const pattern = input.search === undefined ? undefined : containsPattern(input.search);
  const where = and(
    input.status && IN_STATUS[input.status],
    pattern === undefined
      ? undefined
      : or(...[mails.recipient, mails.subject].map((column) => like(sql`lower(${column})`, pattern))),
  );
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select(summaryColumns)
      .from(mails)
      .where(where)
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(mails).where(where),
  ]);
  return { ...pageOf(rows.map(presentMail), counted!.total, input), sendsMail: canSendMail() };
}
