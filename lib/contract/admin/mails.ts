import { endpoint } from "@/lib/contract/endpoint";
import { ListMailsQuery, MailDetail, MailList, MailParams } from "@/lib/domain/mail/schemas";

/** Admin API: the mail outbox. */

export const listMails = endpoint({
  method: "GET",
  path: "/api/v1/admin/mails",
  id: "listMails",
  tag: "Mails",
  summary: "List outgoing mails",
  description: "Latest first. A mail that was sent is kept for 90 days; one that could not be sent stays.",
  auth: "admin",
  query: ListMailsQuery,
  response: MailList,
  status: 200,
  errors: [],
});

export const getMail = endpoint({
  method: "GET",
  path: "/api/v1/admin/mails/:mailId",
  id: "getMail",
  tag: "Mails",
  summary: "Read a mail",
  description:
    "Every role sees that it was sent and how that went. What it says is for SUPERADMIN: links in it open accounts.",
  auth: "admin",
  params: MailParams,
  response: MailDetail,
  status: 200,
  errors: ["mail_not_found"],
});
