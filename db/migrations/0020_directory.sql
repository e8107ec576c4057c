CREATE TABLE "ad_campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"name" text NOT NULL,
	"status" text NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"budget_cents" bigint DEFAULT 0 NOT NULL,
	"targeting_rules" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ad_campaigns_status_check" CHECK (status in ('draft', 'pending_policy', 'active', 'paused', 'completed', 'blocked')),
	CONSTRAINT "ad_campaigns_budget_check" CHECK (budget_cents >= 0)
);
--> statement-breakpoint
CREATE TABLE "ad_clicks" (
	"id" text PRIMARY KEY NOT NULL,
	"placement_key" text NOT NULL,
	"creative_id" text NOT NULL,
	"request_id" text,
	"destination_url" text,
	"user_context" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ad_creatives" (
	"id" text PRIMARY KEY NOT NULL,
	"placement_id" text NOT NULL,
	"campaign_id" text NOT NULL,
	"event_id" text,
	"headline" text NOT NULL,
	"body" text,
	"image_url" text,
	"destination_url" text,
	"disclosure_label" text DEFAULT 'Sponsored' NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ad_impressions" (
	"id" text PRIMARY KEY NOT NULL,
	"placement_key" text NOT NULL,
	"creative_id" text NOT NULL,
	"request_id" text,
	"visitor_key" text,
	"session_key" text,
	"user_context" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ad_placements" (
	"id" text PRIMARY KEY NOT NULL,
	"placement_key" text NOT NULL,
	"name" text NOT NULL,
	"surface" text NOT NULL,
	"description" text,
	"disclosure_required" boolean DEFAULT true NOT NULL,
	"disclosure_label" text DEFAULT 'Sponsored' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ad_placements_surface_check" CHECK (surface in ('web', 'mobile', 'web_mobile', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"api_client_id" text,
	"sandbox" boolean DEFAULT false NOT NULL,
	"claimant_name" text NOT NULL,
	"claimant_email" text NOT NULL,
	"claimant_phone" text,
	"claimant_role" text,
	"business_domain" text,
	"status" text NOT NULL,
	"verification_method" text,
	"verification_payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"admin_notes" text,
	"policy_check_id" text,
	"approved_at" timestamp (3) with time zone,
	"rejected_at" timestamp (3) with time zone,
	"decided_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "claims_status_check" CHECK (status in ('submitted', 'email_pending', 'phone_pending', 'document_pending', 'admin_review', 'approved', 'rejected', 'conflict')),
	CONSTRAINT "claims_verification_method_check" CHECK (verification_method is null or verification_method in ('business_email', 'business_phone', 'license_document', 'domain_dns', 'admin_manual')),
	CONSTRAINT "claims_approved_check" CHECK ((status = 'approved') = (approved_at is not null)),
	CONSTRAINT "claims_rejected_check" CHECK ((status = 'rejected') = (rejected_at is not null)),
	CONSTRAINT "claims_email_check" CHECK (claimant_email = lower(btrim(claimant_email)))
);
--> statement-breakpoint
CREATE TABLE "verification_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"method" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"target" text,
	"attempt_payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"evidence" jsonb,
	"policy_check_id" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "verification_attempts_method_check" CHECK (method in ('business_email', 'business_phone', 'license_document', 'domain_dns', 'admin_manual')),
	CONSTRAINT "verification_attempts_status_check" CHECK (status in ('pending', 'passed', 'failed', 'expired')),
	CONSTRAINT "verification_attempts_completed_check" CHECK ((status in ('passed', 'failed')) = (completed_at is not null))
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"city" text,
	"state" text,
	"description" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "community_comments" (
	"id" text PRIMARY KEY NOT NULL,
	"post_id" text NOT NULL,
	"author_name" text,
	"author_email" text,
	"body" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "community_comments_status_check" CHECK (status in ('published', 'pending_moderation', 'hidden', 'removed', 'blocked_by_policy'))
);
--> statement-breakpoint
CREATE TABLE "community_members" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"member_key" text NOT NULL,
	"display_name" text,
	"email" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "community_posts" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text,
	"provider_id" text,
	"author_name" text,
	"author_email" text,
	"member_key" text,
	"post_type" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"body" text,
	"city" text,
	"state" text,
	"is_sponsored" boolean DEFAULT false NOT NULL,
	"disclosure_label" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "community_posts_status_check" CHECK (status in ('published', 'pending_moderation', 'hidden', 'removed', 'blocked_by_policy')),
	CONSTRAINT "community_posts_post_type_check" CHECK (post_type in ('question', 'recommendation', 'event', 'provider_update', 'expert_answer', 'educational_tip', 'offer', 'safety_alert', 'support_request'))
);
--> statement-breakpoint
CREATE TABLE "community_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"post_id" text NOT NULL,
	"reporter_email" text,
	"reason" text NOT NULL,
	"notes" text,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "community_reports_status_check" CHECK (status in ('open', 'reviewing', 'resolved', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "community_events" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text,
	"title" text NOT NULL,
	"slug" text NOT NULL,
	"description" text,
	"event_type" text NOT NULL,
	"status" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"timezone" text DEFAULT 'America/Denver' NOT NULL,
	"venue_name" text,
	"address_line1" text,
	"city" text,
	"state" text,
	"postal_code" text,
	"capacity" integer,
	"is_free" boolean DEFAULT true NOT NULL,
	"registration_url" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "community_events_status_check" CHECK (status in ('draft', 'published', 'featured', 'canceled', 'completed', 'blocked_by_policy')),
	CONSTRAINT "community_events_ends_check" CHECK (ends_at > starts_at),
	CONSTRAINT "community_events_capacity_check" CHECK (capacity >= 0)
);
--> statement-breakpoint
CREATE TABLE "event_promotions" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"placement_key" text NOT NULL,
	"status" text NOT NULL,
	"budget_cents" bigint DEFAULT 0 NOT NULL,
	"disclosure_label" text DEFAULT 'Sponsored' NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "event_promotions_status_check" CHECK (status in ('draft', 'pending_policy', 'active', 'paused', 'completed', 'blocked')),
	CONSTRAINT "event_promotions_budget_check" CHECK (budget_cents >= 0)
);
--> statement-breakpoint
CREATE TABLE "event_rsvps" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"attendee_name" text NOT NULL,
	"attendee_email" text NOT NULL,
	"attendee_phone" text,
	"consent_payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"party_size" integer DEFAULT 1 NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "event_rsvps_status_check" CHECK (status in ('confirmed', 'waitlisted', 'canceled', 'attended', 'no_show')),
	CONSTRAINT "event_rsvps_party_size_check" CHECK (party_size >= 1)
);
--> statement-breakpoint
CREATE TABLE "campaign_assets" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"asset_type" text NOT NULL,
	"channel" text,
	"status" text NOT NULL,
	"title" text,
	"body" text,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "campaign_assets_status_check" CHECK (status in ('draft', 'approved', 'rejected', 'blocked'))
);
--> statement-breakpoint
CREATE TABLE "campaign_metrics" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"metric_key" text NOT NULL,
	"metric_value" bigint NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "campaign_metrics_metric_key_check" CHECK (metric_key in ('impressions', 'clicks', 'leads', 'conversions')),
	CONSTRAINT "campaign_metrics_metric_value_check" CHECK (metric_value >= 0)
);
--> statement-breakpoint
CREATE TABLE "marketing_campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text,
	"campaign_type" text NOT NULL,
	"status" text NOT NULL,
	"name" text NOT NULL,
	"objective" text,
	"audience" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"channels" text[] DEFAULT '{}' NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "marketing_campaigns_campaign_type_check" CHECK (campaign_type in ('profile_growth', 'event_promotion', 'review_request', 'local_seo', 'social_media', 'ai_chat', 'ai_voice', 'newsletter', 'sponsored_content')),
	CONSTRAINT "marketing_campaigns_status_check" CHECK (status in ('draft', 'generated', 'pending_approval', 'approved', 'published', 'paused', 'completed', 'blocked_by_policy'))
);
--> statement-breakpoint
CREATE TABLE "article_derivatives" (
	"id" text PRIMARY KEY NOT NULL,
	"article_id" text NOT NULL,
	"derivative_type" text NOT NULL,
	"channel" text,
	"body" text NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "article_derivatives_derivative_type_check" CHECK (derivative_type in ('social_post', 'newsletter_blurb', 'podcast_brief', 'app_feed_post'))
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" text PRIMARY KEY NOT NULL,
	"news_item_id" text,
	"byline" text NOT NULL,
	"title" text NOT NULL,
	"slug" text NOT NULL,
	"dek" text,
	"body" text NOT NULL,
	"source_links" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"topic_tags" text[] DEFAULT '{}' NOT NULL,
	"audience" text[] DEFAULT '{}' NOT NULL,
	"ai_assisted" boolean DEFAULT false NOT NULL,
	"status" text NOT NULL,
	"approval_payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "articles_status_check" CHECK (status in ('draft', 'pending_review', 'approved', 'published', 'blocked_by_policy')),
	CONSTRAINT "articles_published_check" CHECK (status <> 'published' or published_at is not null)
);
--> statement-breakpoint
CREATE TABLE "content_metrics" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"provider_id" text,
	"channel" text DEFAULT 'owned_site' NOT NULL,
	"metric_key" text NOT NULL,
	"metric_value" bigint NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "content_metrics_subject_type_check" CHECK (subject_type in ('article', 'newsletter', 'derivative')),
	CONSTRAINT "content_metrics_metric_key_check" CHECK (metric_key in ('view', 'click', 'share', 'save', 'newsletter_open', 'newsletter_click', 'lead')),
	CONSTRAINT "content_metrics_metric_value_check" CHECK (metric_value > 0)
);
--> statement-breakpoint
CREATE TABLE "content_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"source_type" text NOT NULL,
	"url" text,
	"copyright_notes" text,
	"review_status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "content_sources_source_type_check" CHECK (source_type in ('rss', 'manual_url', 'interview', 'regulatory', 'platform_data')),
	CONSTRAINT "content_sources_review_status_check" CHECK (review_status in ('pending', 'approved', 'blocked', 'needs_legal_review'))
);
--> statement-breakpoint
CREATE TABLE "news_items" (
	"id" text PRIMARY KEY NOT NULL,
	"content_source_id" text NOT NULL,
	"title" text NOT NULL,
	"source_url" text,
	"summary" text,
	"raw_payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"audience" text[] DEFAULT '{}' NOT NULL,
	"topic_tags" text[] DEFAULT '{}' NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "news_items_status_check" CHECK (status in ('new', 'triaged', 'assigned', 'drafted', 'ignored', 'blocked_by_policy'))
);
--> statement-breakpoint
CREATE TABLE "newsletter_delivery_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"edition_id" text NOT NULL,
	"status" text NOT NULL,
	"delivery_provider" text NOT NULL,
	"delivery_mode" text NOT NULL,
	"recipient_segments" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"payload_preview" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"provider_message_id" text,
	"error" text,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "newsletter_delivery_attempts_status_check" CHECK (status in ('ready', 'sent', 'blocked', 'dry_run')),
	CONSTRAINT "newsletter_delivery_attempts_provider_check" CHECK (delivery_provider in ('mailjet', 'manual_export')),
	CONSTRAINT "newsletter_delivery_attempts_mode_check" CHECK (delivery_mode in ('preview', 'live'))
);
--> statement-breakpoint
CREATE TABLE "newsletter_editions" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"audience" text[] DEFAULT '{}' NOT NULL,
	"article_ids" text[] DEFAULT '{}' NOT NULL,
	"intro" text,
	"status" text NOT NULL,
	"scheduled_for" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "newsletter_editions_status_check" CHECK (status in ('draft', 'pending_approval', 'approved', 'scheduled', 'sent', 'blocked_by_policy'))
);
--> statement-breakpoint
CREATE TABLE "policy_checks" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text,
	"decision" text NOT NULL,
	"reasons" text[] DEFAULT '{}' NOT NULL,
	"notes" text,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "policy_checks_decision_check" CHECK (decision in ('approved', 'approved_with_disclosure', 'needs_human_review', 'needs_legal_review', 'needs_expert_review', 'blocked', 'blocked_non_overridable'))
);
--> statement-breakpoint
CREATE TABLE "provider_categories" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"parent_id" text,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_category_assignments" (
	"provider_id" text NOT NULL,
	"category_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provider_category_assignments_provider_id_category_id_pk" PRIMARY KEY("provider_id","category_id")
);
--> statement-breakpoint
CREATE TABLE "provider_contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"status" text NOT NULL,
	"requester_name" text NOT NULL,
	"requester_email" text,
	"requester_phone" text,
	"relationship" text,
	"paying_with" text,
	"message" text,
	"consent" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provider_contacts_status_check" CHECK (status in ('submitted', 'needs_contact_info', 'blocked_by_policy'))
);
--> statement-breakpoint
CREATE TABLE "provider_entitlements" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"feature_key" text NOT NULL,
	"status" text NOT NULL,
	"is_paid" boolean DEFAULT true NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provider_entitlements_status_check" CHECK (status in ('active', 'expired', 'canceled'))
);
--> statement-breakpoint
CREATE TABLE "provider_locations" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"address_line1" text,
	"address_line2" text,
	"city" text NOT NULL,
	"state" text NOT NULL,
	"postal_code" text,
	"country" text DEFAULT 'US' NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"phone" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provider_locations_position_check" CHECK (position >= 0)
);
--> statement-breakpoint
CREATE TABLE "provider_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"data_source_id" text,
	"source_name" text NOT NULL,
	"source_url" text,
	"fetched_at" timestamp (3) with time zone NOT NULL,
	"confidence" double precision NOT NULL,
	"source_record_id" text,
	"raw_payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"extracted_fields" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provider_sources_confidence_check" CHECK (confidence between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "providers" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"status" text NOT NULL,
	"phone" text,
	"website_url" text,
	"image_url" text,
	"price_label" text,
	"summary" text,
	"confidence_score" double precision NOT NULL,
	"email" text,
	"admin_notes" text,
	"claimed_at" timestamp (3) with time zone,
	"verified_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "providers_status_check" CHECK (status in ('imported', 'verified_by_source', 'claimed', 'verified', 'growth_partner', 'suspended', 'closed')),
	CONSTRAINT "providers_confidence_check" CHECK (confidence_score between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "moderation_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"review_id" text NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"notes" text,
	"actor" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "moderation_cases_status_check" CHECK (status in ('open', 'resolved', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "review_request_campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"name" text NOT NULL,
	"channel" text NOT NULL,
	"status" text NOT NULL,
	"requires_consent" boolean DEFAULT true NOT NULL,
	"recipients" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_request_campaigns_status_check" CHECK (status in ('draft', 'queued', 'sent', 'blocked_by_policy', 'completed_with_errors'))
);
--> statement-breakpoint
CREATE TABLE "review_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"status" text NOT NULL,
	"recipient" text NOT NULL,
	"consent" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"delivery_payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_requests_status_check" CHECK (status in ('queued', 'sent', 'blocked_by_policy', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "review_responses" (
	"id" text PRIMARY KEY NOT NULL,
	"review_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"body" text NOT NULL,
	"status" text NOT NULL,
	"generated_by_ai" boolean DEFAULT false NOT NULL,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_responses_status_check" CHECK (status in ('draft', 'approved', 'published', 'blocked'))
);
--> statement-breakpoint
CREATE TABLE "review_sentiments" (
	"id" text PRIMARY KEY NOT NULL,
	"review_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"sentiment" text NOT NULL,
	"score" double precision NOT NULL,
	"themes" text[] DEFAULT '{}' NOT NULL,
	"summary" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "review_sentiments_sentiment_check" CHECK (sentiment in ('positive', 'neutral', 'negative')),
	CONSTRAINT "review_sentiments_score_check" CHECK (score between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"provider_id" text NOT NULL,
	"reviewer_name" text NOT NULL,
	"reviewer_email" text,
	"rating" integer NOT NULL,
	"title" text,
	"body" text,
	"source" text DEFAULT 'first_party' NOT NULL,
	"status" text NOT NULL,
	"verification_payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reviews_status_check" CHECK (status in ('pending_moderation', 'published', 'hidden', 'removed', 'blocked_by_policy')),
	CONSTRAINT "reviews_rating_check" CHECK (rating between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "crawl_jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"data_source_id" text NOT NULL,
	"seed_url" text NOT NULL,
	"status" text NOT NULL,
	"max_pages" integer DEFAULT 50 NOT NULL,
	"pages_seen" integer DEFAULT 0 NOT NULL,
	"pages_imported" integer DEFAULT 0 NOT NULL,
	"robots_decision" text,
	"error_message" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "crawl_jobs_status_check" CHECK (status in ('queued', 'running', 'completed', 'failed', 'blocked_by_policy')),
	CONSTRAINT "crawl_jobs_pages_check" CHECK (max_pages > 0 and least(pages_seen, pages_imported) >= 0)
);
--> statement-breakpoint
CREATE TABLE "data_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"source_type" text NOT NULL,
	"status" text NOT NULL,
	"base_url" text,
	"jurisdiction" text,
	"robots_status" text,
	"terms_notes" text,
	"approved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "data_sources_source_type_check" CHECK (source_type in ('cms', 'state_license', 'provider_website', 'rss', 'manual', 'vendor')),
	CONSTRAINT "data_sources_status_check" CHECK (status in ('pending', 'approved', 'blocked', 'needs_legal_review')),
	CONSTRAINT "data_sources_approved_check" CHECK (status <> 'approved' or approved_at is not null)
);
--> statement-breakpoint
CREATE TABLE "import_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"data_source_id" text,
	"name" text NOT NULL,
	"source_kind" text NOT NULL,
	"status" text NOT NULL,
	"total_records" integer DEFAULT 0 NOT NULL,
	"imported_records" integer DEFAULT 0 NOT NULL,
	"rejected_records" integer DEFAULT 0 NOT NULL,
	"error_records" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_batches_status_check" CHECK (status in ('draft', 'queued', 'running', 'completed', 'completed_with_errors', 'failed', 'blocked_by_policy')),
	CONSTRAINT "import_batches_records_check" CHECK (least(total_records, imported_records, rejected_records, error_records) >= 0)
);
--> statement-breakpoint
CREATE TABLE "quality_flags" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"severity" text NOT NULL,
	"flag_key" text NOT NULL,
	"message" text NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "quality_flags_severity_check" CHECK (severity in ('low', 'medium', 'high', 'critical'))
);
--> statement-breakpoint
CREATE TABLE "ad_creative_days" (
	"creative_id" text NOT NULL,
	"placement_key" text NOT NULL,
	"day" date NOT NULL,
	"impressions" bigint DEFAULT 0 NOT NULL,
	"clicks" bigint DEFAULT 0 NOT NULL,
	"last_at" timestamp (3) with time zone,
	CONSTRAINT "ad_creative_days_creative_id_placement_key_day_pk" PRIMARY KEY("creative_id","placement_key","day")
);
--> statement-breakpoint
CREATE TABLE "campaign_metric_sums" (
	"campaign_id" text NOT NULL,
	"metric_key" text NOT NULL,
	"count" bigint NOT NULL,
	"value" bigint NOT NULL,
	CONSTRAINT "campaign_metric_sums_campaign_id_metric_key_pk" PRIMARY KEY("campaign_id","metric_key")
);
--> statement-breakpoint
CREATE TABLE "content_metric_sums" (
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"channel" text NOT NULL,
	"metric_key" text NOT NULL,
	"count" bigint NOT NULL,
	"value" bigint NOT NULL,
	CONSTRAINT "content_metric_sums_subject_type_subject_id_provider_id_channel_metric_key_pk" PRIMARY KEY("subject_type","subject_id","provider_id","channel","metric_key")
);
--> statement-breakpoint
CREATE TABLE "review_counts" (
	"shard" integer PRIMARY KEY NOT NULL,
	"published" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ad_campaigns" ADD CONSTRAINT "ad_campaigns_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_clicks" ADD CONSTRAINT "ad_clicks_creative_id_ad_creatives_id_fk" FOREIGN KEY ("creative_id") REFERENCES "public"."ad_creatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_creatives" ADD CONSTRAINT "ad_creatives_placement_id_ad_placements_id_fk" FOREIGN KEY ("placement_id") REFERENCES "public"."ad_placements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_creatives" ADD CONSTRAINT "ad_creatives_campaign_id_ad_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."ad_campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_creatives" ADD CONSTRAINT "ad_creatives_event_id_community_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."community_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ad_impressions" ADD CONSTRAINT "ad_impressions_creative_id_ad_creatives_id_fk" FOREIGN KEY ("creative_id") REFERENCES "public"."ad_creatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_api_client_id_api_clients_id_fk" FOREIGN KEY ("api_client_id") REFERENCES "public"."api_clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_policy_check_id_policy_checks_id_fk" FOREIGN KEY ("policy_check_id") REFERENCES "public"."policy_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_attempts" ADD CONSTRAINT "verification_attempts_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_attempts" ADD CONSTRAINT "verification_attempts_policy_check_id_policy_checks_id_fk" FOREIGN KEY ("policy_check_id") REFERENCES "public"."policy_checks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_comments" ADD CONSTRAINT "community_comments_post_id_community_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."community_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_members" ADD CONSTRAINT "community_members_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_posts" ADD CONSTRAINT "community_posts_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_posts" ADD CONSTRAINT "community_posts_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_reports" ADD CONSTRAINT "community_reports_post_id_community_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."community_posts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_events" ADD CONSTRAINT "community_events_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_promotions" ADD CONSTRAINT "event_promotions_event_id_community_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."community_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_rsvps" ADD CONSTRAINT "event_rsvps_event_id_community_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."community_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_assets" ADD CONSTRAINT "campaign_assets_campaign_id_marketing_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."marketing_campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_metrics" ADD CONSTRAINT "campaign_metrics_campaign_id_marketing_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."marketing_campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marketing_campaigns" ADD CONSTRAINT "marketing_campaigns_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_derivatives" ADD CONSTRAINT "article_derivatives_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_news_item_id_news_items_id_fk" FOREIGN KEY ("news_item_id") REFERENCES "public"."news_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_metrics" ADD CONSTRAINT "content_metrics_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_items" ADD CONSTRAINT "news_items_content_source_id_content_sources_id_fk" FOREIGN KEY ("content_source_id") REFERENCES "public"."content_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "newsletter_delivery_attempts" ADD CONSTRAINT "newsletter_delivery_attempts_edition_id_newsletter_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."newsletter_editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_categories" ADD CONSTRAINT "provider_categories_parent_id_provider_categories_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."provider_categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_category_assignments" ADD CONSTRAINT "provider_category_assignments_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_category_assignments" ADD CONSTRAINT "provider_category_assignments_category_id_provider_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."provider_categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_contacts" ADD CONSTRAINT "provider_contacts_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_entitlements" ADD CONSTRAINT "provider_entitlements_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_locations" ADD CONSTRAINT "provider_locations_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_sources" ADD CONSTRAINT "provider_sources_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_sources" ADD CONSTRAINT "provider_sources_data_source_id_data_sources_id_fk" FOREIGN KEY ("data_source_id") REFERENCES "public"."data_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_cases" ADD CONSTRAINT "moderation_cases_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_request_campaigns" ADD CONSTRAINT "review_request_campaigns_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_campaign_id_review_request_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."review_request_campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_responses" ADD CONSTRAINT "review_responses_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_responses" ADD CONSTRAINT "review_responses_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_sentiments" ADD CONSTRAINT "review_sentiments_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_sentiments" ADD CONSTRAINT "review_sentiments_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crawl_jobs" ADD CONSTRAINT "crawl_jobs_data_source_id_data_sources_id_fk" FOREIGN KEY ("data_source_id") REFERENCES "public"."data_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_data_source_id_data_sources_id_fk" FOREIGN KEY ("data_source_id") REFERENCES "public"."data_sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ad_campaigns_provider_id_idx" ON "ad_campaigns" USING btree ("provider_id","status");--> statement-breakpoint
CREATE INDEX "ad_clicks_creative_id_idx" ON "ad_clicks" USING btree ("creative_id","created_at","placement_key");--> statement-breakpoint
CREATE INDEX "ad_creatives_placement_id_idx" ON "ad_creatives" USING btree ("placement_id","id") WHERE is_active;--> statement-breakpoint
CREATE INDEX "ad_creatives_campaign_id_idx" ON "ad_creatives" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "ad_creatives_event_id_idx" ON "ad_creatives" USING btree ("event_id") WHERE event_id is not null;--> statement-breakpoint
CREATE INDEX "ad_impressions_creative_id_idx" ON "ad_impressions" USING btree ("creative_id","created_at","placement_key");--> statement-breakpoint
CREATE INDEX "ad_impressions_visitor_key_idx" ON "ad_impressions" USING btree ("visitor_key","created_at","creative_id") WHERE visitor_key is not null;--> statement-breakpoint
CREATE INDEX "ad_impressions_session_key_idx" ON "ad_impressions" USING btree ("session_key","created_at","creative_id") WHERE session_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ad_placements_placement_key_key" ON "ad_placements" USING btree ("placement_key");--> statement-breakpoint
CREATE INDEX "claims_provider_id_idx" ON "claims" USING btree ("provider_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "claims_created_at_idx" ON "claims" USING btree ("created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "claims_status_idx" ON "claims" USING btree ("status","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "claims_api_client_id_idx" ON "claims" USING btree ("api_client_id");--> statement-breakpoint
CREATE INDEX "verification_attempts_claim_id_idx" ON "verification_attempts" USING btree ("claim_id","method","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE UNIQUE INDEX "communities_slug_key" ON "communities" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "community_comments_post_id_idx" ON "community_comments" USING btree ("post_id");--> statement-breakpoint
CREATE UNIQUE INDEX "community_members_member_key" ON "community_members" USING btree ("community_id","member_key");--> statement-breakpoint
CREATE INDEX "community_posts_visible_idx" ON "community_posts" USING btree ("created_at" DESC NULLS LAST,"id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "community_posts_provider_idx" ON "community_posts" USING btree ("provider_id","created_at" DESC NULLS LAST,"id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "community_posts_community_idx" ON "community_posts" USING btree ("community_id","created_at" DESC NULLS LAST,"id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "community_posts_type_idx" ON "community_posts" USING btree ("post_type","created_at" DESC NULLS LAST,"id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "community_posts_city_idx" ON "community_posts" USING btree (lower("state"),lower("city"),"created_at" DESC NULLS LAST,"id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "community_reports_post_id_idx" ON "community_reports" USING btree ("post_id");--> statement-breakpoint
CREATE UNIQUE INDEX "community_events_slug_key" ON "community_events" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "community_events_visible_idx" ON "community_events" USING btree ("starts_at","id") WHERE status in ('published', 'featured');--> statement-breakpoint
CREATE INDEX "community_events_provider_idx" ON "community_events" USING btree ("provider_id","starts_at","id") WHERE status in ('published', 'featured');--> statement-breakpoint
CREATE INDEX "community_events_provider_id_idx" ON "community_events" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "community_events_city_idx" ON "community_events" USING btree (lower("state"),lower("city"),"starts_at","id") WHERE status in ('published', 'featured');--> statement-breakpoint
CREATE INDEX "event_promotions_event_id_idx" ON "event_promotions" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_rsvps_attendee_key" ON "event_rsvps" USING btree ("event_id","attendee_email");--> statement-breakpoint
CREATE INDEX "campaign_assets_campaign_id_idx" ON "campaign_assets" USING btree ("campaign_id","status");--> statement-breakpoint
CREATE INDEX "campaign_metrics_campaign_id_idx" ON "campaign_metrics" USING btree ("campaign_id","metric_key");--> statement-breakpoint
CREATE INDEX "marketing_campaigns_visible_idx" ON "marketing_campaigns" USING btree ("status","updated_at" DESC NULLS LAST,"id") WHERE status in ('published', 'paused', 'completed');--> statement-breakpoint
CREATE INDEX "marketing_campaigns_type_idx" ON "marketing_campaigns" USING btree ("campaign_type","status","updated_at" DESC NULLS LAST,"id") WHERE status in ('published', 'paused', 'completed');--> statement-breakpoint
CREATE INDEX "marketing_campaigns_provider_id_idx" ON "marketing_campaigns" USING btree ("provider_id","updated_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "article_derivatives_article_id_idx" ON "article_derivatives" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "article_derivatives_type_idx" ON "article_derivatives" USING btree ("derivative_type");--> statement-breakpoint
CREATE UNIQUE INDEX "articles_slug_key" ON "articles" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "articles_visible_idx" ON "articles" USING btree ("published_at" DESC NULLS LAST,"id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "articles_status_idx" ON "articles" USING btree ("status");--> statement-breakpoint
CREATE INDEX "content_metrics_subject_idx" ON "content_metrics" USING btree ("subject_type","subject_id","created_at");--> statement-breakpoint
CREATE INDEX "content_sources_visible_idx" ON "content_sources" USING btree ("name","id") WHERE review_status = 'approved';--> statement-breakpoint
CREATE INDEX "news_items_content_source_id_idx" ON "news_items" USING btree ("content_source_id");--> statement-breakpoint
CREATE INDEX "news_items_status_idx" ON "news_items" USING btree ("status");--> statement-breakpoint
CREATE INDEX "newsletter_delivery_attempts_edition_id_idx" ON "newsletter_delivery_attempts" USING btree ("edition_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "newsletter_editions_visible_idx" ON "newsletter_editions" USING btree (coalesce("scheduled_for", "sent_at", "created_at") desc,"id") WHERE status in ('approved', 'scheduled', 'sent');--> statement-breakpoint
CREATE INDEX "policy_checks_subject_idx" ON "policy_checks" USING btree ("subject_type","subject_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_categories_slug_key" ON "provider_categories" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "provider_category_assignments_category_id_idx" ON "provider_category_assignments" USING btree ("category_id","provider_id");--> statement-breakpoint
CREATE INDEX "provider_contacts_provider_id_idx" ON "provider_contacts" USING btree ("provider_id","created_at");--> statement-breakpoint
CREATE INDEX "provider_entitlements_provider_id_idx" ON "provider_entitlements" USING btree ("provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "provider_locations_position_key" ON "provider_locations" USING btree ("provider_id","position");--> statement-breakpoint
CREATE INDEX "provider_locations_city_idx" ON "provider_locations" USING btree (lower("state"),lower("city"),"provider_id");--> statement-breakpoint
CREATE INDEX "provider_sources_provider_id_idx" ON "provider_sources" USING btree ("provider_id","fetched_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "provider_sources_data_source_id_idx" ON "provider_sources" USING btree ("data_source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "providers_slug_key" ON "providers" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "providers_visible_idx" ON "providers" USING btree ("name","id") WHERE status in ('verified_by_source', 'claimed', 'verified', 'growth_partner');--> statement-breakpoint
CREATE INDEX "moderation_cases_review_id_idx" ON "moderation_cases" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "review_request_campaigns_provider_id_idx" ON "review_request_campaigns" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "review_requests_campaign_id_idx" ON "review_requests" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "review_requests_provider_id_idx" ON "review_requests" USING btree ("provider_id","status");--> statement-breakpoint
CREATE INDEX "review_responses_review_id_idx" ON "review_responses" USING btree ("review_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_sentiments_review_id_key" ON "review_sentiments" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "review_sentiments_provider_id_idx" ON "review_sentiments" USING btree ("provider_id");--> statement-breakpoint
CREATE INDEX "reviews_visible_idx" ON "reviews" USING btree ("created_at" DESC NULLS LAST,"id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "reviews_provider_visible_idx" ON "reviews" USING btree ("provider_id","created_at" DESC NULLS LAST,"id") WHERE status = 'published';--> statement-breakpoint
CREATE INDEX "reviews_provider_id_idx" ON "reviews" USING btree ("provider_id","status","rating","source");--> statement-breakpoint
CREATE INDEX "crawl_jobs_data_source_id_idx" ON "crawl_jobs" USING btree ("data_source_id");--> statement-breakpoint
CREATE INDEX "import_batches_data_source_id_idx" ON "import_batches" USING btree ("data_source_id");--> statement-breakpoint
CREATE INDEX "quality_flags_subject_idx" ON "quality_flags" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "quality_flags_unresolved_idx" ON "quality_flags" USING btree ("severity") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "content_metric_sums_provider_id_idx" ON "content_metric_sums" USING btree ("provider_id","subject_type");--> statement-breakpoint
-- rules
-- Pages of the provider list are kept in process: whatever they are made of announces its change, once a statement.
create function announce_directory_providers() returns trigger language plpgsql as $$
begin
  perform pg_notify('portico_cache', 'directory:providers');
  return null;
end $$;
--> statement-breakpoint
create trigger providers_announce after insert or update or delete on providers
  for each statement execute function announce_directory_providers();
--> statement-breakpoint
create trigger provider_locations_announce after insert or update or delete on provider_locations
  for each statement execute function announce_directory_providers();
--> statement-breakpoint
create trigger provider_categories_announce after insert or update or delete on provider_categories
  for each statement execute function announce_directory_providers();
--> statement-breakpoint
create trigger provider_category_assignments_announce after insert or update or delete on provider_category_assignments
  for each statement execute function announce_directory_providers();
--> statement-breakpoint
create trigger provider_sources_announce after insert or update or delete on provider_sources
  for each statement execute function announce_directory_providers();
--> statement-breakpoint
-- Truncating is for tests and reseeding; it changes the list as well.
create trigger providers_announce_truncate after truncate on providers
  for each statement execute function announce_directory_providers();
--> statement-breakpoint
-- Tallies. Rows are added in the order of their keys, so that two writers never wait for each other in a circle.
create function add_to_review_counts(of_shard integer, more bigint) returns void language sql as $$
  insert into review_counts as tally (shard, published) values (of_shard, more)
    on conflict (shard) do update set published = tally.published + excluded.published;
$$;
--> statement-breakpoint
create function tally_reviews() returns trigger language plpgsql as $$
declare
  change record;
begin
  if tg_op = 'INSERT' then
    for change in select abs(hashtext(provider_id)) % 16 as shard, count(*) as more from new_rows
        where status = 'published' group by 1 order by 1 loop
      perform add_to_review_counts(change.shard, change.more);
    end loop;
  elsif tg_op = 'DELETE' then
    for change in select abs(hashtext(provider_id)) % 16 as shard, -count(*) as more from old_rows
        where status = 'published' group by 1 order by 1 loop
      perform add_to_review_counts(change.shard, change.more);
    end loop;
  else
    for change in select shard, sum(more)::bigint as more from (
          select abs(hashtext(provider_id)) % 16 as shard, -1 as more from old_rows where status = 'published'
          union all
          select abs(hashtext(provider_id)) % 16, 1 from new_rows where status = 'published') as moved
        group by 1 having sum(more) <> 0 order by 1 loop
      perform add_to_review_counts(change.shard, change.more);
    end loop;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger reviews_tally_insert after insert on reviews
  referencing new table as new_rows for each statement execute function tally_reviews();
--> statement-breakpoint
create trigger reviews_tally_update after update on reviews
  referencing old table as old_rows new table as new_rows for each statement execute function tally_reviews();
--> statement-breakpoint
create trigger reviews_tally_delete after delete on reviews
  referencing old table as old_rows for each statement execute function tally_reviews();
--> statement-breakpoint
create function tally_campaign_metrics() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into campaign_metric_sums as tally (campaign_id, metric_key, count, value)
      select campaign_id, metric_key, -count(*), -sum(metric_value)::bigint from old_rows group by 1, 2 order by 1, 2
      on conflict (campaign_id, metric_key)
        do update set count = tally.count + excluded.count, value = tally.value + excluded.value;
  end if;
  if tg_op <> 'DELETE' then
    insert into campaign_metric_sums as tally (campaign_id, metric_key, count, value)
      select campaign_id, metric_key, count(*), sum(metric_value)::bigint from new_rows group by 1, 2 order by 1, 2
      on conflict (campaign_id, metric_key)
        do update set count = tally.count + excluded.count, value = tally.value + excluded.value;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger campaign_metrics_tally_insert after insert on campaign_metrics
  referencing new table as new_rows for each statement execute function tally_campaign_metrics();
--> statement-breakpoint
create trigger campaign_metrics_tally_update after update on campaign_metrics
  referencing old table as old_rows new table as new_rows for each statement execute function tally_campaign_metrics();
--> statement-breakpoint
create trigger campaign_metrics_tally_delete after delete on campaign_metrics
  referencing old table as old_rows for each statement execute function tally_campaign_metrics();
--> statement-breakpoint
create function tally_content_metrics() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into content_metric_sums as tally
        (subject_type, subject_id, provider_id, channel, metric_key, count, value)
      select subject_type, subject_id, coalesce(provider_id, ''), channel, metric_key, -count(*),
          -sum(metric_value)::bigint
        from old_rows group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (subject_type, subject_id, provider_id, channel, metric_key)
        do update set count = tally.count + excluded.count, value = tally.value + excluded.value;
  end if;
  if tg_op <> 'DELETE' then
    insert into content_metric_sums as tally
        (subject_type, subject_id, provider_id, channel, metric_key, count, value)
      select subject_type, subject_id, coalesce(provider_id, ''), channel, metric_key, count(*),
          sum(metric_value)::bigint
        from new_rows group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (subject_type, subject_id, provider_id, channel, metric_key)
        do update set count = tally.count + excluded.count, value = tally.value + excluded.value;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger content_metrics_tally_insert after insert on content_metrics
  referencing new table as new_rows for each statement execute function tally_content_metrics();
--> statement-breakpoint
create trigger content_metrics_tally_update after update on content_metrics
  referencing old table as old_rows new table as new_rows for each statement execute function tally_content_metrics();
--> statement-breakpoint
create trigger content_metrics_tally_delete after delete on content_metrics
  referencing old table as old_rows for each statement execute function tally_content_metrics();
--> statement-breakpoint
-- What was shown or clicked stays as it was recorded, but for its removal by retention, which leaves the sums.
create function tally_ad_impressions() returns trigger language plpgsql as $$
begin
  insert into ad_creative_days as tally (creative_id, placement_key, day, impressions, clicks, last_at)
    select creative_id, placement_key, (created_at at time zone 'UTC')::date, count(*), 0, max(created_at)
      from new_rows group by 1, 2, 3 order by 1, 2, 3
    on conflict (creative_id, placement_key, day) do update
      set impressions = tally.impressions + excluded.impressions, last_at = greatest(tally.last_at, excluded.last_at);
  return null;
end $$;
--> statement-breakpoint
create trigger ad_impressions_tally_insert after insert on ad_impressions
  referencing new table as new_rows for each statement execute function tally_ad_impressions();
--> statement-breakpoint
create function tally_ad_clicks() returns trigger language plpgsql as $$
begin
  insert into ad_creative_days as tally (creative_id, placement_key, day, impressions, clicks, last_at)
    select creative_id, placement_key, (created_at at time zone 'UTC')::date, 0, count(*), max(created_at)
      from new_rows group by 1, 2, 3 order by 1, 2, 3
    on conflict (creative_id, placement_key, day) do update
      set clicks = tally.clicks + excluded.clicks, last_at = greatest(tally.last_at, excluded.last_at);
  return null;
end $$;
--> statement-breakpoint
create trigger ad_clicks_tally_insert after insert on ad_clicks
  referencing new table as new_rows for each statement execute function tally_ad_clicks();
--> statement-breakpoint
create trigger ad_impressions_keep before update on ad_impressions for each row execute function refuse_change();
--> statement-breakpoint
create trigger ad_clicks_keep before update on ad_clicks for each row execute function refuse_change();
