import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { deliveries, webhooks } from "@/db/schema/webhooks";
import type { Ctx, InTx } from "@/lib/domain/context";
import { STORED_STATUS } from "@/lib/domain/webhooks/directory/present-directory-delivery";
import type { DirectoryDeliveryStatus } from "@/lib/domain/webhooks/directory/schemas";
import type { StoredDelivery } from "@/lib/domain/webhooks/present-delivery";
import { fail } from "@/lib/errors";

const CHOSEN_BY_DEFAULT = 10;

/** A chosen delivery, and whose it is. */
export type Chosen = StoredDelivery & { apiClientId: string };

type Choice = {
  deliveryIds?: string[] | undefined;
  status?: DirectoryDeliveryStatus | undefined;
  limit?: number | undefined;
};

async function requireKnown(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const known = await ctx.db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(inArray(deliveries.id, [...ids]), isNull(deliveries.partnerId)));
  const unknown = ids.find((id) => !known.some((one) => one.id === id));
  if (unknown !== undefined) fail("delivery_not_found", { message: `No such delivery: ${unknown.slice(0, 100)}.` });
}

/**
 * The deliveries that a choice by ids or by status means, oldest first and locked, as far as they are in one of these
 * statuses. Fails with `delivery_not_found` for an id that never was.
 */
export async function chooseDeliveries(
  ctx: InTx<Ctx>,
  { deliveryIds, status, limit }: Choice,
  { among, where }: { among: readonly DirectoryDeliveryStatus[]; where?: SQL },
): Promise<Chosen[]> {
  if (deliveryIds) await requireKnown(ctx, deliveryIds);
  const wanted = status ? [status] : deliveryIds ? among : (["failed"] as const);
  const rows = await ctx.db
    .select({ row: deliveries, apiClientId: webhooks.apiClientId })
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.id, deliveries.webhookId))
    .where(
      and(
        isNull(deliveries.partnerId),
        inArray(
          deliveries.status,
          wanted.map((each) => STORED_STATUS[each]),
        ),
        deliveryIds && inArray(deliveries.id, deliveryIds),
        where,
      ),
    )
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id))
    .limit(limit ?? deliveryIds?.length ?? CHOSEN_BY_DEFAULT)
    .for("no key update", { of: deliveries, skipLocked: true });
  // What has no partner has a client: the table's check.
  return rows.map(({ row, apiClientId }) => ({ ...row, apiClientId: apiClientId! }));
}
