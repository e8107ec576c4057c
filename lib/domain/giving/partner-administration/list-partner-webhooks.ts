import type { AdminCtx } from "@/lib/domain/context";
import type { PartnerWebhook, PartnerWebhookList } from "@/lib/domain/giving/partner-administration/schemas";
import { requirePartner } from "@/lib/domain/giving/pool-administration/find-partner-pool";
import { readPartnerAfresh } from "@/lib/domain/partners/load-partner";
import { ENVIRONMENTS } from "@/lib/domain/shared/schemas";
import { WEBHOOKS_MAX } from "@/lib/domain/webhooks/create-webhook";
import { getWebhookHealth } from "@/lib/domain/webhooks/get-webhook-health";
import { listWebhooks } from "@/lib/domain/webhooks/list-webhooks";

/** Every webhook of a partner with how its receiver does, sandbox first. Fails with `partner_not_found`. */
export async function listPartnerWebhooks(ctx: AdminCtx, input: { id: string }): Promise<PartnerWebhookList> {
  await requirePartner(ctx, input.id, "read");
  const partner = await readPartnerAfresh(ctx.db, input.id);
  const data: PartnerWebhook[] = [];
  for (const environment of ENVIRONMENTS) {
    const own = { ...ctx, partner, environment };
    const { data: webhooks } = await listWebhooks(own, { page: 1, limit: WEBHOOKS_MAX });
    const healths = await Promise.all(webhooks.map(({ id }) => getWebhookHealth(own, { webhookId: id })));
    data.push(...webhooks.map((webhook, n) => ({ ...webhook, health: healths[n]! })));
  }
  return { data };
}
