import { count, desc } from "drizzle-orm";
import { webhooks } from "@/db/schema/webhooks";
import type { PartnerCtx } from "@/lib/domain/context";
import { offsetOf, pageOf } from "@/lib/domain/shared/page";
import { ownWebhooks } from "@/lib/domain/webhooks/find-webhook";
import { asPartners, presentWebhook } from "@/lib/domain/webhooks/present-webhook";
import type { WebhookList } from "@/lib/domain/webhooks/schemas";

/** The caller's webhooks, newest first. */
export async function listWebhooks(ctx: PartnerCtx, input: { page: number; limit: number }): Promise<WebhookList> {
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select()
      .from(webhooks)
      .where(ownWebhooks(ctx))
      .orderBy(desc(webhooks.createdAt), desc(webhooks.id))
      .limit(input.limit)
      .offset(offsetOf(input)),
    ctx.db.select({ total: count() }).from(webhooks).where(ownWebhooks(ctx)),
  ]);
  return pageOf(
    rows.map((row) => presentWebhook(asPartners(row))),
    counted!.total,
    input,
  );
}
