import { type SQL, sql } from "drizzle-orm";
import type { PartnerCtx } from "@/lib/domain/context";
import { keptSince } from "@/lib/domain/events/kept-since";
import type { EventAccounting } from "@/lib/domain/webhooks/schemas";

type Counts = Omit<EventAccounting, "difference">;

/**
 * Where the events of the caller's environment have got to. Each is in one class, or in none when fewer deliveries of it
 * are there than were made: those make the difference, which is what would show that something was lost.
 */
export async function getEventAccounting(ctx: PartnerCtx): Promise<EventAccounting> {
  // The query names its columns as the answer does.
  const [row] = (await ctx.db.execute(accountingOf(ctx))) as unknown as Counts[];
  const { committed, delivered, pending, exhausted, canceled, unsubscribed } = row!;
  const difference = committed - delivered - pending - exhausted - canceled - unsubscribed;
  return { committed, delivered, pending, exhausted, canceled, unsubscribed, difference };
}

/**
 * Of the deliveries of one event to one webhook the last counts; an event of both environments counts in each. Each event
 * looks its few deliveries up, so that the work grows with the events and with nothing else.
 */
function accountingOf({ partner, environment, now }: PartnerCtx): SQL {
  const since = keptSince(now).toISOString();
  return sql`
    with classed as (
      select case
        when fanned_out_at is null then 'pending'
        when firsts < coalesce(fanned_out_to, 0) then 'missing'
        when any_pending then 'pending'
        when any_failed then 'exhausted'
        when any_succeeded then 'delivered'
        when any_canceled then 'canceled'
        else 'unsubscribed'
      end as class
      from events cross join lateral (
        select
          count(*) filter (where is_first) as firsts,
          bool_or(counts and status = 'PENDING') as any_pending,
          bool_or(counts and status in ('FAILED', 'EXHAUSTED')) as any_failed,
          bool_or(counts and status = 'SUCCEEDED') as any_succeeded,
          bool_or(counts and status = 'CANCELED') as any_canceled
        from (
          select status, redelivery_of is null as is_first, environment = ${environment}
            and row_number() over (partition by webhook_id order by created_at desc, id desc) = 1 as counts
          from deliveries where event_id = events.id
        ) as made
      ) as made
      where partner_id = ${partner.id} and (environment = ${environment} or environment is null)
        and created_at >= ${since}::timestamptz
    )
    select
      count(*)::int as committed,
      count(*) filter (where class = 'delivered')::int as delivered,
      count(*) filter (where class = 'pending')::int as pending,
      count(*) filter (where class = 'exhausted')::int as exhausted,
      count(*) filter (where class = 'canceled')::int as canceled,
      count(*) filter (where class = 'unsubscribed')::int as unsubscribed
    from classed`;
}
