import { z } from "zod";
import type { AdminRole } from "@/lib/domain/admins/schemas";
import { IsoTime, listOf, PageQuery, text } from "@/lib/domain/shared/schemas";

/** `FAILED` was refused so often that nobody tries again. */
export const MAIL_STATUSES = ["WAITING", "SENT", "FAILED"] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

export const MAIL_ATTEMPTS_MAX = 8;

/** Who reads what a mail says: links in it open accounts. The others see that it was sent, and to whom. */
export const MAIL_READERS: readonly AdminRole[] = ["SUPERADMIN"];

export const ListMailsQuery = PageQuery.extend({
  status: z.enum(MAIL_STATUSES).optional(),
  search: text(1, 100).optional().meta({ description: "Part of the recipient or the subject, in any case." }),
});
export type ListMailsQuery = z.output<typeof ListMailsQuery>;

export const MailSummary = z
  .object({
    id: z.string(),
    recipient: z.string(),
    subject: z.string(),
    status: z.enum(MAIL_STATUSES),
    attempts: z.int(),
    lastError: z.string().nullable(),
    createdAt: IsoTime,
    sentAt: IsoTime.nullable(),
    nextAttemptAt: IsoTime.nullable(),
  })
  .meta({ id: "MailSummary" });
export type MailSummary = z.output<typeof MailSummary>;

/** `sendsMail` is false while no SMTP server is configured: then all mails stay here. */
export const MailList = listOf(MailSummary).extend({ sendsMail: z.boolean() });
export type MailList = z.output<typeof MailList>;

export const MailParams = z.strictObject({ mailId: z.string().max(64) });

/** Without `text` the role may not read it; without `html` alone the mail is plain text. */
export const MailDetail = MailSummary.extend({
  text: z.string().nullable(),
  html: z.string().nullable(),
}).meta({ id: "MailDetail" });
export type MailDetail = z.output<typeof MailDetail>;
