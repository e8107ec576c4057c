import type { z } from "zod";
import { events } from "@/db/schema/webhooks";
import { insertion } from "@/db/statement";
import type { Ctx, InTx, PartnerCtx } from "@/lib/domain/context";
import type { EventType } from "@/lib/domain/events/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";
import { newPrefixedId } from "@/lib/platform/ids";

type EventRow = typeof events.$inferInsert;

/**
 * The row of one event. `body` is the envelope as every delivery will send it; `data` always names an environment. An
 * event of the partner or a key has `environment: null` here: it goes to the webhooks of both.
 */
export function eventRow<S extends z.ZodType>(
  ctx: { now: Date; partnerId: string; environment: Environment | null },
  type: EventType<S>,
  data: z.input<S> & { environment?: Environment },
): EventRow {
  const id = newPrefixedId("evt");
  const environment = data.environment ?? ctx.environment ?? "sandbox";
  const envelope = { id, type: type.name, createdAt: ctx.now.toISOString(), data: { environment, ...data } };
  return {
    id,
    partnerId: ctx.partnerId,
    environment: ctx.environment,
    type: type.name,
    body: JSON.stringify(envelope),
    createdAt: ctx.now,
  };
}

/** Inserts rows that `eventRow` made; an event goes into the transaction of the change it tells of. */
export const insertEvents = insertion(events, ["id", "partnerId", "environment", "type", "body", "createdAt"]);

/** Records an event in the transaction of the change it tells of. */
export async function recordEvent<S extends z.ZodType>(
  ctx: InTx<Ctx>,
  scope: { partnerId: string; environment: Environment | null },
  type: EventType<S>,
  data: z.input<S> & { environment?: Environment },
): Promise<void> {
  await insertEvents(ctx.db, [eventRow({ now: ctx.now, ...scope }, type, data)]);
}

/** The scope of events that belong to the caller's dataset. */
export function ownScope(ctx: PartnerCtx): { partnerId: string; environment: Environment } {
  return { partnerId: ctx.partner.id, environment: ctx.environment };
}
