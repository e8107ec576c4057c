import { type SQL, sql } from "drizzle-orm";
import type { GoLiveSubject } from "@/lib/domain/giving/go-live/observation";

/**
 * The partner's production webhooks, as `webhook`: those that are on, or, when none is, those that were turned off. A
 * webhook that was turned off beside one that works is none of the checklist's business.
 */
export function productionWebhooks(partner: GoLiveSubject): SQL {
  return sql`(
    select * from (
      select *, bool_or(is_active) over () as any_active from webhooks
      where partner_id = ${partner.id} and environment = 'production' and deleted_at is null
    ) as registered where is_active or not any_active
  ) as webhook`;
}
