import { and, asc, eq, isNull } from "drizzle-orm";
import { deliveries, deliveryAttempts } from "@/db/schema/webhooks";
import type { AdminCtx } from "@/lib/domain/context";
import { presentDirectoryDelivery, selectDeliveries } from "@/lib/domain/webhooks/directory/present-directory-delivery";
import { automaticRetryAt } from "@/lib/domain/webhooks/directory/retry-pause";
import type { MadeAttempt, WebhookDeliveryDetail } from "@/lib/domain/webhooks/directory/schemas";
import type { AttemptRow, StoredDelivery } from "@/lib/domain/webhooks/present-delivery";
import { fail } from "@/lib/errors";

/** What the receiver wrote in its answer stays out: no administrator reads it of a partner's webhook either. */
function presentMade({ n, at, isBlocked, httpStatus, durationMs, error }: AttemptRow): MadeAttempt {
  return {
    ...{ n, at: at.toISOString(), status: error === null ? "delivered" : isBlocked ? "blocked" : "failed", durationMs },
    ...(httpStatus !== null && { statusCode: httpStatus }),
    ...(error !== null && { error }),
  };
}

/** What waits is due at its time; what has ended without success once its pause is over, if the scheduler takes it. */
function nextAttemptOf(row: StoredDelivery): string | undefined {
  if (row.status === "PENDING") return row.nextAttemptAt?.toISOString();
  const isRetried = row.status === "FAILED" || row.status === "BLOCKED";
  return isRetried ? automaticRetryAt(row)?.toISOString() : undefined;
}

/** One delivery of the directory with every attempt that was made of it, first to last. */
export async function getDirectoryDelivery(
  ctx: AdminCtx,
  { id }: { id: string },
): Promise<{ data: WebhookDeliveryDetail }> {
  const [found] = await selectDeliveries(ctx).where(and(eq(deliveries.id, id), isNull(deliveries.partnerId)));
  if (!found) fail("delivery_not_found");
  const attempts = await ctx.db
    .select()
    .from(deliveryAttempts)
    .where(eq(deliveryAttempts.deliveryId, id))
    .orderBy(asc(deliveryAttempts.n));
  const nextAttemptAt = nextAttemptOf(found.row);
  return {
    data: {
      ...presentDirectoryDelivery(found),
      attemptLog: attempts.map(presentMade),
      ...(nextAttemptAt && { nextAttemptAt }),
    },
  };
}
