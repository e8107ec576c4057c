CREATE TABLE "campaign_sums" (
	"campaign_id" text PRIMARY KEY NOT NULL,
	"metrics" bigint NOT NULL,
	"impressions" bigint NOT NULL,
	"clicks" bigint NOT NULL,
	"leads" bigint NOT NULL,
	"conversions" bigint NOT NULL,
	"assets" bigint NOT NULL,
	"assets_approved" bigint NOT NULL,
	"assets_draft" bigint NOT NULL,
	"assets_blocked" bigint NOT NULL
);
--> statement-breakpoint
DROP TRIGGER "campaign_metrics_tally_insert" ON "campaign_metrics";
--> statement-breakpoint
DROP TRIGGER "campaign_metrics_tally_update" ON "campaign_metrics";
--> statement-breakpoint
DROP TRIGGER "campaign_metrics_tally_delete" ON "campaign_metrics";
--> statement-breakpoint
DROP FUNCTION tally_campaign_metrics();
--> statement-breakpoint
DROP TABLE "campaign_metric_sums" CASCADE;
--> statement-breakpoint
-- Counted anew below, by day.
DELETE FROM "review_counts";
--> statement-breakpoint
ALTER TABLE "review_counts" DROP CONSTRAINT "review_counts_pkey";
--> statement-breakpoint
ALTER TABLE "review_counts" ADD COLUMN "day" date NOT NULL;
--> statement-breakpoint
ALTER TABLE "review_counts" ADD CONSTRAINT "review_counts_day_shard_pk" PRIMARY KEY("day","shard");
--> statement-breakpoint
-- rules
-- Rows are added in the order of their keys, so that two writers never wait for each other in a circle.
create or replace function tally_reviews() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into review_counts as tally (day, shard, published)
      select (created_at at time zone 'UTC')::date, abs(hashtext(provider_id)) % 4, -count(*) from old_rows
        where status = 'published' group by 1, 2 order by 1, 2
      on conflict (day, shard) do update set published = tally.published + excluded.published;
  end if;
  if tg_op <> 'DELETE' then
    insert into review_counts as tally (day, shard, published)
      select (created_at at time zone 'UTC')::date, abs(hashtext(provider_id)) % 4, count(*) from new_rows
        where status = 'published' group by 1, 2 order by 1, 2
      on conflict (day, shard) do update set published = tally.published + excluded.published;
  end if;
  return null;
end $$;
--> statement-breakpoint
drop function add_to_review_counts(integer, bigint);
--> statement-breakpoint
insert into review_counts (day, shard, published)
  select (created_at at time zone 'UTC')::date, abs(hashtext(provider_id)) % 4, count(*) from reviews
    where status = 'published' group by 1, 2;
--> statement-breakpoint
create function sum_campaign_metrics() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into campaign_sums as tally (campaign_id, metrics, impressions, clicks, leads, conversions,
        assets, assets_approved, assets_draft, assets_blocked)
      select campaign_id, -count(*), -coalesce(sum(metric_value) filter (where metric_key = 'impressions'), 0)::bigint,
          -coalesce(sum(metric_value) filter (where metric_key = 'clicks'), 0)::bigint,
          -coalesce(sum(metric_value) filter (where metric_key = 'leads'), 0)::bigint,
          -coalesce(sum(metric_value) filter (where metric_key = 'conversions'), 0)::bigint, 0, 0, 0, 0
        from old_rows group by 1 order by 1
      on conflict (campaign_id) do update set
        metrics = tally.metrics + excluded.metrics,
        impressions = tally.impressions + excluded.impressions,
        clicks = tally.clicks + excluded.clicks,
        leads = tally.leads + excluded.leads,
        conversions = tally.conversions + excluded.conversions;
  end if;
  if tg_op <> 'DELETE' then
    insert into campaign_sums as tally (campaign_id, metrics, impressions, clicks, leads, conversions,
        assets, assets_approved, assets_draft, assets_blocked)
      select campaign_id, count(*), coalesce(sum(metric_value) filter (where metric_key = 'impressions'), 0)::bigint,
          coalesce(sum(metric_value) filter (where metric_key = 'clicks'), 0)::bigint,
          coalesce(sum(metric_value) filter (where metric_key = 'leads'), 0)::bigint,
          coalesce(sum(metric_value) filter (where metric_key = 'conversions'), 0)::bigint, 0, 0, 0, 0
        from new_rows group by 1 order by 1
      on conflict (campaign_id) do update set
        metrics = tally.metrics + excluded.metrics,
        impressions = tally.impressions + excluded.impressions,
        clicks = tally.clicks + excluded.clicks,
        leads = tally.leads + excluded.leads,
        conversions = tally.conversions + excluded.conversions;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger campaign_metrics_sums_insert after insert on campaign_metrics
  referencing new table as new_rows for each statement execute function sum_campaign_metrics();
