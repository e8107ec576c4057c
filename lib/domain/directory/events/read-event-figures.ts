import { type SQL, sql } from "drizzle-orm";
import { adCreatives } from "@/db/schema/directory-ads";
import { eventPromotions, eventRsvps } from "@/db/schema/directory-events";
import { adCreativeDays } from "@/db/schema/directory-tallies";
import type { Ctx } from "@/lib/domain/context";
import type { EventFigures } from "@/lib/domain/directory/events/schemas";
import { readRow } from "@/lib/domain/directory/figures/figures-sql";
import { ratio } from "@/lib/domain/directory/figures/ratio";

type Sums = EventFigures["rsvps"] & {
  promotions: number;
  activePromotions: number;
  budgetCents: number;
  impressions: number;
  clicks: number;
};

const people = (status: string) =>
  sql`coalesce(sum(${eventRsvps.partySize}) filter (where ${eventRsvps.status} = ${sql.raw(`'${status}'`)}), 0)::float8`;

/** Sums over the events of a query that selects their ids. Nobody who comes can be told from them. */
export async function readEventFigures(ctx: Ctx, eventIds: SQL): Promise<EventFigures> {
  const sums = await readRow<Sums>(
    ctx,
    sql`with chosen as materialized (${eventIds})
    select * from
      (select coalesce(sum(${eventRsvps.partySize}), 0)::float8 as "total", ${people("confirmed")} as "confirmed",
          ${people("waitlisted")} as "waitlisted", ${people("canceled")} as "canceled",
          ${people("attended")} as "attended", ${people("no_show")} as "noShow"
        from ${eventRsvps} where ${eventRsvps.eventId} in (select id from chosen)) as rsvps,
      (select count(*)::int as "promotions",
          count(*) filter (where ${eventPromotions.status} = 'active')::int as "activePromotions",
          coalesce(sum(${eventPromotions.budgetCents}), 0)::float8 as "budgetCents"
        from ${eventPromotions} where ${eventPromotions.eventId} in (select id from chosen)) as promotions,
      (select coalesce(sum(${adCreativeDays.impressions}), 0)::float8 as "impressions",
          coalesce(sum(${adCreativeDays.clicks}), 0)::float8 as "clicks"
        from ${adCreatives} join ${adCreativeDays} on ${adCreativeDays.creativeId} = ${adCreatives.id}
        where ${adCreatives.eventId} in (select id from chosen)) as ads`,
  );
  const { promotions: total, activePromotions: active, budgetCents, impressions, clicks, ...rsvps } = sums;
  return {
    rsvps,
    promotions: { total, active, budgetCents },
    ads: { impressions, clicks, clickThroughRate: ratio(clicks, impressions) },
  };
}
