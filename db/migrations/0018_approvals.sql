CREATE TABLE "approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"action" text NOT NULL,
	"partner_id" text NOT NULL,
	"target_type" text NOT NULL,
	"target_id" text NOT NULL,
	"input" jsonb NOT NULL,
	"change_hash" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"evidence_hash" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decision_reason" text,
	CONSTRAINT "approvals_action_check" CHECK (action in ('production_access.approve', 'production_access.cut_over', 'go_live.waive', 'token_pool.create', 'token_pool.allocate', 'token_pool.auto_refill', 'pool_request.approve')),
	CONSTRAINT "approvals_status_check" CHECK (status in ('PENDING', 'APPROVED', 'REJECTED', 'EXPIRED', 'STALE')),
	CONSTRAINT "approvals_decided_check" CHECK ((status = 'PENDING') = (decided_at is null)),
	CONSTRAINT "approvals_four_eyes_check" CHECK (status not in ('APPROVED', 'REJECTED') or coalesce(decided_by <> requested_by, false))
);
--> statement-breakpoint
CREATE TABLE "production_request_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "production_request_comments_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" text NOT NULL,
	"audience" text NOT NULL,
	"author_type" text NOT NULL,
	"author_id" text NOT NULL,
	"field" text,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "production_request_comments_audience_check" CHECK (audience in ('SHARED', 'INTERNAL')),
	CONSTRAINT "production_request_comments_author_check" CHECK (author_type in ('ADMIN', 'PARTNER_USER')),
	CONSTRAINT "production_request_comments_internal_check" CHECK (audience = 'SHARED' or author_type = 'ADMIN')
);
--> statement-breakpoint
CREATE TABLE "production_request_revisions" (
	"request_id" text NOT NULL,
	"revision" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "production_request_revisions_request_id_revision_pk" PRIMARY KEY("request_id","revision"),
	CONSTRAINT "production_request_revisions_revision_check" CHECK (revision > 0)
);
--> statement-breakpoint
ALTER TABLE "production_requests" ADD COLUMN "decision_note" text;--> statement-breakpoint
ALTER TABLE "production_requests" ADD COLUMN "changes_requested_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_requested_by_admins_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."admins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_decided_by_admins_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."admins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "production_request_comments" ADD CONSTRAINT "production_request_comments_request_id_production_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."production_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "production_request_revisions" ADD CONSTRAINT "production_request_revisions_request_id_production_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."production_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_pending_key" ON "approvals" USING btree ("change_hash") WHERE status = 'PENDING';--> statement-breakpoint
CREATE INDEX "approvals_pending_idx" ON "approvals" USING btree ("requested_at","id") WHERE status = 'PENDING';--> statement-breakpoint
CREATE INDEX "approvals_partner_id_idx" ON "approvals" USING btree ("partner_id","requested_at");--> statement-breakpoint
CREATE INDEX "production_request_comments_request_id_idx" ON "production_request_comments" USING btree ("request_id","position");--> statement-breakpoint
-- rules
-- What requests say so far is their first sending.
insert into production_request_revisions (request_id, revision, fields, written_by, written_at)
  select id, 1, fields, requested_by, updated_at from production_requests;
