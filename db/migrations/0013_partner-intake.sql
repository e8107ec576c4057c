ALTER TABLE "partners" ADD COLUMN "legal_entity" text;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "use_case_summary" text;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "integration_model" text;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "expected_monthly_action_volume" integer;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "inquiry_id" text;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "contract_signed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "acceptable_use_accepted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "kyb_status" text DEFAULT 'NOT_STARTED' NOT NULL;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "kyb_registration_number" text;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "kyb_country" text;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "kyb_verified_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "partners_inquiry_id_key" ON "partners" USING btree ("inquiry_id");--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_integration_model_check" CHECK (integration_model in ('SERVER_TO_SERVER', 'WIDGET_ONLY', 'BOTH'));--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_volume_check" CHECK (expected_monthly_action_volume >= 0);--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_kyb_status_check" CHECK (kyb_status in ('NOT_STARTED', 'PENDING', 'VERIFIED', 'FAILED'));--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_kyb_verified_check" CHECK ((kyb_status = 'VERIFIED') = (kyb_verified_at is not null));