--> statement-breakpoint
create trigger campaign_metrics_sums_update after update on campaign_metrics
  referencing old table as old_rows new table as new_rows for each statement execute function sum_campaign_metrics();
--> statement-breakpoint
create trigger campaign_metrics_sums_delete after delete on campaign_metrics
  referencing old table as old_rows for each statement execute function sum_campaign_metrics();
--> statement-breakpoint
create function sum_campaign_assets() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into campaign_sums as tally (campaign_id, metrics, impressions, clicks, leads, conversions,
        assets, assets_approved, assets_draft, assets_blocked)
      select campaign_id, 0, 0, 0, 0, 0, -count(*),
          -count(*) filter (where status = 'approved'),
          -count(*) filter (where status = 'draft'),
          -count(*) filter (where status = 'blocked')
        from old_rows group by 1 order by 1
      on conflict (campaign_id) do update set
        assets = tally.assets + excluded.assets,
        assets_approved = tally.assets_approved + excluded.assets_approved,
        assets_draft = tally.assets_draft + excluded.assets_draft,
        assets_blocked = tally.assets_blocked + excluded.assets_blocked;
  end if;
  if tg_op <> 'DELETE' then
    insert into campaign_sums as tally (campaign_id, metrics, impressions, clicks, leads, conversions,
        assets, assets_approved, assets_draft, assets_blocked)
      select campaign_id, 0, 0, 0, 0, 0, count(*),
          count(*) filter (where status = 'approved'),
          count(*) filter (where status = 'draft'),
          count(*) filter (where status = 'blocked')
        from new_rows group by 1 order by 1
      on conflict (campaign_id) do update set
        assets = tally.assets + excluded.assets,
        assets_approved = tally.assets_approved + excluded.assets_approved,
        assets_draft = tally.assets_draft + excluded.assets_draft,
        assets_blocked = tally.assets_blocked + excluded.assets_blocked;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger campaign_assets_sums_insert after insert on campaign_assets
  referencing new table as new_rows for each statement execute function sum_campaign_assets();
--> statement-breakpoint
create trigger campaign_assets_sums_update after update on campaign_assets
  referencing old table as old_rows new table as new_rows for each statement execute function sum_campaign_assets();
--> statement-breakpoint
create trigger campaign_assets_sums_delete after delete on campaign_assets
  referencing old table as old_rows for each statement execute function sum_campaign_assets();
--> statement-breakpoint
insert into campaign_sums (campaign_id, metrics, impressions, clicks, leads, conversions, assets, assets_approved, assets_draft, assets_blocked)
  select campaign_id, count(*), coalesce(sum(metric_value) filter (where metric_key = 'impressions'), 0)::bigint,
      coalesce(sum(metric_value) filter (where metric_key = 'clicks'), 0)::bigint,
      coalesce(sum(metric_value) filter (where metric_key = 'leads'), 0)::bigint,
      coalesce(sum(metric_value) filter (where metric_key = 'conversions'), 0)::bigint, 0, 0, 0, 0
    from campaign_metrics group by 1;
--> statement-breakpoint
insert into campaign_sums as tally (campaign_id, metrics, impressions, clicks, leads, conversions,
    assets, assets_approved, assets_draft, assets_blocked)
  select campaign_id, 0, 0, 0, 0, 0, count(*),
          count(*) filter (where status = 'approved'),
          count(*) filter (where status = 'draft'),
          count(*) filter (where status = 'blocked')
    from campaign_assets group by 1
  on conflict (campaign_id) do update set
    assets = tally.assets + excluded.assets,
    assets_approved = tally.assets_approved + excluded.assets_approved,
    assets_draft = tally.assets_draft + excluded.assets_draft,
    assets_blocked = tally.assets_blocked + excluded.assets_blocked;
