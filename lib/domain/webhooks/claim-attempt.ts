import { and, eq, gt, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { apiClients } from "@/db/schema/api-clients";
import { partners } from "@/db/schema/partners";
import { deliveries, events, webhooks } from "@/db/schema/webhooks";
import { type Ctx, type InTx, inTransaction } from "@/lib/domain/context";
import { cancelDeliveries } from "@/lib/domain/webhooks/cancel-deliveries";
import { allowsPrivateTargets } from "@/lib/domain/webhooks/directory/target-rules";
import { whyBlocked } from "@/lib/domain/webhooks/directory/why-blocked";
import type { StoredDelivery } from "@/lib/domain/webhooks/present-delivery";
import { isPartners, type StoredWebhook, type WebhookRow } from "@/lib/domain/webhooks/present-webhook";

export const IN_FLIGHT_MAX = 4;
export const LEASE_MS = 60_000;
const PUT_OFF_MS = 1_000;
const EARLY_MAX_MS = 5_000;

/** `early`: also before its time, though never while an attempt is in flight. */
export type AttemptInput = { deliveryId: string; attempt: number; early?: boolean | undefined };

type AnyClaim = {
  delivery: StoredDelivery;
  body: string;
  /** A test's only attempt: it is never repeated and says nothing about the webhook. */
  isTest: boolean;
  attempt: number;
  leasedUntil: Date;
};

/** An attempt to reach a partner's endpoint. */
export type PartnersClaim = AnyClaim & { webhook: WebhookRow };

/** What an attempt to reach a subscription to the directory knows besides. */
export type DirectoryFacts = {
  subjectId: string | null;
  /** Why nothing may be sent. */
  refusal: string | null;
  allowsPrivate: boolean;
};
export type DirectoryClaim = AnyClaim & { webhook: StoredWebhook; directory: DirectoryFacts };

export type Claim = PartnersClaim | DirectoryClaim;

type Claimed = { claim: Claim } | { putOffUntil: Date; webhookId: string } | null;

/**
 * Takes attempt n for this caller alone and leases the row. It can be taken when n - 1 attempts are done, or when n was
 * taken before and its lease ran out without a result: then it is made again under its own number, so that a crash costs
 * no attempt and adds none. Null means that there is nothing to do here. A webhook with four requests in flight, counted
 * over all processes, is put off; that is not an attempt. Where a subscription to the directory cannot be served, the claim
 * says why: it is an attempt that sends nothing.
 */
export async function claimAttempt(ctx: Ctx, input: AttemptInput & { random: () => number }): Promise<Claimed> {
  return inTransaction(ctx, async (ctx) => {
    const found = await lockWebhookOf(ctx, input.deliveryId);
    if (!found) return null;
    const { webhook, partnerStatus, client, subjectId, body, isTest } = found;
    if (isPartners(webhook) && (webhook.deletedAt !== null || partnerStatus === "TERMINATED")) {
      await cancelDeliveries(ctx, eq(deliveries.id, input.deliveryId));
      return null;
    }
    if (isPartners(webhook) && !webhook.isActive) return null;

    const leasedUntil = new Date(ctx.now.getTime() + LEASE_MS);
    // A statement of its own, after the lock: it must see the leases that those who held the lock before have taken.
    const [delivery] = await ctx.db
      .update(deliveries)
      .set({ attemptsMade: input.attempt, leasedUntil, nextAttemptAt: leasedUntil, updatedAt: ctx.now })
      .where(and(claimable(ctx, input), lt(inFlight(ctx, webhook.id), IN_FLIGHT_MAX)))
      .returning();
    if (!delivery) return putOff(ctx, input);
    const claim = { delivery, body, isTest, attempt: input.attempt, leasedUntil };
    if (isPartners(webhook)) return { claim: { ...claim, webhook } };
    const refusal = whyBlocked(webhook, client, partnerStatus);
    return {
      claim: { ...claim, webhook, directory: { subjectId, refusal, allowsPrivate: allowsPrivateTargets(client) } },
    };
  });
}

/** Whoever writes to a delivery locks its webhook first; one order, so no deadlock. */
async function lockWebhookOf(ctx: InTx<Ctx>, deliveryId: string) {
  const [found] = await ctx.db
    .select({
      ...{ webhook: webhooks, partnerStatus: partners.status, client: apiClients },
      ...{ body: events.body, subjectId: events.subjectId, isTest: events.isTest },
    })
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.id, deliveries.webhookId))
    .leftJoin(apiClients, eq(apiClients.id, webhooks.apiClientId))
    .leftJoin(partners, eq(partners.id, sql`coalesce(${webhooks.partnerId}, ${apiClients.partnerId})`))
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .where(eq(deliveries.id, deliveryId))
    .for("no key update", { of: webhooks });
  return found;
}

function claimable(ctx: Ctx, { deliveryId, attempt, early }: AttemptInput): SQL {
  return and(
    eq(deliveries.id, deliveryId),
    eq(deliveries.status, "PENDING"),
    early
      ? or(isNull(deliveries.leasedUntil), lte(deliveries.leasedUntil, ctx.now))
      : lte(deliveries.nextAttemptAt, ctx.now),
    or(
      and(eq(deliveries.attemptsMade, attempt - 1), isNull(deliveries.leasedUntil)),
      and(eq(deliveries.attemptsMade, attempt), isNotNull(deliveries.leasedUntil)),
    ),
  )!;
}

function inFlight(ctx: InTx<Ctx>, webhookId: string): SQL {
  const leased = ctx.db
    .select({ n: sql`count(*)` })
    .from(deliveries)
    .where(and(eq(deliveries.webhookId, webhookId), gt(deliveries.leasedUntil, ctx.now)));
  return sql`(${leased})`;
}

async function putOff(ctx: InTx<Ctx>, input: AttemptInput & { random: () => number }): Promise<Claimed> {
  const putOffUntil = new Date(ctx.now.getTime() + Math.round(PUT_OFF_MS * (1 + input.random())));
  const [waiting] = await ctx.db
    .update(deliveries)
    .set({ nextAttemptAt: putOffUntil, updatedAt: ctx.now })
    .where(claimable(ctx, input))
    .returning({ webhookId: deliveries.webhookId });
  return waiting ? { putOffUntil, webhookId: waiting.webhookId } : whenEarly(ctx, input);
}

/** A message may come before its time, by a timer or another machine's clock; a little early is told when to come back. */
async function whenEarly(ctx: InTx<Ctx>, { deliveryId, attempt }: AttemptInput): Promise<Claimed> {
  const [row] = await ctx.db
    .select({ putOffUntil: deliveries.nextAttemptAt, webhookId: deliveries.webhookId })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.id, deliveryId),
        eq(deliveries.status, "PENDING"),
        eq(deliveries.attemptsMade, attempt - 1),
        isNull(deliveries.leasedUntil),
        lte(deliveries.nextAttemptAt, new Date(ctx.now.getTime() + EARLY_MAX_MS)),
      ),
    );
  return row ? { putOffUntil: row.putOffUntil!, webhookId: row.webhookId } : null;
}
