import { inquiries, inquiryRevisions } from "@/db/schema/inquiries";
import { type Ctx, inTransaction } from "@/lib/domain/context";
import { recordInquiryAudit } from "@/lib/domain/giving/inquiries/record-inquiry-audit";
import type { InquiryFields, InquirySubmitted } from "@/lib/domain/giving/inquiries/schemas";
import { encryptStatusToken, statusPage } from "@/lib/domain/giving/inquiries/status-token";
import { queueMail } from "@/lib/domain/mail/queue-mail";
import { sha256Hex } from "@/lib/platform/crypto";
import { newPrefixedId, newSecretHex } from "@/lib/platform/ids";

/** Opens an inquiry and mails its link to the contact. It issues no credentials. */
export function submitInquiry(ctx: Ctx, fields: InquiryFields): Promise<InquirySubmitted> {
  return inTransaction(ctx, async (ctx) => {
    const id = newPrefixedId("inq");
    const statusToken = newSecretHex();
    const statusTokenEncrypted = encryptStatusToken(id, statusToken);
    await ctx.db.insert(inquiries).values({
      ...{ id, fields, status: "SUBMITTED", statusSince: ctx.now },
      ...{ statusTokenHash: sha256Hex(statusToken), statusTokenEncrypted },
      ...{ submittedAt: ctx.now, updatedAt: ctx.now },
    });
    await ctx.db.insert(inquiryRevisions).values({ inquiryId: id, number: 1, fields, at: ctx.now });
    const { partnerName, contactEmail } = fields;
    await recordInquiryAudit(ctx, { action: "inquiry.submitted", inquiryId: id, after: { partnerName, contactEmail } });
    const facts = { partnerName, href: statusPage({ id, statusTokenEncrypted }) };
    await queueMail(ctx, { to: contactEmail, template: "inquiryReceived", facts });
    return { inquiryId: id, status: "SUBMITTED", statusToken };
  });
}
