CREATE TABLE "go_live_waivers" (
	"partner_id" text NOT NULL,
	"item_id" text NOT NULL,
	"reason" text NOT NULL,
	"admin_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "go_live_waivers_partner_id_item_id_pk" PRIMARY KEY("partner_id","item_id"),
	CONSTRAINT "go_live_waivers_item_check" CHECK (item_id in ('live_keys', 'live_signing', 'production_pool', 'webhook_reachable', 'webhook_verification', 'idempotency_keys', 'retry_handling'))
);
--> statement-breakpoint
CREATE TABLE "production_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"status" text DEFAULT 'OPEN' NOT NULL,
	"fields" jsonb NOT NULL,
	"requested_by" text NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "production_requests_status_check" CHECK (status in ('OPEN', 'APPROVED', 'REJECTED')),
	CONSTRAINT "production_requests_decided_check" CHECK ((status = 'OPEN') = (decided_at is null))
);
--> statement-breakpoint
CREATE TABLE "sandbox_faults" (
	"id" text PRIMARY KEY NOT NULL,
	"partner_id" text NOT NULL,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	"remaining" integer NOT NULL,
	"path_prefix" text,
	"retry_after_seconds" integer,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sandbox_faults_kind_check" CHECK (kind in ('RATE_LIMIT', 'SERVER_ERROR', 'INSUFFICIENT_POOL', 'TIMEOUT')),
	CONSTRAINT "sandbox_faults_count_check" CHECK (count between 1 and 20),
	CONSTRAINT "sandbox_faults_remaining_check" CHECK (remaining between 0 and count)
);
--> statement-breakpoint
CREATE TABLE "webhook_probes" (
	"id" text PRIMARY KEY NOT NULL,
	"webhook_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"environment" text NOT NULL,
	"url" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"forged_delivery_id" text NOT NULL,
	"genuine_delivery_id" text NOT NULL,
	"stale_delivery_id" text NOT NULL,
	"refused_forged" boolean,
	"accepted_genuine" boolean,
	"refused_stale" boolean,
	CONSTRAINT "webhook_probes_environment_check" CHECK (environment in ('sandbox', 'production')),
	CONSTRAINT "webhook_probes_finished_check" CHECK ((finished_at is null) = (num_nonnulls(refused_forged, accepted_genuine, refused_stale) = 0))
);
--> statement-breakpoint
ALTER TABLE "api_requests" ADD COLUMN "key_class" text;--> statement-breakpoint
ALTER TABLE "api_requests" ADD COLUMN "admin_id" text;--> statement-breakpoint
ALTER TABLE "api_requests" ADD COLUMN "signature_valid" boolean;--> statement-breakpoint
ALTER TABLE "api_requests" ADD COLUMN "idempotency_key_hash" text;--> statement-breakpoint
ALTER TABLE "api_requests" ADD COLUMN "replayed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "api_requests" ADD COLUMN "retry_after_seconds" integer;--> statement-breakpoint
ALTER TABLE "api_requests" ADD COLUMN "fault_id" text;--> statement-breakpoint
ALTER TABLE "go_live_waivers" ADD CONSTRAINT "go_live_waivers_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "go_live_waivers" ADD CONSTRAINT "go_live_waivers_admin_id_admins_id_fk" FOREIGN KEY ("admin_id") REFERENCES "public"."admins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "production_requests" ADD CONSTRAINT "production_requests_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_faults" ADD CONSTRAINT "sandbox_faults_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_probes" ADD CONSTRAINT "webhook_probes_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_probes" ADD CONSTRAINT "webhook_probes_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "production_requests_open_key" ON "production_requests" USING btree ("partner_id") WHERE status = 'OPEN';--> statement-breakpoint
CREATE INDEX "production_requests_created_at_idx" ON "production_requests" USING btree ("partner_id","created_at");--> statement-breakpoint
CREATE INDEX "sandbox_faults_partner_id_idx" ON "sandbox_faults" USING btree ("partner_id","created_at","id");--> statement-breakpoint
CREATE INDEX "webhook_probes_webhook_id_idx" ON "webhook_probes" USING btree ("webhook_id","started_at");--> statement-breakpoint
CREATE INDEX "api_requests_telling_idx" ON "api_requests" USING btree ("partner_id","environment","at") WHERE status >= 500 or status = 429 or replayed or code = 'IDEMPOTENCY_KEY_REUSED';--> statement-breakpoint
CREATE INDEX "api_requests_idempotency_key_hash_idx" ON "api_requests" USING btree ("partner_id","idempotency_key_hash","at") WHERE environment = 'sandbox' and idempotency_key_hash is not null;--> statement-breakpoint
-- Caches of partners hold whether there are faults: they hear when one comes, goes or is used up.
create function announce_fault_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_cache', 'partner:' || coalesce(new.partner_id, old.partner_id));
  return null;
end $$;
--> statement-breakpoint
create trigger sandbox_faults_announce after insert or delete on sandbox_faults for each row
  execute function announce_fault_change();
--> statement-breakpoint
create trigger sandbox_faults_announce_used_up after update on sandbox_faults for each row
  when ((old.remaining = 0) <> (new.remaining = 0)) execute function announce_fault_change();
