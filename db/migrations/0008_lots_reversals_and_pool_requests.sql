-- What of a lot has vested at an instant: floor(tokens * k / n) after step k of n, all of it without steps.
create function lot_vested(tokens bigint, vests_from timestamptz, steps integer, step_days integer, at timestamptz)
  returns bigint language plpgsql immutable as $$
declare
  step integer;
begin
  if steps = 0 then return tokens; end if;
  step := greatest(0, least(steps, floor(extract(epoch from at - vests_from) / (step_days * 86400.0))));
  return div(tokens::numeric * step, steps);
end $$;
--> statement-breakpoint
-- When the release comes that brings a lot above `released`; null when there is none.
create function lot_next_release_at(tokens bigint, released bigint, most bigint, vests_from timestamptz, steps integer,
    step_days integer)
  returns timestamptz language plpgsql immutable as $$
begin
  if released >= most then return null; end if;
  return vests_from + ceil((released + 1)::numeric * steps / tokens) * step_days * interval '24 hours';
end $$;
--> statement-breakpoint
-- When something of a lot is to be booked next. `left_over` is what nobody has taken and no expiry has ended.
create function lot_due_at(tokens bigint, released bigint, reversed_vesting bigint, left_over bigint,
    vests_from timestamptz, steps integer, step_days integer, expires_at timestamptz)
  returns timestamptz language plpgsql immutable as $$
begin
  if left_over = 0 then return null; end if;
  return least(expires_at,
    -- Named with its schema: a restored dump fills generated columns with an empty search path.
    public.lot_next_release_at(tokens, released, tokens - reversed_vesting, vests_from, steps, step_days));
