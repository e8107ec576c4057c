CREATE TABLE "action_tallies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "action_tallies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"day" timestamp (3) with time zone NOT NULL,
	"action_type" text NOT NULL,
	"status" text NOT NULL,
	"token_pool_id" text,
	"campaign_id" text,
	"count" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transaction_tallies" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "transaction_tallies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"day" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"status" text NOT NULL,
	"token_pool_id" text NOT NULL,
	"campaign_id" text,
	"count" bigint NOT NULL,
	"tokens" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "transactions_created_at_idx";--> statement-breakpoint
DROP INDEX "api_requests_partner_id_at_idx";--> statement-breakpoint
CREATE INDEX "action_tallies_day_idx" ON "action_tallies" USING btree ("partner_id","environment","day");--> statement-breakpoint
CREATE INDEX "transaction_tallies_day_idx" ON "transaction_tallies" USING btree ("partner_id","environment","day");--> statement-breakpoint
CREATE INDEX "deliveries_partner_id_idx" ON "deliveries" USING btree ("partner_id","environment","created_at","status");--> statement-breakpoint
CREATE INDEX "transactions_created_at_idx" ON "transactions" USING btree ("partner_id","environment","created_at","id","type","tokens");--> statement-breakpoint
CREATE INDEX "api_requests_partner_id_at_idx" ON "api_requests" USING btree ("partner_id","environment","at","status");--> statement-breakpoint
-- Tallies follow their rows in the same transaction. Whoever comes takes a row of the day that no other transaction
-- holds, or adds one: no writer waits for another, and a day has no more rows of a kind than writers at once.
create function add_to_transaction_tally(of_partner text, of_environment text, of_day timestamptz, of_type text,
    of_status text, of_pool text, of_campaign text, more_count bigint, more_tokens bigint)
  returns void language plpgsql as $$
begin
  update transaction_tallies set count = count + more_count, tokens = tokens + more_tokens
    where id = (
      select id from transaction_tallies
        where partner_id = of_partner and environment = of_environment and day = of_day and type = of_type
          and status = of_status and token_pool_id = of_pool and campaign_id is not distinct from of_campaign
        limit 1 for no key update skip locked);
  if not found then
    insert into transaction_tallies
        (partner_id, environment, day, type, status, token_pool_id, campaign_id, count, tokens)
      values (of_partner, of_environment, of_day, of_type, of_status, of_pool, of_campaign, more_count, more_tokens);
  end if;
end $$;
--> statement-breakpoint
create function tally_transactions() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform add_to_transaction_tally(partner_id, environment, day, type, status, token_pool_id, campaign_id,
        -count, -tokens)
      from (select partner_id, environment, date_trunc('day', created_at, 'UTC') as day, type, status, token_pool_id,
          campaign_id, count(*) as count, sum(tokens)::bigint as tokens
        from old_rows group by 1, 2, 3, 4, 5, 6, 7) as gone;
  end if;
  if tg_op <> 'DELETE' then
    perform add_to_transaction_tally(partner_id, environment, day, type, status, token_pool_id, campaign_id,
        count, tokens)
      from (select partner_id, environment, date_trunc('day', created_at, 'UTC') as day, type, status, token_pool_id,
          campaign_id, count(*) as count, sum(tokens)::bigint as tokens
        from new_rows group by 1, 2, 3, 4, 5, 6, 7) as come;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger transactions_tally_insert after insert on transactions
  referencing new table as new_rows for each statement execute function tally_transactions();
--> statement-breakpoint
create trigger transactions_tally_update after update on transactions
  referencing old table as old_rows new table as new_rows for each statement execute function tally_transactions();
--> statement-breakpoint
create trigger transactions_tally_delete after delete on transactions
  referencing old table as old_rows for each statement execute function tally_transactions();
--> statement-breakpoint
create function add_to_action_tally(of_partner text, of_environment text, of_day timestamptz, of_type text,
    of_status text, of_pool text, of_campaign text, more_count bigint)
  returns void language plpgsql as $$
begin
  update action_tallies set count = count + more_count
    where id = (
      select id from action_tallies
        where partner_id = of_partner and environment = of_environment and day = of_day and action_type = of_type
          and status = of_status and token_pool_id is not distinct from of_pool
          and campaign_id is not distinct from of_campaign
        limit 1 for no key update skip locked);
  if not found then
    insert into action_tallies (partner_id, environment, day, action_type, status, token_pool_id, campaign_id, count)
      values (of_partner, of_environment, of_day, of_type, of_status, of_pool, of_campaign, more_count);
  end if;
end $$;
--> statement-breakpoint
create function tally_actions() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform add_to_action_tally(partner_id, environment, day, action_type, status, token_pool_id, campaign_id, -count)
      from (select partner_id, environment, date_trunc('day', created_at, 'UTC') as day, action_type, status,
          token_pool_id, campaign_id, count(*) as count
        from old_rows group by 1, 2, 3, 4, 5, 6, 7) as gone;
  end if;
  if tg_op <> 'DELETE' then
    perform add_to_action_tally(partner_id, environment, day, action_type, status, token_pool_id, campaign_id, count)
      from (select partner_id, environment, date_trunc('day', created_at, 'UTC') as day, action_type, status,
          token_pool_id, campaign_id, count(*) as count
        from new_rows group by 1, 2, 3, 4, 5, 6, 7) as come;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger actions_tally_insert after insert on actions
  referencing new table as new_rows for each statement execute function tally_actions();
--> statement-breakpoint
create trigger actions_tally_update after update on actions
  referencing old table as old_rows new table as new_rows for each statement execute function tally_actions();
--> statement-breakpoint
create trigger actions_tally_delete after delete on actions
  referencing old table as old_rows for each statement execute function tally_actions();
--> statement-breakpoint
insert into transaction_tallies (partner_id, environment, day, type, status, token_pool_id, campaign_id, count, tokens)
  select partner_id, environment, date_trunc('day', created_at, 'UTC'), type, status, token_pool_id, campaign_id,
      count(*), sum(tokens)
    from transactions group by 1, 2, 3, 4, 5, 6, 7;
--> statement-breakpoint
insert into action_tallies (partner_id, environment, day, action_type, status, token_pool_id, campaign_id, count)
  select partner_id, environment, date_trunc('day', created_at, 'UTC'), action_type, status, token_pool_id, campaign_id,
      count(*)
    from actions group by 1, 2, 3, 4, 5, 6, 7;
