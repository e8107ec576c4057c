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
ALTER TABLE "api_requests" ADD COLUMN "api_client_id" text;--> statement-breakpoint
ALTER TABLE "api_requests" ADD COLUMN "event_type" text;--> statement-breakpoint
ALTER TABLE "api_requests" ADD COLUMN "subject_type" text;--> statement-breakpoint
ALTER TABLE "api_requests" ADD COLUMN "subject_id" text;--> statement-breakpoint
ALTER TABLE "api_requests" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "api_requests" ADD COLUMN "metadata" jsonb;--> statement-breakpoint
ALTER TABLE "api_client_keys" ADD CONSTRAINT "api_client_keys_api_client_id_api_clients_id_fk" FOREIGN KEY ("api_client_id") REFERENCES "public"."api_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_clients" ADD CONSTRAINT "api_clients_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_client_keys_key_hash_key" ON "api_client_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "api_client_keys_api_client_id_idx" ON "api_client_keys" USING btree ("api_client_id","created_at");--> statement-breakpoint
CREATE INDEX "api_clients_created_at_idx" ON "api_clients" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "api_clients_partner_id_idx" ON "api_clients" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "api_requests_api_client_id_idx" ON "api_requests" USING btree ("api_client_id","at","outcome","event_type") WHERE event_type is not null;--> statement-breakpoint
CREATE INDEX "api_requests_event_type_at_idx" ON "api_requests" USING btree ("at") WHERE event_type is not null;--> statement-breakpoint
-- rules
-- Caches of API clients listen here; bookkeeping columns do not wake them.
create function announce_api_client_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_cache', 'api-client:' || old.id);
  return null;
end $$;
--> statement-breakpoint
create trigger api_clients_announce after update or delete on api_clients for each row
  execute function announce_api_client_change();
--> statement-breakpoint
create function announce_api_client_key_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_cache', 'api-key:' || old.id);
  return null;
end $$;
--> statement-breakpoint
create trigger api_client_keys_announce after update on api_client_keys for each row
  when (row(old.status, old.expires_at, old.key_hash, old.name)
        is distinct from row(new.status, new.expires_at, new.key_hash, new.name))
  execute function announce_api_client_key_change();
--> statement-breakpoint
create trigger api_client_keys_announce_delete after delete on api_client_keys for each row
  execute function announce_api_client_key_change();
