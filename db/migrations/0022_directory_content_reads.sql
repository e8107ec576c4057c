CREATE TABLE "content_channel_sums" (
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"channel" text NOT NULL,
	"metrics" bigint NOT NULL,
	"views" bigint NOT NULL,
	"clicks" bigint NOT NULL,
	"shares" bigint NOT NULL,
	"saves" bigint NOT NULL,
	"newsletter_opens" bigint NOT NULL,
	"newsletter_clicks" bigint NOT NULL,
	"leads" bigint NOT NULL,
	CONSTRAINT "content_channel_sums_subject_type_subject_id_channel_pk" PRIMARY KEY("subject_type","subject_id","channel")
);
--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "body_preview" text GENERATED ALWAYS AS (left(btrim(regexp_replace(body, '\s+', ' ', 'g')), 420)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "shown_topic_tags" text[] GENERATED ALWAYS AS (case when cardinality(topic_tags) > 0 then topic_tags else array_remove(array[
    case when (title || ' ' || coalesce(dek, '') || ' ' || body) ~* '\m(memory care)' then 'memory-care' end, case when (title || ' ' || coalesce(dek, '') || ' ' || body) ~* '\m(assisted living)' then 'assisted-living' end, case when (title || ' ' || coalesce(dek, '') || ' ' || body) ~* '\m(tour(s|ing)?\M)' then 'tour-planning' end, case when (title || ' ' || coalesce(dek, '') || ' ' || body) ~* '\m(staffing|policy|policies|regulatory)' then 'policy' end
  ], null) end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "shown_audience" text[] GENERATED ALWAYS AS (case when cardinality(audience) > 0 then audience else array_remove(array[
    case when (title || ' ' || coalesce(dek, '') || ' ' || body) ~* '\m(families|caregivers?)' then 'families' end, case when (title || ' ' || coalesce(dek, '') || ' ' || body) ~* '\m(operators?|community|communities)' then 'providers' end
  ], null) end) STORED NOT NULL;--> statement-breakpoint
-- rules
create function tally_content_channels() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into content_channel_sums as tally (subject_type, subject_id, channel, metrics, views, clicks, shares, saves,
        newsletter_opens, newsletter_clicks, leads)
      select subject_type, subject_id, channel,
          -count(*),
          -coalesce(sum(metric_value) filter (where metric_key = 'view'), 0)::bigint,
          -coalesce(sum(metric_value) filter (where metric_key = 'click'), 0)::bigint,
          -coalesce(sum(metric_value) filter (where metric_key = 'share'), 0)::bigint,
          -coalesce(sum(metric_value) filter (where metric_key = 'save'), 0)::bigint,
          -coalesce(sum(metric_value) filter (where metric_key = 'newsletter_open'), 0)::bigint,
          -coalesce(sum(metric_value) filter (where metric_key = 'newsletter_click'), 0)::bigint,
          -coalesce(sum(metric_value) filter (where metric_key = 'lead'), 0)::bigint
        from old_rows group by 1, 2, 3 order by 1, 2, 3
      on conflict (subject_type, subject_id, channel) do update set
        metrics = tally.metrics + excluded.metrics,
        views = tally.views + excluded.views,
        clicks = tally.clicks + excluded.clicks,
        shares = tally.shares + excluded.shares,
        saves = tally.saves + excluded.saves,
        newsletter_opens = tally.newsletter_opens + excluded.newsletter_opens,
        newsletter_clicks = tally.newsletter_clicks + excluded.newsletter_clicks,
        leads = tally.leads + excluded.leads;
  end if;
  if tg_op <> 'DELETE' then
    insert into content_channel_sums as tally (subject_type, subject_id, channel, metrics, views, clicks, shares, saves,
        newsletter_opens, newsletter_clicks, leads)
      select subject_type, subject_id, channel,
          count(*),
          coalesce(sum(metric_value) filter (where metric_key = 'view'), 0)::bigint,
          coalesce(sum(metric_value) filter (where metric_key = 'click'), 0)::bigint,
          coalesce(sum(metric_value) filter (where metric_key = 'share'), 0)::bigint,
          coalesce(sum(metric_value) filter (where metric_key = 'save'), 0)::bigint,
          coalesce(sum(metric_value) filter (where metric_key = 'newsletter_open'), 0)::bigint,
          coalesce(sum(metric_value) filter (where metric_key = 'newsletter_click'), 0)::bigint,
          coalesce(sum(metric_value) filter (where metric_key = 'lead'), 0)::bigint
        from new_rows group by 1, 2, 3 order by 1, 2, 3
      on conflict (subject_type, subject_id, channel) do update set
        metrics = tally.metrics + excluded.metrics,
        views = tally.views + excluded.views,
        clicks = tally.clicks + excluded.clicks,
        shares = tally.shares + excluded.shares,
        saves = tally.saves + excluded.saves,
        newsletter_opens = tally.newsletter_opens + excluded.newsletter_opens,
        newsletter_clicks = tally.newsletter_clicks + excluded.newsletter_clicks,
        leads = tally.leads + excluded.leads;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger content_metrics_channels_insert after insert on content_metrics
  referencing new table as new_rows for each statement execute function tally_content_channels();
--> statement-breakpoint
create trigger content_metrics_channels_update after update on content_metrics
  referencing old table as old_rows new table as new_rows for each statement execute function tally_content_channels();
--> statement-breakpoint
create trigger content_metrics_channels_delete after delete on content_metrics
  referencing old table as old_rows for each statement execute function tally_content_channels();
--> statement-breakpoint
insert into content_channel_sums (subject_type, subject_id, channel, metrics, views, clicks, shares, saves, newsletter_opens, newsletter_clicks, leads)
  select subject_type, subject_id, channel,
      count(*),
      coalesce(sum(metric_value) filter (where metric_key = 'view'), 0)::bigint,
      coalesce(sum(metric_value) filter (where metric_key = 'click'), 0)::bigint,
      coalesce(sum(metric_value) filter (where metric_key = 'share'), 0)::bigint,
      coalesce(sum(metric_value) filter (where metric_key = 'save'), 0)::bigint,
      coalesce(sum(metric_value) filter (where metric_key = 'newsletter_open'), 0)::bigint,
      coalesce(sum(metric_value) filter (where metric_key = 'newsletter_click'), 0)::bigint,
      coalesce(sum(metric_value) filter (where metric_key = 'lead'), 0)::bigint
    from content_metrics group by 1, 2, 3;
