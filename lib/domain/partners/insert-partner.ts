import { partners } from "@/db/schema/partners";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import type { Ctx, InTx } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { partnerStatusChanged } from "@/lib/domain/partners/event-types";
import type { PartnerChanges } from "@/lib/domain/partners/write-partner";
import { urlWithoutQuery } from "@/lib/domain/webhooks/check-webhook-url";
import { fail } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";

type Named = "name" | "contactEmail" | "enabledFeatures" | "actionTypes" | "stakeholderTypes";

/** What every new partner begins with. */
export const FIRST_SETTINGS = {
  tipConfig: { enabled: true, defaultPercent: 10, options: [0, 5, 10, 15], maxPercent: 30 },
  branding: { logo: null, primaryColor: null },
};

export type PartnerToInsert = {
  slug: string;
  inquiryId: string | null;
  columns: PartnerChanges & Required<Pick<PartnerChanges, Named>>;
  /** As it was entered; the audit record keeps it, whether or not a webhook may go there. */
  webhookUrl?: string;
  reason: string;
};

/**
 * A partner in PENDING_APPROVAL, told of as the first of its moves; returns its id. An inquiry is held by the caller, so
 * that it becomes one partner only. Fails with `slug_taken`.
 */
export async function insertPartner(ctx: InTx<Ctx>, partner: PartnerToInsert): Promise<string> {
  const { slug, inquiryId, columns, webhookUrl, reason } = partner;
  const id = newObjectId();
  const [inserted] = await ctx.db
    .insert(partners)
    .values({
      ...FIRST_SETTINGS,
      ...columns,
      ...{ id, slug, inquiryId, status: "PENDING_APPROVAL" },
      ...{ createdAt: ctx.now, updatedAt: ctx.now },
    })
    .onConflictDoNothing({ target: partners.slug })
    .returning({ id: partners.id });
  if (!inserted) fail("slug_taken", { details: { slug } });
  const { name, tier } = columns;
  await recordAudit(ctx, {
    action: "partner.created",
    targetType: "partner",
    targetId: id,
    partnerId: id,
    environment: null,
    after: {
      name,
      slug,
      tier,
      status: "PENDING_APPROVAL",
      origin: "reviewed",
      inquiryId,
      webhookUrl: webhookUrl && urlWithoutQuery(webhookUrl),
    },
    reason,
  });
  const told = { partnerId: id, from: null, to: "PENDING_APPROVAL" as const, reason };
  await recordEvent(ctx, { partnerId: id, environment: null }, partnerStatusChanged, told);
  return id;
}
