DROP INDEX "donations_referral_code_idx";--> statement-breakpoint
CREATE INDEX "donations_status_idx" ON "donations" USING btree ("partner_id","environment","status","created_at","id");--> statement-breakpoint
CREATE INDEX "donations_reward_status_idx" ON "donations" USING btree ("partner_id","environment","reward_status","created_at","id");--> statement-breakpoint
CREATE INDEX "donations_nonprofit_slug_idx" ON "donations" USING btree ("partner_id","environment","nonprofit_slug","created_at","id");--> statement-breakpoint
CREATE INDEX "donations_partner_user_id_idx" ON "donations" USING btree ("partner_id","environment","partner_user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "donations_referral_code_idx" ON "donations" USING btree ("partner_id","environment","referral_code","created_at","id");