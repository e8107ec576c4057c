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