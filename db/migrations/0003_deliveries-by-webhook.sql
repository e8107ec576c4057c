DROP INDEX "deliveries_due_idx";--> statement-breakpoint
CREATE INDEX "deliveries_in_flight_idx" ON "deliveries" USING btree ("webhook_id") WHERE leased_until is not null;--> statement-breakpoint
CREATE INDEX "deliveries_due_idx" ON "deliveries" USING btree ("webhook_id","next_attempt_at") WHERE status = 'PENDING';