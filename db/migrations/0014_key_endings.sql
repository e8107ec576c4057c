CREATE TABLE "key_endings" (
	"api_key_id" text PRIMARY KEY NOT NULL,
	"quiet_hours" integer NOT NULL,
	"scheduled_at" timestamp (3) with time zone NOT NULL,
	"scheduled_by" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "key_endings_quiet_hours_check" CHECK (quiet_hours between 1 and 168)
);
--> statement-breakpoint
ALTER TABLE "key_endings" ADD CONSTRAINT "key_endings_api_key_id_api_keys_id_fk" FOREIGN KEY ("api_key_id") REFERENCES "public"."api_keys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_requests_api_key_id_idx" ON "api_requests" USING btree ("api_key_id","at") WHERE api_key_id is not null;