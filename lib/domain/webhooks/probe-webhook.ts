import { and, eq, isNull } from "drizzle-orm";
import { webhookProbes } from "@/db/schema/readiness";
import { deliveries, deliveryAttempts, events } from "@/db/schema/webhooks";
import { recordAudit } from "@/lib/domain/audit/record-audit";
import { type Ctx, type InTx, inTransaction, type PartnerCtx } from "@/lib/domain/context";
import { eventRow } from "@/lib/domain/events/record-event";
import { webhookTest } from "@/lib/domain/webhooks/event-types";
import { lockWebhook } from "@/lib/domain/webhooks/find-webhook";
import type { Outcome } from "@/lib/domain/webhooks/post-to-receiver";
import type { WebhookRow } from "@/lib/domain/webhooks/present-webhook";
import type { WebhookParams, WebhookProbe } from "@/lib/domain/webhooks/schemas";
import { sendSigned } from "@/lib/domain/webhooks/send-delivery";
import { signDelivery } from "@/lib/domain/webhooks/sign-delivery";
import { decryptSigningSecret, newSigningSecret } from "@/lib/domain/webhooks/webhook-secrets";
import { newObjectId, newPrefixedId } from "@/lib/platform/ids";
import { sendGuarded } from "@/lib/platform/safe-fetch";

type ProbeRow = typeof webhookProbes.$inferSelect;
export type BegunProbe = { probe: ProbeRow; webhook: WebhookRow };

/** Twice what receivers should tolerate (contract 9.1). */
const STALE_SECONDS = 600;

/** The requests of a probe, each an event and a delivery of its own. */
const KINDS = ["forged", "genuine", "stale"] as const;
type Kind = (typeof KINDS)[number];

type Request = { kind: Kind; event: ReturnType<typeof eventRow>; deliveryId: string; outcome: Outcome };

const isRefusal = ({ httpStatus }: Outcome) => httpStatus !== null && httpStatus >= 400 && httpStatus < 500;

/** Whether the receiver did what one that verifies does. */
const isRight = ({ kind, outcome }: Request) => (kind === "genuine" ? outcome.succeeded : isRefusal(outcome));

/**
 * Asks a webhook's receiver whether it verifies signatures: it should refuse a wrong signature, accept a correct one, and
 * refuse an old timestamp, which is only advised. Also works on a webhook that is off.
 */
export async function probeWebhook(ctx: PartnerCtx, input: WebhookParams, send = sendGuarded): Promise<WebhookProbe> {
  const begun = await inTransaction(ctx, async (ctx) => beginProbe(ctx, await lockWebhook(ctx, input.webhookId)));
  return finishProbe(ctx, begun, send);
}

/** Writes down that a probe is under way, with the ids of what it will send. */
export async function beginProbe(ctx: InTx<Ctx>, webhook: WebhookRow): Promise<BegunProbe> {
  const { id: webhookId, partnerId, environment, url } = webhook;
  const [probe] = await ctx.db
    .insert(webhookProbes)
    .values({
      ...{ id: newObjectId(), webhookId, partnerId, environment, url, startedAt: ctx.now },
      forgedDeliveryId: newPrefixedId("whd"),
      genuineDeliveryId: newPrefixedId("whd"),
      staleDeliveryId: newPrefixedId("whd"),
    })
    .returning();
  await recordAudit(ctx, {
    action: "webhook.probed",
    targetType: "webhook",
    targetId: webhookId,
    partnerId,
    environment,
    after: { probeId: probe!.id },
  });
  return { probe: probe!, webhook };
}

/** Sends what a probe consists of, outside any transaction, and records what came back. The webhook's history stays as it is. */
export async function finishProbe(ctx: Ctx, begun: BegunProbe, send = sendGuarded): Promise<WebhookProbe> {
  const requests = await Promise.all(KINDS.map((kind) => sendRequest(ctx, begun, kind, send)));
  const durationMs = Math.max(...requests.map(({ outcome }) => outcome.durationMs));
  const finishedAt = new Date(ctx.now.getTime() + durationMs);
  await inTransaction(ctx, (ctx) => recordProbe(ctx, begun, requests, finishedAt));
  return presentProbe(begun, requests, finishedAt);
}

