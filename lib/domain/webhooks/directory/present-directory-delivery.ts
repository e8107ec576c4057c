import { createHash } from "node:crypto";
import { eq, type SQL, sql } from "drizzle-orm";
import { deliveries, deliveryAttempts, events } from "@/db/schema/webhooks";
import type { Ctx } from "@/lib/domain/context";
import { payloadOf } from "@/lib/domain/webhooks/directory/delivery-body";
import type {
  DirectoryDeliveryStatus,
  WebhookDelivery,
  WebhookDeliveryAttempt,
} from "@/lib/domain/webhooks/directory/schemas";
import type { AttemptRow, StoredDelivery } from "@/lib/domain/webhooks/present-delivery";

/** The stored status behind each one that is shown; of the directory no others are written. */
export const STORED_STATUS = {
  queued: "PENDING",
  delivered: "SUCCEEDED",
  failed: "FAILED",
  blocked: "BLOCKED",
} as const satisfies Record<DirectoryDeliveryStatus, StoredDelivery["status"]>;

export function shownStatus(stored: StoredDelivery["status"]): DirectoryDeliveryStatus {
  if (stored === "PENDING") return "queued";
  if (stored === "SUCCEEDED") return "delivered";
  return stored === "BLOCKED" ? "blocked" : "failed";
}

/** What went wrong at the last attempt of a delivery, for a query over `deliveries`. */
export const lastErrorOf = (deliveryId: SQL | typeof deliveries.id) =>
  sql<string | null>`(select error from ${deliveryAttempts} as attempt where attempt.delivery_id = ${deliveryId}
    order by attempt.n desc limit 1)`;

type Read = { row: StoredDelivery; subjectId: string | null; payload: string; lastError: string | null };

/** Deliveries of the directory with what they carry; conditions and order are the caller's. */
export function selectDeliveries(ctx: Ctx) {
  return ctx.db
    .select({
      row: deliveries,
      subjectId: events.subjectId,
      payload: events.body,
      lastError: lastErrorOf(deliveries.id),
    })
    .from(deliveries)
    .innerJoin(events, eq(events.id, deliveries.eventId));
}

/** A delivery as administrators see it; once queued again it shows nothing of how it ended before. */
export function presentDirectoryDelivery({ row, subjectId, payload, lastError }: Read): WebhookDelivery {
  const status = shownStatus(row.status);
  const isWrong = status === "failed" || status === "blocked";
  return {
    id: row.id,
    subscriptionId: row.webhookId,
    eventType: row.eventType,
    ...(subjectId !== null && { subjectId }),
    payload: payloadOf({ delivery: row, payload }),
    status,
    attempts: row.attemptsMade,
    ...(isWrong && lastError !== null && { lastError }),
    createdAt: row.createdAt.toISOString(),
    ...(status === "delivered" && { deliveredAt: row.updatedAt.toISOString() }),
  };
}

/** `webhook-attempt-<uuid>`: a name that follows from the delivery and the attempt's number, in the form of RFC 9562's version 8. */
export function attemptId(deliveryId: string, n: number): string {
  const bytes = createHash("sha256").update(`${deliveryId}:${n}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `webhook-attempt-${parts.join("-")}`;
}

export function presentAttempt(row: AttemptRow): WebhookDeliveryAttempt {
  const wrong = row.isBlocked ? "blocked" : "failed";
  return {
    id: attemptId(row.deliveryId, row.n),
    deliveryId: row.deliveryId,
    targetUrl: row.targetUrl ?? "",
    status: row.error === null ? "delivered" : wrong,
    ...(row.httpStatus !== null && { statusCode: row.httpStatus }),
    ...(row.error !== null && { error: row.error }),
    ...(row.signaturePreview !== null && { signaturePreview: row.signaturePreview }),
    createdAt: row.at.toISOString(),
  };
}
