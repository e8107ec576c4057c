CREATE TABLE "donation_charges" (
	"donation_id" text NOT NULL,
	"n" integer NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"carrier" text NOT NULL,
	"charge_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"status" text DEFAULT 'COMPLETED' NOT NULL,
	"reward_status" text NOT NULL,
	"reward_failure" text,
	"reward_credits" bigint,
	"reward_due_at" timestamp (3) with time zone,
	"tokens_awarded" bigint DEFAULT 0 NOT NULL,
	"action_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "donation_charges_donation_id_n_pk" PRIMARY KEY("donation_id","n"),
	CONSTRAINT "donation_charges_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "donation_charges_carrier_check" CHECK (carrier in ('every.org', 'stripe', 'sandbox')),
	CONSTRAINT "donation_charges_status_check" CHECK (status in ('COMPLETED', 'REFUNDED')),
	CONSTRAINT "donation_charges_reward_status_check" CHECK (reward_status in ('NONE', 'PENDING', 'ISSUED', 'FAILED', 'REVERSED')),
	CONSTRAINT "donation_charges_figures_check" CHECK (amount > 0 and tokens_awarded >= 0 and n > 0)
);
--> statement-breakpoint
CREATE TABLE "donations" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"organization_id" text NOT NULL,
	"nonprofit_slug" text NOT NULL,
	"provider" text NOT NULL,
	"carrier" text NOT NULL,
	"carrier_ref" text NOT NULL,
	"link_encrypted" text,
	"idempotency_key" text,
	"payload_hash" text NOT NULL,
	"status" text DEFAULT 'PENDING' NOT NULL,
	"reward_status" text NOT NULL,
	"amount" bigint NOT NULL,
	"tip_amount" bigint DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"frequency" text NOT NULL,
	"donor_email" text,
	"first_name" text,
	"last_name" text,
	"partner_user_id" text,
	"campaign_id" text,
	"referral_code" text,
	"success_url" text,
	"cancel_url" text,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"failure_reason" text,
	"review_reason" text,
	"completed_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "donations_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "donations_provider_check" CHECK (provider in ('every.org', 'stripe', 'sandbox')),
	CONSTRAINT "donations_carrier_check" CHECK (carrier in ('every.org', 'stripe', 'sandbox')),
	CONSTRAINT "donations_status_check" CHECK (status in ('PENDING', 'COMPLETED', 'FAILED', 'EXPIRED', 'CANCELED', 'REFUNDED')),
	CONSTRAINT "donations_reward_status_check" CHECK (reward_status in ('NONE', 'PENDING', 'ISSUED', 'FAILED', 'REVERSED')),
	CONSTRAINT "donations_frequency_check" CHECK (frequency in ('once', 'monthly')),
	CONSTRAINT "donations_amount_check" CHECK (amount > 0 and tip_amount >= 0),
	CONSTRAINT "donations_sandbox_check" CHECK (carrier <> 'sandbox' or environment = 'sandbox')
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"ein" text,
	"logo" text,
	"website" text,
	"description" text,
	"status" text DEFAULT 'ACTIVE' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organizations_status_check" CHECK (status in ('ACTIVE', 'INACTIVE')),
	CONSTRAINT "organizations_ein_check" CHECK (ein ~ '^[0-9]{2}-[0-9]{7}$')
);
--> statement-breakpoint
CREATE TABLE "provider_events" (
	"provider" text NOT NULL,
	"charge_id" text NOT NULL,
	"kind" text NOT NULL,
	"donation_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"sequence" bigint NOT NULL,
	"review_reason" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provider_events_provider_charge_id_kind_pk" PRIMARY KEY("provider","charge_id","kind"),
	CONSTRAINT "provider_events_provider_check" CHECK (provider in ('every.org', 'stripe', 'sandbox')),
	CONSTRAINT "provider_events_kind_check" CHECK (kind in ('COMPLETED', 'FAILED', 'EXPIRED', 'REFUNDED'))
);
--> statement-breakpoint
ALTER TABLE "donation_charges" ADD CONSTRAINT "donation_charges_donation_id_donations_id_fk" FOREIGN KEY ("donation_id") REFERENCES "public"."donations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donations" ADD CONSTRAINT "donations_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donations" ADD CONSTRAINT "donations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_events" ADD CONSTRAINT "provider_events_donation_id_donations_id_fk" FOREIGN KEY ("donation_id") REFERENCES "public"."donations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "donation_charges_charge_id_key" ON "donation_charges" USING btree ("carrier","charge_id");--> statement-breakpoint
CREATE INDEX "donation_charges_at_idx" ON "donation_charges" USING btree ("partner_id","environment","at");--> statement-breakpoint
CREATE INDEX "donation_charges_reward_due_at_idx" ON "donation_charges" USING btree ("reward_due_at") WHERE reward_due_at is not null;--> statement-breakpoint
CREATE INDEX "donation_charges_reward_short_idx" ON "donation_charges" USING btree ("partner_id","environment") WHERE reward_credits is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "donations_idempotency_key_key" ON "donations" USING btree ("partner_id","environment","idempotency_key");--> statement-breakpoint
CREATE UNIQUE INDEX "donations_carrier_ref_key" ON "donations" USING btree ("carrier","carrier_ref");--> statement-breakpoint
CREATE INDEX "donations_created_at_idx" ON "donations" USING btree ("partner_id","environment","created_at","id");--> statement-breakpoint
CREATE INDEX "donations_referral_code_idx" ON "donations" USING btree ("partner_id","environment","referral_code");--> statement-breakpoint
CREATE INDEX "donations_expires_at_idx" ON "donations" USING btree ("expires_at") WHERE status = 'PENDING';--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_slug_key" ON "organizations" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "provider_events_donation_id_idx" ON "provider_events" USING btree ("donation_id");