import { type AdminCtx, inTransaction } from "@/lib/domain/context";
import { findIntakeUrl } from "@/lib/domain/giving/intake/find-intake-url";
import type { RegisterWebhook } from "@/lib/domain/giving/partner-administration/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { readPartnerAfresh } from "@/lib/domain/partners/load-partner";
import { requireAllowedUrl } from "@/lib/domain/webhooks/check-webhook-url";
import { insertWebhook } from "@/lib/domain/webhooks/create-webhook";
import type { CreatedWebhook } from "@/lib/domain/webhooks/schemas";
import { fail } from "@/lib/errors";
import { changeListener } from "@/lib/platform/change-listener";

function noUrl(): never {
  fail("validation_error", { details: [{ field: "url", issue: "is required: the intake names none" }] });
}

/**
 * Registers a webhook on a partner's behalf: the one of the intake, unless a URL is named. The answer holds the signing
 * secret, which nothing can read again. Fails with `production_not_approved` for a live one before production is.
 */
export async function registerWebhook(ctx: AdminCtx, input: { id: string } & RegisterWebhook): Promise<CreatedWebhook> {
  const { id, environment, reason, ...named } = input;
  const { productionAccess } = await requirePartner(ctx, id, "write");
  if (environment === "production" && productionAccess !== "APPROVED" && productionAccess !== "LIVE") {
    fail("production_not_approved", { message: "Production access of this partner is not approved." });
  }
  const url = named.url ?? (await findIntakeUrl(ctx, id)) ?? noUrl();
  const own = { ...ctx, partner: await readPartnerAfresh(ctx.db, id), environment };
  await requireAllowedUrl(own, url);
  const webhook = { ...named, url, receiveAllEvents: named.eventTypes.length === 0 };
  const created = await inTransaction(own, async (ctx) => {
    const created = await insertWebhook(ctx, webhook, reason);
    // The partner is held by now: nobody has ended it since the look above, or it is refused after all.
    await requirePartner(ctx, id, "write");
    return created;
  });
  changeListener().emit(`partner:${id}`);
  await changeListener().settle();
  return created;
}
