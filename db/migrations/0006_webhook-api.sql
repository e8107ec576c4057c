DROP INDEX "events_partner_id_idx";--> statement-breakpoint
ALTER TABLE "token_pools" ADD COLUMN "depleted_at_credits" bigint;--> statement-breakpoint
ALTER TABLE "delivery_attempts" ADD COLUMN "webhook_id" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "fanned_out_to" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "is_test" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
CREATE INDEX "delivery_attempts_webhook_id_at_idx" ON "delivery_attempts" USING btree ("webhook_id","at");--> statement-breakpoint
CREATE INDEX "events_partner_id_created_at_idx" ON "events" USING btree ("partner_id","created_at");--> statement-breakpoint
CREATE INDEX "events_partner_id_idx" ON "events" USING btree ("partner_id","xid","position");--> statement-breakpoint
UPDATE "delivery_attempts" SET "webhook_id" = "deliveries"."webhook_id" FROM "deliveries" WHERE "deliveries"."id" = "delivery_attempts"."delivery_id";
