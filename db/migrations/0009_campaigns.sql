CREATE TABLE "campaign_recipients" (
	"campaign_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"external_id" text NOT NULL,
	"tokens" bigint NOT NULL,
	CONSTRAINT "campaign_recipients_campaign_id_external_id_pk" PRIMARY KEY("campaign_id","external_id"),
	CONSTRAINT "campaign_recipients_tokens_check" CHECK (tokens >= 0)
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"status" text DEFAULT 'DRAFT' NOT NULL,
	"pause_reason" text,
	"is_default" boolean DEFAULT false NOT NULL,
	"action_types" text[] NOT NULL,
	"token_pool_id" text,
	"currency" text,
	"tokens_per_unit" bigint DEFAULT 10000 NOT NULL,
	"multiplier" bigint DEFAULT 10000 NOT NULL,
	"rounding" text DEFAULT 'HALF_UP' NOT NULL,
	"splits" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"unmatched_split" text DEFAULT 'RETURN_TO_POOL' NOT NULL,
	"tiers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"timezone" text DEFAULT 'UTC' NOT NULL,
	"windows" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"total_tokens" bigint,
	"tokens_per_day" bigint,
	"tokens_per_user" bigint,
	"tokens_per_action" bigint,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"tokens_distributed" bigint DEFAULT 0 NOT NULL,
	"tokens_today" bigint DEFAULT 0 NOT NULL,
	"today" date DEFAULT '1970-01-01' NOT NULL,
	"action_count" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "campaigns_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "campaigns_status_check" CHECK (status in ('DRAFT', 'SCHEDULED', 'ACTIVE', 'PAUSED', 'COMPLETED')),
	CONSTRAINT "campaigns_pause_reason_check" CHECK ((status = 'PAUSED') = (pause_reason is not null) and (pause_reason is null or pause_reason in ('MANUAL', 'BUDGET_EXHAUSTED', 'POOL_CLOSED'))),
	CONSTRAINT "campaigns_rounding_check" CHECK (rounding in ('HALF_UP', 'DOWN')),
	CONSTRAINT "campaigns_unmatched_split_check" CHECK (unmatched_split in ('RETURN_TO_POOL', 'REDISTRIBUTE', 'REJECT')),
	CONSTRAINT "campaigns_rates_check" CHECK (tokens_per_unit between 0 and 100000000 and multiplier between 1 and 10000000),
	CONSTRAINT "campaigns_schedule_check" CHECK ((status <> 'SCHEDULED' or starts_at is not null) and (ends_at is null or ends_at > starts_at)),
	CONSTRAINT "campaigns_budget_check" CHECK (tokens_distributed <= total_tokens),
	CONSTRAINT "campaigns_limits_check" CHECK (least(total_tokens, tokens_per_day, tokens_per_user, tokens_per_action) > 0),
	CONSTRAINT "campaigns_figures_check" CHECK (tokens_distributed >= 0 and tokens_today >= 0 and action_count >= 0)
);
--> statement-breakpoint
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_token_pool_id_token_pools_id_fk" FOREIGN KEY ("token_pool_id") REFERENCES "public"."token_pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaigns_partner_id_idx" ON "campaigns" USING btree ("partner_id","environment","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_default_key" ON "campaigns" USING btree ("partner_id","environment") WHERE is_default;--> statement-breakpoint
CREATE INDEX "campaigns_starts_at_idx" ON "campaigns" USING btree ("starts_at") WHERE status = 'SCHEDULED';--> statement-breakpoint
CREATE INDEX "campaigns_ends_at_idx" ON "campaigns" USING btree ("ends_at") WHERE status = 'ACTIVE' and ends_at is not null;