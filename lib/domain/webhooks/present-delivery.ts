import { desc, inArray } from "drizzle-orm";
import { type deliveries, deliveryAttempts } from "@/db/schema/webhooks";
import type { Ctx } from "@/lib/domain/context";
import type { Environment } from "@/lib/domain/shared/schemas";
import type { Delivery, DeliveryStatus, Verdict } from "@/lib/domain/webhooks/schemas";

/** A row of either kind: to a partner's endpoint, or to a subscription to the directory. */
export type StoredDelivery = typeof deliveries.$inferSelect;
/** A delivery to a partner's endpoint; such a one is never blocked. */
export type DeliveryRow = StoredDelivery & { partnerId: string; environment: Environment; status: DeliveryStatus };
export type AttemptRow = typeof deliveryAttempts.$inferSelect;

/** The row as a partner's, for queries that named the partner. */
export function asPartnersDelivery(row: StoredDelivery): DeliveryRow {
  const { partnerId, environment, status } = row;
  if (partnerId === null || environment === null || status === "BLOCKED") {
    throw new Error("A delivery that a query found by its partner has none.");
  }
  return { ...row, partnerId, environment, status };
}

type Result = Pick<AttemptRow, "error"> | undefined;

/**
 * What a finished repetition came to against the last attempt of the delivery it repeats. One that was never attempted
 * proves nothing; a delivery that was never attempted counts as one that did not arrive.
 */
export function verdictOf(row: Pick<DeliveryRow, "status" | "redeliveryOf">, own: Result, repeated: Result) {
  if (row.redeliveryOf === null || row.status === "PENDING" || !own) return null;
  const arrives = own.error === null;
  const arrived = repeated?.error === null;
  const verdict: Verdict = arrives === arrived ? "SAME" : arrives ? "FIXED" : "REGRESSED";
  return verdict;
}

function presentDelivery(row: DeliveryRow, attempts: AttemptRow[], repeated: Result): Delivery {
  return {
    id: row.id,
    eventId: row.eventId,
    eventType: row.eventType,
    webhookId: row.webhookId,
    status: row.status,
    attempts: attempts.map(({ n, at, httpStatus, durationMs, error, responseSnippet }) => ({
      n,
      at: at.toISOString(),
      httpStatus,
      durationMs,
      error,
      responseSnippet,
    })),
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    redeliveryOf: row.redeliveryOf,
    verdict: verdictOf(row, attempts.at(-1), repeated),
    createdAt: row.createdAt.toISOString(),
  };
}

/** Deliveries of the caller, which was checked, with their attempts in the order in which they were made. */
export async function presentDeliveries(ctx: Ctx, rows: readonly DeliveryRow[]): Promise<Delivery[]> {
  const [attempts, repeated] = await Promise.all([attemptsOf(ctx, rows), lastAttemptsOfRepeated(ctx, rows)]);
  return rows.map((row) => {
    const own = attempts.filter(({ deliveryId }) => deliveryId === row.id).toSorted((a, b) => a.n - b.n);
    return presentDelivery(
      row,
      own,
      repeated.find(({ deliveryId }) => deliveryId === row.redeliveryOf),
    );
  });
}

function attemptsOf(ctx: Ctx, rows: readonly DeliveryRow[]): Promise<AttemptRow[]> {
  const ids = rows.map(({ id }) => id);
  return ctx.db.select().from(deliveryAttempts).where(inArray(deliveryAttempts.deliveryId, ids));
}

async function lastAttemptsOfRepeated(ctx: Ctx, rows: readonly DeliveryRow[]) {
  const ids = rows.flatMap(({ redeliveryOf }) => redeliveryOf ?? []);
  if (ids.length === 0) return [];
  return ctx.db
    .selectDistinctOn([deliveryAttempts.deliveryId], {
      deliveryId: deliveryAttempts.deliveryId,
      error: deliveryAttempts.error,
    })
    .from(deliveryAttempts)
    .where(inArray(deliveryAttempts.deliveryId, ids))
    .orderBy(deliveryAttempts.deliveryId, desc(deliveryAttempts.n));
}
