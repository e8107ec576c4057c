CREATE TABLE "inquiries" (
	"id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"status_since" timestamp (3) with time zone NOT NULL,
	"fields" jsonb NOT NULL,
	"status_token_hash" text NOT NULL,
	"status_token_encrypted" text NOT NULL,
	"decision" text,
	"decision_note" text,
	"decided_tier" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"contract_signed_at" timestamp (3) with time zone,
	"acceptable_use_accepted_at" timestamp (3) with time zone,
	"kyb_status" text DEFAULT 'NOT_STARTED' NOT NULL,
	"kyb_registration_number" text,
	"kyb_country" text,
	"kyb_verified_at" timestamp (3) with time zone,
	"partner_id" text,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "inquiries_status_check" CHECK (status in ('SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'CONTRACT_PENDING', 'CONTRACT_SIGNED', 'CONVERTED', 'REJECTED', 'WITHDRAWN')),
	CONSTRAINT "inquiries_decision_check" CHECK (decision is null or decision in ('APPROVED', 'REJECTED')),
	CONSTRAINT "inquiries_decided_check" CHECK ((decision is null) = (decided_at is null)),
	CONSTRAINT "inquiries_rejected_check" CHECK ((status = 'REJECTED') = (decision is not distinct from 'REJECTED')),
	CONSTRAINT "inquiries_decided_tier_check" CHECK (decided_tier is null or decided_tier in ('STANDARD', 'PROFESSIONAL', 'ENTERPRISE')),
	CONSTRAINT "inquiries_kyb_status_check" CHECK (kyb_status in ('NOT_STARTED', 'PENDING', 'VERIFIED', 'FAILED')),
	CONSTRAINT "inquiries_kyb_verified_check" CHECK ((kyb_status = 'VERIFIED') = (kyb_verified_at is not null)),
	CONSTRAINT "inquiries_signed_check" CHECK (status not in ('CONTRACT_SIGNED', 'CONVERTED') or (contract_signed_at is not null and acceptable_use_accepted_at is not null and kyb_status = 'VERIFIED')),
	CONSTRAINT "inquiries_converted_check" CHECK ((status = 'CONVERTED') = (partner_id is not null))
);
--> statement-breakpoint
CREATE TABLE "inquiry_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer GENERATED ALWAYS AS IDENTITY (sequence name "inquiry_comments_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"inquiry_id" text NOT NULL,
	"author" text NOT NULL,
	"audience" text NOT NULL,
	"field" text,
	"text" text NOT NULL,
	"admin_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "inquiry_comments_author_check" CHECK (author in ('APPLICANT', 'REVIEWER')),
	CONSTRAINT "inquiry_comments_audience_check" CHECK (audience in ('SHARED', 'INTERNAL')),
	CONSTRAINT "inquiry_comments_admin_check" CHECK ((author = 'REVIEWER') = (admin_id is not null)),
	CONSTRAINT "inquiry_comments_internal_check" CHECK (audience = 'SHARED' or author = 'REVIEWER')
);
--> statement-breakpoint
CREATE TABLE "inquiry_revisions" (
	"inquiry_id" text NOT NULL,
	"number" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "inquiry_revisions_inquiry_id_number_pk" PRIMARY KEY("inquiry_id","number")
);
--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_decided_by_admins_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."admins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_comments" ADD CONSTRAINT "inquiry_comments_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_comments" ADD CONSTRAINT "inquiry_comments_admin_id_admins_id_fk" FOREIGN KEY ("admin_id") REFERENCES "public"."admins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inquiry_revisions" ADD CONSTRAINT "inquiry_revisions_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "inquiries_partner_id_key" ON "inquiries" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "inquiries_submitted_at_idx" ON "inquiries" USING btree ("submitted_at","id");--> statement-breakpoint
CREATE INDEX "inquiries_status_idx" ON "inquiries" USING btree ("status","submitted_at","id");--> statement-breakpoint
CREATE INDEX "inquiry_comments_inquiry_id_idx" ON "inquiry_comments" USING btree ("inquiry_id","position");