async function sendRequest(
  ctx: Ctx,
  { probe, webhook }: BegunProbe,
  kind: Kind,
  send: typeof sendGuarded,
): Promise<Request> {
  const { id: webhookId, partnerId, environment } = webhook;
  const event = eventRow({ now: ctx.now, partnerId, environment }, webhookTest, { webhookId, probe: true });
  const deliveryId = probe[`${kind}DeliveryId`];
  const now = Math.floor(ctx.now.getTime() / 1000);
  const signature = signDelivery({
    eventId: event.id,
    timestamp: kind === "stale" ? now - STALE_SECONDS : now,
    body: event.body,
    secret: kind === "forged" ? newSigningSecret() : decryptSigningSecret(webhookId, webhook.secretEncrypted),
    previousSecret: null,
  });
  const delivery = { id: deliveryId, eventId: event.id, eventType: event.type };
  const outcome = await sendSigned({ delivery, webhook, body: event.body, attempt: 1, signature }, ctx.now, send);
  return { kind, event, deliveryId, outcome };
}

/** A delivery of a probe succeeds when it met what it was sent to meet; of the stale one any answer will do. */
function problemOf(request: Request): string | null {
  const { kind, outcome } = request;
  if (isRight(request) || (kind === "stale" && outcome.succeeded)) return null;
  return outcome.succeeded ? "It accepted a wrong signature." : outcome.error;
}

async function recordProbe(
  ctx: InTx<Ctx>,
  { probe, webhook }: BegunProbe,
  requests: readonly Request[],
  finishedAt: Date,
): Promise<void> {
  const { id: webhookId, partnerId, environment } = webhook;
  const at = ctx.now;
  await ctx.db
    .insert(events)
    .values(requests.map(({ event }) => ({ ...event, isTest: true, fannedOutAt: at, fannedOutTo: 1 })));
  await ctx.db.insert(deliveries).values(
    requests.map((request) => ({
      ...{ id: request.deliveryId, eventId: request.event.id, eventType: request.event.type },
      ...{ webhookId, partnerId, environment, attemptsMade: 1, createdAt: at, updatedAt: finishedAt },
      status: problemOf(request) === null ? ("SUCCEEDED" as const) : ("FAILED" as const),
    })),
  );
  await ctx.db.insert(deliveryAttempts).values(
    requests.map((request) => {
      const { httpStatus, durationMs, responseSnippet } = request.outcome;
      const sent = { deliveryId: request.deliveryId, webhookId, n: 1, at };
      return { ...sent, httpStatus, durationMs, responseSnippet, error: problemOf(request) };
    }),
  );
  const [refusedForged, acceptedGenuine, refusedStale] = requests.map(isRight);
  await ctx.db
    .update(webhookProbes)
    .set({ refusedForged, acceptedGenuine, refusedStale, finishedAt })
    .where(and(eq(webhookProbes.id, probe.id), isNull(webhookProbes.finishedAt)));
}

function presentProbe({ probe, webhook }: BegunProbe, requests: readonly Request[], finishedAt: Date): WebhookProbe {
  const [wrongSignature, correctSignature, staleTimestamp] = requests.map((request) => ({
    deliveryId: request.deliveryId,
    eventId: request.event.id,
    httpStatus: request.outcome.httpStatus,
    error: problemOf(request),
    passed: isRight(request),
  }));
  return {
    id: probe.id,
    webhookId: webhook.id,
    environment: webhook.environment,
    passed: wrongSignature!.passed && correctSignature!.passed,
    wrongSignature: wrongSignature!,
    correctSignature: correctSignature!,
    staleTimestamp: staleTimestamp!,
    startedAt: probe.startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
  };
}
