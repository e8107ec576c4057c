import { webhooks } from "@/db/schema/webhooks";
import type { InTx, PartnerCtx } from "@/lib/domain/context";
import { DEMO_WEBHOOKS, type DemoWebhook, hoursBetween } from "@/lib/domain/giving/demo/demo-webhooks";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { attemptDelivery } from "@/lib/domain/webhooks/attempt-delivery";
import { fanOutEvents } from "@/lib/domain/webhooks/fan-out-events";
import type { DueDelivery } from "@/lib/domain/webhooks/list-due-deliveries";
import { encryptSigningSecret, newSigningSecret } from "@/lib/domain/webhooks/webhook-secrets";
import { newObjectId } from "@/lib/platform/ids";
import type { GuardedRequest, GuardedResponse } from "@/lib/platform/safe-fetch";

/**
 * Lets the job's own verbs deliver what happened in the demo's past, at the times at which it would have been, to
 * receivers that answer from a script. Nothing leaves the process. What lies ahead stays pending.
 */
export class PastDeliveries {
  private readonly ctx: InTx<PartnerCtx>;
  private readonly today: Date;
  private readonly receivers = new Map<string, { webhook: DemoWebhook; id: string; attempts: number }>();
  private due: DueDelivery[] = [];

  constructor(ctx: InTx<PartnerCtx>, today: Date) {
    this.ctx = ctx;
    this.today = today;
  }

  /** Hosts that do not exist would not pass the check of a new webhook, hence the row. */
  private async register(webhook: DemoWebhook, createdAt: Date): Promise<void> {
    const id = newObjectId();
    await this.ctx.db.insert(webhooks).values({
      id,
      partnerId: this.ctx.partner.id,
      environment: "sandbox",
      url: webhook.url,
      description: webhook.description,
      eventTypes: [...webhook.eventTypes],
      secretEncrypted: encryptSigningSecret(id, newSigningSecret()),
      createdAt,
      updatedAt: createdAt,
    });
    this.receivers.set(webhook.url, { webhook, id, attempts: 0 });
  }

  /** Everything up to this moment: webhooks that came into being, new events, attempts that were due. */
  async runUntil(moment: Date): Promise<void> {
    for (const webhook of DEMO_WEBHOOKS) {
      const createdAt = new Date(this.today.getTime() - webhook.createdDaysAgo * DAY_MS);
      if (createdAt <= moment && !this.receivers.has(webhook.url)) await this.register(webhook, createdAt);
    }
    await this.collect(moment);
    for (let next = this.takeNext(moment); next; next = this.takeNext(moment)) {
      const { deliveryId, attempt, at } = next;
      const again = await attemptDelivery(
        { ...this.ctx, now: at },
        { deliveryId, attempt },
        { send: (request) => this.answer(request, at), random: () => 0.5 },
      );
      if (again) this.due.push(again);
    }
  }

  private async collect(at: Date): Promise<void> {
    const mine = new Set([...this.receivers.values()].map(({ id }) => id));
    for (let isLast = false; !isLast; ) {
      const fanned = await fanOutEvents({ ...this.ctx, now: at });
      this.due.push(...fanned.due.filter(({ webhookId }) => mine.has(webhookId)));
      isLast = fanned.isLast;
    }
  }

  private takeNext(moment: Date): DueDelivery | undefined {
    this.due.sort((a, b) => b.at.getTime() - a.at.getTime());
    const next = this.due.at(-1);
    return next && next.at <= moment ? this.due.pop() : undefined;
  }

  private async answer(request: GuardedRequest, at: Date): Promise<GuardedResponse> {
    const receiver = this.receivers.get(request.url)!;
    const number = receiver.attempts++;
    const { status, body } = receiver.webhook.answer({ hoursAgo: hoursBetween(at, this.today), number });
    return { status, headers: {}, bodySnippet: body, durationMs: 38 + ((number * 23) % 90) };
  }
}
