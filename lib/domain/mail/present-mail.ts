import type { mails } from "@/db/schema/mails";
import { MAIL_ATTEMPTS_MAX, type MailStatus, type MailSummary } from "@/lib/domain/mail/schemas";

export type MailRow = typeof mails.$inferSelect;

function statusOf(row: Pick<MailRow, "sentAt" | "attemptsMade">): MailStatus {
  if (row.sentAt) return "SENT";
  return row.attemptsMade >= MAIL_ATTEMPTS_MAX ? "FAILED" : "WAITING";
}

/** A mail without what it says. */
export function presentMail(row: Omit<MailRow, "body" | "html">): MailSummary {
  const status = statusOf(row);
  return {
    id: row.id,
    recipient: row.recipient,
    subject: row.subject,
    status,
    attempts: row.attemptsMade,
    lastError: row.lastError,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    nextAttemptAt: status === "WAITING" ? row.nextAttemptAt.toISOString() : null,
  };
}
