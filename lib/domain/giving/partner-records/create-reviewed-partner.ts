import { inviteToPartner } from "@/lib/domain/accounts/invite-to-partner";
import { type AdminCtx, type InTx, inTransaction } from "@/lib/domain/context";
import { convertInquiry, holdConvertible } from "@/lib/domain/giving/inquiries/convert-inquiry";
import { contractFacts } from "@/lib/domain/giving/inquiries/record-contract";
import type { CreatePartner } from "@/lib/domain/giving/intake/schemas";
import { getPartnerRecord } from "@/lib/domain/giving/partner-records/get-partner-record";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { slugOf } from "@/lib/domain/partners/create-self-service-partner";
import { insertPartner } from "@/lib/domain/partners/insert-partner";
import { readPartnerAfresh } from "@/lib/domain/partners/load-partner";
import { requireAllowedUrl } from "@/lib/domain/webhooks/check-webhook-url";
import { insertWebhook } from "@/lib/domain/webhooks/create-webhook";
import { Failure } from "@/lib/errors";

/** Whether a sandbox webhook may go there now. It looks the host up: outside any transaction. */
async function isAllowed(url: string): Promise<boolean> {
  try {
    await requireAllowedUrl({ environment: "sandbox" }, url);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === "webhook_url_not_allowed") return false;
    throw error;
  }
}

async function addSandboxWebhook(ctx: InTx<AdminCtx>, partnerId: string, url: string, reason: string): Promise<void> {
  const partner = await readPartnerAfresh(ctx.db, partnerId);
  const webhook = { url, description: "From the intake", eventTypes: [], receiveAllEvents: true };
  await insertWebhook({ ...ctx, partner, environment: "sandbox" }, webhook, reason);
}

/**
 * A partner in PENDING_APPROVAL, as an administrator enters it. From an inquiry it takes over contract and KYB, and the
 * inquiry is converted, once; the contact is invited to the portal as its owner. A webhook URL that is not allowed stays
 * in the audit record only. Fails with `inquiry_not_found`, `invalid_state_transition` or `slug_taken`.
 */
export async function createReviewedPartner(ctx: AdminCtx, input: CreatePartner): Promise<PartnerRecord> {
  const { inquiryId = null, slug = slugOf(input.name), webhookUrl, reason, ...columns } = input;
  const hasWebhook = webhookUrl !== undefined && (await isAllowed(webhookUrl));
  return inTransaction(ctx, async (ctx) => {
    const inquiry = inquiryId === null ? null : await holdConvertible(ctx, inquiryId);
    const partnerId = await insertPartner(ctx, {
      ...{ slug, inquiryId, webhookUrl, reason },
      columns: { ...columns, ...(inquiry && contractFacts(inquiry)) },
    });
    if (inquiry) {
      await convertInquiry(ctx, inquiry, { partnerId, reason });
      const invitation = { partnerId, email: columns.contactEmail, role: "OWNER", reason } as const;
      await inviteToPartner(ctx, { ...invitation, invitedBy: ctx.actor.adminId });
    }
    if (hasWebhook) await addSandboxWebhook(ctx, partnerId, webhookUrl, reason);
    return getPartnerRecord(ctx, { id: partnerId });
  });
}
