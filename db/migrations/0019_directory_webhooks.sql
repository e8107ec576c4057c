CREATE TABLE "api_client_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"api_client_id" text NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"key_preview" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "api_client_keys_status_check" CHECK (status in ('active', 'revoked')),
	CONSTRAINT "api_client_keys_revoked_check" CHECK ((status = 'revoked') = (revoked_at is not null))
);
--> statement-breakpoint
CREATE TABLE "api_clients" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text,
	"name" text NOT NULL,
	"owner_type" text NOT NULL,
	"owner_id" text,
	"scopes" text[] NOT NULL,
	"sandbox_mode" boolean DEFAULT true NOT NULL,
	"rate_limit_per_minute" integer NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"promoted_at" timestamp (3) with time zone,
	"promoted_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "api_clients_owner_type_check" CHECK (owner_type in ('provider', 'partner', 'admin')),
	CONSTRAINT "api_clients_status_check" CHECK (status in ('active', 'paused', 'revoked')),
	CONSTRAINT "api_clients_rate_limit_check" CHECK (rate_limit_per_minute >= 1 and rate_limit_per_minute <= 10000),
	CONSTRAINT "api_clients_promoted_check" CHECK (sandbox_mode = (promoted_at is null))
);
--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_status_check";--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "partner_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "environment" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "partner_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "webhooks" ALTER COLUMN "partner_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "webhooks" ALTER COLUMN "environment" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD COLUMN "target_url" text;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD COLUMN "signature_preview" text;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD COLUMN "is_blocked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "subject_id" text;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "api_client_id" text;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "secret_digest" text;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "secret_preview" text;--> statement-breakpoint
ALTER TABLE "api_client_keys" ADD CONSTRAINT "api_client_keys_api_client_id_api_clients_id_fk" FOREIGN KEY ("api_client_id") REFERENCES "public"."api_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_clients" ADD CONSTRAINT "api_clients_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_client_keys_key_hash_key" ON "api_client_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "api_client_keys_api_client_id_idx" ON "api_client_keys" USING btree ("api_client_id","created_at");--> statement-breakpoint
CREATE INDEX "api_clients_created_at_idx" ON "api_clients" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "api_clients_partner_id_idx" ON "api_clients" USING btree ("partner_id");--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_api_client_id_api_clients_id_fk" FOREIGN KEY ("api_client_id") REFERENCES "public"."api_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_directory_idx" ON "deliveries" USING btree ("created_at","id") WHERE partner_id is null;--> statement-breakpoint
CREATE INDEX "deliveries_directory_status_idx" ON "deliveries" USING btree ("status","created_at","id") WHERE partner_id is null;--> statement-breakpoint
CREATE INDEX "deliveries_directory_replays_idx" ON "deliveries" USING btree ("created_at","id") WHERE partner_id is null and redelivery_of is not null;--> statement-breakpoint
CREATE INDEX "webhooks_api_client_id_idx" ON "webhooks" USING btree ("api_client_id","created_at") WHERE api_client_id is not null;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_directory_check" CHECK ((partner_id is null) = (environment is null));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_blocked_check" CHECK (partner_id is null or status <> 'BLOCKED');--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_status_check" CHECK (status in ('PENDING', 'SUCCEEDED', 'FAILED', 'EXHAUSTED', 'CANCELED', 'BLOCKED'));--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_directory_check" CHECK (partner_id is not null or environment is null);--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_subject_check" CHECK (partner_id is null or subject_id is null);--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_owner_check" CHECK ((partner_id is null) = (api_client_id is not null));--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_directory_check" CHECK ((partner_id is null) = (environment is null));--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_secret_check" CHECK ((api_client_id is null) = (secret_digest is null) and (api_client_id is null) = (secret_preview is null));