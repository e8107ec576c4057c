import { and, desc, eq, isNull } from "drizzle-orm";
import { deliveries } from "@/db/schema/webhooks";
import type { AdminCtx } from "@/lib/domain/context";
import {
  presentDirectoryDelivery,
  STORED_STATUS,
  selectDeliveries,
} from "@/lib/domain/webhooks/directory/present-directory-delivery";
import type { DirectoryDeliveryStatus, WebhookDelivery } from "@/lib/domain/webhooks/directory/schemas";

const SHOWN_MAX = 100;

/** The newest 100 deliveries of the directory, of any status or of one. */
export async function listDirectoryDeliveries(
  ctx: AdminCtx,
  { status }: { status?: DirectoryDeliveryStatus | undefined },
): Promise<{ data: WebhookDelivery[] }> {
  const rows = await selectDeliveries(ctx)
    .where(and(isNull(deliveries.partnerId), status && eq(deliveries.status, STORED_STATUS[status])))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(SHOWN_MAX);
  return { data: rows.map(presentDirectoryDelivery) };
}