end $$;
--> statement-breakpoint
CREATE TABLE "action_reversals" (
	"id" text PRIMARY KEY NOT NULL,
	"action_id" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"payload_hash" text NOT NULL,
	"amount" text NOT NULL,
	"tokens" bigint NOT NULL,
	"unrecoverable" bigint NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"result" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "action_reversals_tokens_check" CHECK (tokens >= 0 and unrecoverable >= 0)
);
--> statement-breakpoint
CREATE TABLE "redemptions" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"partner_user_id" text NOT NULL,
	"reference" text NOT NULL,
	"use" text NOT NULL,
	"tokens" bigint NOT NULL,
	"transaction_ids" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "redemptions_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "redemptions_tokens_check" CHECK (tokens > 0)
);
--> statement-breakpoint
CREATE TABLE "token_lots" (
	"transaction_id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"partner_user_id" text NOT NULL,
	"token_pool_id" text NOT NULL,
	"tokens" bigint NOT NULL,
	"released" bigint NOT NULL,
	"redeemed" bigint DEFAULT 0 NOT NULL,
	"reversed_available" bigint DEFAULT 0 NOT NULL,
	"reversed_vesting" bigint DEFAULT 0 NOT NULL,
	"expired" bigint DEFAULT 0 NOT NULL,
	"unrecoverable" bigint DEFAULT 0 NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"vests_from" timestamp (3) with time zone NOT NULL,
	"vesting_steps" integer NOT NULL,
	"step_days" integer NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"returns_to_pool" boolean NOT NULL,
	"is_expiry_told" boolean DEFAULT false NOT NULL,
	"redemption" jsonb NOT NULL,
	"due_at" timestamp (3) with time zone GENERATED ALWAYS AS (lot_due_at(tokens, released, reversed_vesting, tokens - redeemed - reversed_available - reversed_vesting - expired, vests_from, vesting_steps, step_days, expires_at)) STORED,
	CONSTRAINT "token_lots_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "token_lots_figures_check" CHECK (tokens > 0 and redeemed >= 0 and reversed_available >= 0 and reversed_vesting >= 0 and expired >= 0
        and unrecoverable between 0 and redeemed + expired
        and released <= tokens - reversed_vesting and redeemed + reversed_available <= released
        and redeemed + reversed_available + reversed_vesting + expired <= tokens)
);
--> statement-breakpoint
CREATE TABLE "pool_movements" (
	"transaction_id" text PRIMARY KEY NOT NULL,
	"token_pool_id" text NOT NULL,
	"type" text NOT NULL,
	"reference" text NOT NULL,
	"tokens" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pool_movements_type_check" CHECK (type in ('ALLOCATION', 'WITHDRAWAL')),
	CONSTRAINT "pool_movements_tokens_check" CHECK (tokens > 0)
);
--> statement-breakpoint
CREATE TABLE "pool_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"token_pool_id" text,
	"tokens" bigint NOT NULL,
	"approved_tokens" bigint,
	"reason" text NOT NULL,
	"expected_monthly_action_volume" bigint,
	"status" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"decision_note" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pool_requests_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "pool_requests_status_check" CHECK (status in ('PENDING', 'APPROVED', 'REJECTED', 'CANCELED')),
	CONSTRAINT "pool_requests_tokens_check" CHECK (tokens > 0 and approved_tokens > 0),
	CONSTRAINT "pool_requests_decided_check" CHECK ((status = 'PENDING') = (decided_at is null))
);
--> statement-breakpoint
ALTER TABLE "token_pools" ADD COLUMN "refilled_this_month" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "token_pools" ADD COLUMN "refill_month" text;--> statement-breakpoint
ALTER TABLE "action_reversals" ADD CONSTRAINT "action_reversals_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redemptions" ADD CONSTRAINT "redemptions_partner_user_id_partner_users_id_fk" FOREIGN KEY ("partner_user_id") REFERENCES "public"."partner_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_lots" ADD CONSTRAINT "token_lots_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_movements" ADD CONSTRAINT "pool_movements_token_pool_id_token_pools_id_fk" FOREIGN KEY ("token_pool_id") REFERENCES "public"."token_pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_requests" ADD CONSTRAINT "pool_requests_token_pool_id_token_pools_id_fk" FOREIGN KEY ("token_pool_id") REFERENCES "public"."token_pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "action_reversals_idempotency_key_key" ON "action_reversals" USING btree ("action_id","idempotency_key");--> statement-breakpoint
CREATE UNIQUE INDEX "redemptions_reference_key" ON "redemptions" USING btree ("partner_id","environment","reference");--> statement-breakpoint
CREATE INDEX "token_lots_open_idx" ON "token_lots" USING btree ("partner_user_id","due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "token_lots_due_at_idx" ON "token_lots" USING btree ("due_at","transaction_id") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "token_lots_returns_idx" ON "token_lots" USING btree ("token_pool_id","expires_at") WHERE returns_to_pool and due_at is not null;--> statement-breakpoint
CREATE INDEX "token_lots_expiring_idx" ON "token_lots" USING btree ("expires_at") WHERE not is_expiry_told and due_at is not null;--> statement-breakpoint
CREATE INDEX "token_lots_spending_idx" ON "token_lots" USING btree ("partner_user_id","expires_at","issued_at","transaction_id") WHERE released > redeemed + reversed_available and expired = 0;--> statement-breakpoint
CREATE UNIQUE INDEX "pool_movements_reference_key" ON "pool_movements" USING btree ("token_pool_id","reference");--> statement-breakpoint
CREATE INDEX "pool_requests_created_at_idx" ON "pool_requests" USING btree ("partner_id","environment","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "pool_requests_pending_key" ON "pool_requests" USING btree ("partner_id","environment",coalesce(token_pool_id, '')) WHERE status = 'PENDING';
--> statement-breakpoint
-- Rewards that were issued before lots were kept: available at once, for ever, for any use.
insert into token_lots (transaction_id, partner_id, environment, partner_user_id, token_pool_id, tokens, released,
    issued_at, vests_from, vesting_steps, step_days, returns_to_pool, redemption)
  select t.id, t.partner_id, t.environment, t.partner_user_id, t.token_pool_id, t.tokens, t.tokens, t.created_at,
      t.created_at, 0, 0, false, p.restrictions -> 'redemption'
    from transactions t join token_pools p on p.id = t.token_pool_id
    where t.type = 'DISTRIBUTION';
