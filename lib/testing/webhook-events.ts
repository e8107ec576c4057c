import type { Ctx } from "@/lib/domain/context";
import { inTransaction } from "@/lib/domain/context";
import { recordEvent } from "@/lib/domain/events/record-event";
import { userCreated } from "@/lib/domain/giving/users/event-types";
import type { Environment } from "@/lib/domain/shared/schemas";
import { fanOutEvents } from "@/lib/domain/webhooks/fan-out-events";
import type { DueDelivery } from "@/lib/domain/webhooks/list-due-deliveries";

/** Records a `user.created` event, committed. */
export async function recordUserCreated(
  ctx: Ctx,
  partnerId: string,
  environment: Environment | null = "sandbox",
): Promise<void> {
  await inTransaction(ctx, (ctx) =>
    recordEvent(ctx, { partnerId, environment }, userCreated, { externalId: "user-1" }),
  );
}

/** Fans out whatever waits and returns what one webhook is to receive. */
export async function fanOutFor(ctx: Ctx, webhookId: string): Promise<DueDelivery[]> {
  const mine: DueDelivery[] = [];
  for (;;) {
    const { isLast, due } = await fanOutEvents(ctx);
    mine.push(...due.filter((each) => each.webhookId === webhookId));
    if (isLast) return mine;
  }
}
