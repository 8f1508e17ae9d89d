ALTER TABLE "challenge" ADD COLUMN "activity_ids" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "streak" ADD COLUMN "activity_ids" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "challenge_log_period" ON "challenge_log" USING btree ("program_id","member_id","challenge_id","period_index","activity_at","id");--> statement-breakpoint
CREATE INDEX "challenge_activity_ids" ON "challenge" USING gin ("activity_ids");--> statement-breakpoint
CREATE INDEX "streak_log_period" ON "streak_log" USING btree ("program_id","member_id","streak_id","period_index","activity_at","id");--> statement-breakpoint
CREATE INDEX "streak_activity_ids" ON "streak" USING gin ("activity_ids");