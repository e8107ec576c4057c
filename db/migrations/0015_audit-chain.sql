CREATE TABLE "audit_checkpoints" (
	"number" bigint PRIMARY KEY NOT NULL,
	"chain" text NOT NULL,
	"sequence" bigint NOT NULL,
	"head_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_links" (
	"chain" text NOT NULL,
	"sequence" bigint NOT NULL,
	"record_id" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"record_hash" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_links_chain_sequence_pk" PRIMARY KEY("chain","sequence"),
	CONSTRAINT "audit_links_sequence_check" CHECK (sequence > 0)
);
--> statement-breakpoint
CREATE TABLE "audit_sealing" (
	"id" integer PRIMARY KEY NOT NULL,
	"cluster" text NOT NULL,
	"xid" "xid8" NOT NULL,
	"position" bigint NOT NULL,
	"resume_at" "xid8",
	CONSTRAINT "audit_sealing_check" CHECK (id = 1)
);
--> statement-breakpoint
ALTER TABLE "audit_records" ADD COLUMN "xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_checkpoints_chain_sequence_key" ON "audit_checkpoints" USING btree ("chain","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_links_record_id_key" ON "audit_links" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "audit_records_position_idx" ON "audit_records" USING btree ("position");--> statement-breakpoint
CREATE INDEX "audit_records_xid_idx" ON "audit_records" USING btree ("xid","position");--> statement-breakpoint
CREATE INDEX "audit_records_actor_id_idx" ON "audit_records" USING btree ("actor_id","position");--> statement-breakpoint
CREATE INDEX "audit_records_target_id_idx" ON "audit_records" USING btree ("target_id","position");--> statement-breakpoint
CREATE INDEX "audit_records_action_idx" ON "audit_records" USING btree ("action","position");--> statement-breakpoint
CREATE INDEX "audit_records_at_idx" ON "audit_records" USING brin ("at");--> statement-breakpoint
-- rules
-- Append-only, as the records themselves.
create trigger audit_links_append_only before update or delete on audit_links
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_links_no_truncate before truncate on audit_links
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger audit_checkpoints_append_only before update or delete on audit_checkpoints
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_checkpoints_no_truncate before truncate on audit_checkpoints
  for each statement execute function refuse_change();
