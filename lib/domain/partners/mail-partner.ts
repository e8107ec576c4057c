import { and, eq, isNull } from "drizzle-orm";
import { partners, portalUsers } from "@/db/schema/partners";
import type { Ctx, InTx } from "@/lib/domain/context";
import { queueMail } from "@/lib/domain/mail/queue-mail";
import type { FactsOf, TemplateName } from "@/lib/mail/render-mail";

export type MailToPartner<N extends TemplateName> = {
  partnerId: string;
  template: N;
  factsOf: (partnerName: string) => FactsOf<N>;
};

/** Tells a partner's contact and its owners, in the transaction of what the mail tells of. */
export async function mailPartner<N extends TemplateName>(ctx: InTx<Ctx>, mail: MailToPartner<N>): Promise<void> {
  const { partnerId, template, factsOf } = mail;
  const [[partner], owners] = await Promise.all([
    ctx.db
      .select({ name: partners.name, contactEmail: partners.contactEmail })
      .from(partners)
      .where(eq(partners.id, partnerId)),
    ctx.db
      .select({ email: portalUsers.email })
      .from(portalUsers)
      .where(and(eq(portalUsers.partnerId, partnerId), eq(portalUsers.role, "OWNER"), isNull(portalUsers.disabledAt))),
  ]);
  const to = [partner!.contactEmail, ...owners.map(({ email }) => email)];
  await queueMail(ctx, { to, template, facts: factsOf(partner!.name) });
}
