import { database } from "@/db/client";
import { makeMail } from "@/db/testing/factories";
import type { AdminCalls } from "@/lib/testing/admin-calls/arranged-calls";

export const mailCalls: AdminCalls = {
  listMails: () => ({ target: "/api/v1/admin/mails" }),
  getMail: async () => ({ target: `/api/v1/admin/mails/${(await makeMail(database().db)).id}` }),
};
