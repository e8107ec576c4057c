import { count, eq } from "drizzle-orm";
import { partners } from "@/db/schema/partners";
import { webhooks } from "@/db/schema/webhooks";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type InTx, inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { requireAllowedUrl, urlWithoutQuery } from "@/lib/domain/webhooks/check-webhook-url";
import { ownWebhooks } from "@/lib/domain/webhooks/find-webhook";
import { asPartners, presentWebhook } from "@/lib/domain/webhooks/present-webhook";
import type { CreatedWebhook, CreateWebhook } from "@/lib/domain/webhooks/schemas";
import { encryptHeaders, encryptSigningSecret, newSigningSecret } from "@/lib/domain/webhooks/webhook-secrets";
import { fail } from "@/lib/errors";
import { newObjectId } from "@/lib/platform/ids";

export const WEBHOOKS_MAX = 10;

/** Registers a webhook. The answer holds the signing secret, which nothing can read again. */
export async function createWebhook(ctx: PartnerCtx, input: CreateWebhook): Promise<CreatedWebhook> {
  // The look-up of the host name is network: it comes before the transaction.
  await requireAllowedUrl(ctx, input.url);
  return inTransaction(ctx, (ctx) => insertWebhook(ctx, input));
}

/** The writing of it, once the URL was found to be allowed; with the reason of an administrator who registers it. */
export async function insertWebhook(
  ctx: InTx<PartnerCtx>,
  input: CreateWebhook,
  reason?: string,
): Promise<CreatedWebhook> {
  await requireRoomForWebhook(ctx);
  const id = newObjectId();
  const secret = newSigningSecret();
  const headers = input.headers ?? {};
  const [row] = await ctx.db
    .insert(webhooks)
    .values({
      id,
      partnerId: ctx.partner.id,
      environment: ctx.environment,
      url: input.url,
      description: input.description ?? null,
      eventTypes: [...new Set(input.eventTypes)],
      receiveAllEvents: input.receiveAllEvents,
      headersEncrypted: encryptHeaders(id, headers),
      headerNames: Object.keys(headers),
      secretEncrypted: encryptSigningSecret(id, secret),
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning();
  const webhook = presentWebhook(asPartners(row!));
  await recordAudit(ctx, {
    action: "webhook.created",
    targetType: "webhook",
    targetId: id,
    partnerId: ctx.partner.id,
    environment: ctx.environment,
    after: {
      eventTypes: webhook.eventTypes,
      receiveAllEvents: webhook.receiveAllEvents,
      headerNames: Object.keys(headers),
      url: urlWithoutQuery(input.url),
    },
    reason,
  });
  return { ...webhook, secret };
}

async function requireRoomForWebhook(ctx: InTx<PartnerCtx>): Promise<void> {
  // The partner row is the lock: no-key-update lets foreign keys of running actions through.
  await ctx.db.select({ id: partners.id }).from(partners).where(eq(partners.id, ctx.partner.id)).for("no key update");
  const [row] = await ctx.db.select({ present: count() }).from(webhooks).where(ownWebhooks(ctx));
  if ((row?.present ?? 0) >= WEBHOOKS_MAX) fail("webhook_limit_reached");
}
