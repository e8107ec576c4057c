CREATE TABLE "actions" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"payload_hash" text NOT NULL,
	"status" text NOT NULL,
	"action_type" text NOT NULL,
	"amount" text NOT NULL,
	"amount_units" bigint NOT NULL,
	"amount_minor" bigint,
	"currency" text,
	"stakeholders" jsonb NOT NULL,
	"metadata" jsonb NOT NULL,
	"description" text,
	"campaign_id" text,
	"token_pool_id" text,
	"tokens_distributed" bigint DEFAULT 0 NOT NULL,
	"result" jsonb,
	"failure_code" text,
	"actor_id" text NOT NULL,
	"request_id" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "actions_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "actions_status_check" CHECK (status in ('PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'PARTIALLY_REVERSED', 'REVERSED')),
	CONSTRAINT "actions_tokens_check" CHECK (tokens_distributed >= 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"transaction_id" text NOT NULL,
	"account_kind" text NOT NULL,
	"account_id" text,
	"tokens" bigint NOT NULL,
	"entry_type" text NOT NULL,
	"balance_after" bigint,
	"action_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ledger_entries_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "ledger_entries_account_kind_check" CHECK (account_kind in ('TREASURY', 'POOL', 'USER_VESTING', 'USER_AVAILABLE', 'EXPIRED', 'REDEEMED')),
	CONSTRAINT "ledger_entries_tokens_check" CHECK (tokens <> 0),
	CONSTRAINT "ledger_entries_pool_check" CHECK (account_kind <> 'POOL' or (balance_after >= 0 and entry_type in ('ALLOCATION', 'AUTO_REFILL', 'DISTRIBUTION', 'REVERSAL', 'EXPIRY_RETURN', 'WITHDRAWAL')))
);
--> statement-breakpoint
CREATE TABLE "partner_users" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"external_id" text NOT NULL,
	"email" text,
	"first_name" text,
	"last_name" text,
	"status" text DEFAULT 'ACTIVE' NOT NULL,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"available" bigint DEFAULT 0 NOT NULL,
	"vesting" bigint DEFAULT 0 NOT NULL,
	"expired" bigint DEFAULT 0 NOT NULL,
	"redeemed" bigint DEFAULT 0 NOT NULL,
	"reversed" bigint DEFAULT 0 NOT NULL,
	"lifetime_earned" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "partner_users_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "partner_users_status_check" CHECK (status in ('ACTIVE', 'INACTIVE')),
	CONSTRAINT "partner_users_figures_check" CHECK (available >= 0 and vesting >= 0 and expired >= 0 and redeemed >= 0 and reversed >= 0),
	CONSTRAINT "partner_users_lifetime_check" CHECK (lifetime_earned = available + vesting + expired + redeemed + reversed)
);
--> statement-breakpoint
CREATE TABLE "token_pools" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"name" text NOT NULL,
	"status" text DEFAULT 'ACTIVE' NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"balance" bigint DEFAULT 0 NOT NULL,
	"allocated" bigint DEFAULT 0 NOT NULL,
	"distributed" bigint DEFAULT 0 NOT NULL,
	"returned" bigint DEFAULT 0 NOT NULL,
	"withdrawn" bigint DEFAULT 0 NOT NULL,
	"low_balance_threshold" bigint,
	"auto_refill" jsonb NOT NULL,
	"restrictions" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "token_pools_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "token_pools_status_check" CHECK (status in ('ACTIVE', 'PAUSED', 'CLOSED')),
	CONSTRAINT "token_pools_balance_check" CHECK (balance = allocated - distributed + returned - withdrawn and balance >= 0),
	CONSTRAINT "token_pools_figures_check" CHECK (allocated >= 0 and distributed >= 0 and returned >= 0 and withdrawn >= 0)
);
--> statement-breakpoint
CREATE TABLE "transactions" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"type" text NOT NULL,
	"status" text DEFAULT 'COMPLETED' NOT NULL,
	"tokens" bigint NOT NULL,
	"partner_user_id" text NOT NULL,
	"stakeholder_type_code" text,
	"action_id" text,
	"campaign_id" text,
	"token_pool_id" text NOT NULL,
	"reverses_transaction_id" text,
	"vesting_until" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "transactions_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "transactions_type_check" CHECK (type in ('DISTRIBUTION', 'REVERSAL', 'VESTING_RELEASE', 'EXPIRATION', 'REDEMPTION')),
	CONSTRAINT "transactions_status_check" CHECK (status in ('COMPLETED', 'REVERSED', 'PARTIALLY_REVERSED')),
	CONSTRAINT "transactions_tokens_check" CHECK (tokens > 0)
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"name" text NOT NULL,
	"key_type" text NOT NULL,
	"public_key" text NOT NULL,
	"secret_key_hash" text,
	"secret_key_last4" text,
	"hmac_secret_encrypted" text,
	"legacy_hmac" boolean DEFAULT false NOT NULL,
	"scopes" text[] NOT NULL,
	"ip_allowlist" text[] DEFAULT '{}' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"rotated_from_key_id" text,
	"rotated_to_key_id" text,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "api_keys_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "api_keys_key_type_check" CHECK (key_type in ('secret', 'publishable')),
	CONSTRAINT "api_keys_revoked_inactive_check" CHECK ("api_keys"."revoked_at" is null or not "api_keys"."is_active")
);
--> statement-breakpoint
CREATE TABLE "replay_claims" (
	"api_key_id" text NOT NULL,
	"signature" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "replay_claims_api_key_id_signature_pk" PRIMARY KEY("api_key_id","signature")
);
--> statement-breakpoint
CREATE TABLE "admins" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "admins_role_check" CHECK (role in ('REVIEWER', 'COMPLIANCE', 'OPERATOR', 'AUDITOR', 'SUPERADMIN'))
);
--> statement-breakpoint
CREATE TABLE "email_verifications" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"status" text NOT NULL,
	"tier" text DEFAULT 'STANDARD' NOT NULL,
	"enabled_features" text[] NOT NULL,
	"production_access" text DEFAULT 'NONE' NOT NULL,
	"action_types" text[] NOT NULL,
	"stakeholder_types" text[] NOT NULL,
	"contact_email" text NOT NULL,
	"ip_allowlist" text[] DEFAULT '{}' NOT NULL,
	"allowed_origins" text[] DEFAULT '{}' NOT NULL,
	"currencies" text[] DEFAULT '{USD}' NOT NULL,
	"tip_config" jsonb NOT NULL,
	"branding" jsonb NOT NULL,
	"legacy_replay_409" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "partners_status_check" CHECK (status in ('PENDING_APPROVAL', 'ACTIVE', 'SUSPENDED', 'INACTIVE', 'TERMINATED')),
	CONSTRAINT "partners_tier_check" CHECK (tier in ('STANDARD', 'PROFESSIONAL', 'ENTERPRISE')),
	CONSTRAINT "partners_production_access_check" CHECK (production_access in ('NONE', 'REQUESTED', 'APPROVED', 'LIVE', 'REJECTED', 'REVOKED'))
);
--> statement-breakpoint
CREATE TABLE "portal_users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"organization_name" text NOT NULL,
	"partner_id" text,
	"role" text NOT NULL,
	"email_verified_at" timestamp (3) with time zone,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "portal_users_role_check" CHECK (role in ('OWNER', 'ADMIN', 'DEVELOPER', 'VIEWER'))
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"family_id" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_in_failures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"subject" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text,
	"environment" text,
	"api_key_id" text,
	"portal_user_id" text,
	"method" text NOT NULL,
	"route" text NOT NULL,
	"status" integer NOT NULL,
	"code" text,
	"duration_us" integer NOT NULL,
	"address" text NOT NULL,
	"user_agent" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_records" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_records_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"actor_type" text NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"target_type" text NOT NULL,
	"target_id" text NOT NULL,
	"partner_id" text,
	"environment" text,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"ip" text,
	"request_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"webhook_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"event_type" text NOT NULL,
	"status" text DEFAULT 'PENDING' NOT NULL,
	"attempts_made" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"leased_until" timestamp (3) with time zone,
	"redelivery_of" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deliveries_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "deliveries_status_check" CHECK (status in ('PENDING', 'SUCCEEDED', 'FAILED', 'EXHAUSTED', 'CANCELED')),
	CONSTRAINT "deliveries_next_attempt_check" CHECK ((status = 'PENDING') = (next_attempt_at is not null))
);
--> statement-breakpoint
CREATE TABLE "delivery_attempts" (
	"delivery_id" text NOT NULL,
	"n" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"http_status" integer,
	"duration_ms" integer NOT NULL,
	"error" text,
	"response_snippet" text,
	CONSTRAINT "delivery_attempts_delivery_id_n_pk" PRIMARY KEY("delivery_id","n")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"partner_id" text NOT NULL,
	"environment" text,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"fanned_out_at" timestamp (3) with time zone,
	CONSTRAINT "events_environment_check" CHECK (environment is null or environment in ('sandbox', 'production'))
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"url" text NOT NULL,
	"description" text,
	"event_types" text[] NOT NULL,
	"receive_all_events" boolean DEFAULT false NOT NULL,
	"headers_encrypted" text,
	"header_names" text[] DEFAULT '{}' NOT NULL,
	"secret_encrypted" text NOT NULL,
	"previous_secret_encrypted" text,
	"previous_secret_valid_until" timestamp (3) with time zone,
	"is_active" boolean DEFAULT true NOT NULL,
	"disabled_reason" text,
	"consecutive_failures" integer DEFAULT 0 NOT NULL,
	"last_delivery_at" timestamp (3) with time zone,
	"last_success_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "webhooks_environment_check" CHECK (environment in ('sandbox', 'production'))
);
--> statement-breakpoint
ALTER TABLE "actions" ADD CONSTRAINT "actions_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_users" ADD CONSTRAINT "partner_users_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_pools" ADD CONSTRAINT "token_pools_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_partner_user_id_partner_users_id_fk" FOREIGN KEY ("partner_user_id") REFERENCES "public"."partner_users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."actions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_token_pool_id_token_pools_id_fk" FOREIGN KEY ("token_pool_id") REFERENCES "public"."token_pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_verifications" ADD CONSTRAINT "email_verifications_user_id_portal_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."portal_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_users" ADD CONSTRAINT "portal_users_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_user_id_portal_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."portal_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "actions_idempotency_key_key" ON "actions" USING btree ("partner_id","environment","idempotency_key");--> statement-breakpoint
CREATE INDEX "actions_created_at_idx" ON "actions" USING btree ("partner_id","environment","created_at","id");--> statement-breakpoint
CREATE INDEX "ledger_entries_transaction_id_idx" ON "ledger_entries" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "ledger_entries_account_idx" ON "ledger_entries" USING btree ("account_id","account_kind","id");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_users_external_id_key" ON "partner_users" USING btree ("partner_id","environment","external_id");--> statement-breakpoint
CREATE INDEX "partner_users_created_at_idx" ON "partner_users" USING btree ("partner_id","environment","created_at","id");--> statement-breakpoint
CREATE INDEX "partner_users_email_idx" ON "partner_users" USING btree ("partner_id","environment",lower("email") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "partner_users_external_id_prefix_idx" ON "partner_users" USING btree ("partner_id","environment",lower("external_id") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "token_pools_partner_id_idx" ON "token_pools" USING btree ("partner_id","environment","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "token_pools_default_key" ON "token_pools" USING btree ("partner_id","environment") WHERE is_default;--> statement-breakpoint
CREATE INDEX "transactions_action_id_idx" ON "transactions" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "transactions_partner_user_id_idx" ON "transactions" USING btree ("partner_user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "transactions_created_at_idx" ON "transactions" USING btree ("partner_id","environment","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_public_key_key" ON "api_keys" USING btree ("public_key");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_secret_key_hash_key" ON "api_keys" USING btree ("secret_key_hash");--> statement-breakpoint
CREATE INDEX "api_keys_partner_id_idx" ON "api_keys" USING btree ("partner_id","environment");--> statement-breakpoint
CREATE INDEX "replay_claims_expires_at_idx" ON "replay_claims" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "admins_email_key" ON "admins" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "email_verifications_user_id_idx" ON "email_verifications" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "partners_slug_key" ON "partners" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "portal_users_email_key" ON "portal_users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "portal_users_partner_id_idx" ON "portal_users" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_family_id_idx" ON "refresh_tokens" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_user_id_idx" ON "refresh_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_failures_subject_at_idx" ON "sign_in_failures" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "api_requests_partner_id_at_idx" ON "api_requests" USING btree ("partner_id","environment","at");--> statement-breakpoint
CREATE INDEX "audit_records_partner_id_idx" ON "audit_records" USING btree ("partner_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_event_webhook_key" ON "deliveries" USING btree ("event_id","webhook_id") WHERE redelivery_of is null;--> statement-breakpoint
CREATE INDEX "deliveries_due_idx" ON "deliveries" USING btree ("next_attempt_at") WHERE status = 'PENDING';--> statement-breakpoint
CREATE INDEX "deliveries_webhook_id_idx" ON "deliveries" USING btree ("webhook_id","created_at","id");--> statement-breakpoint
CREATE INDEX "events_waiting_idx" ON "events" USING btree ("position") WHERE fanned_out_at is null;--> statement-breakpoint
CREATE INDEX "events_partner_id_idx" ON "events" USING btree ("partner_id","position");--> statement-breakpoint
CREATE INDEX "webhooks_partner_id_idx" ON "webhooks" USING btree ("partner_id","environment") WHERE deleted_at is null;