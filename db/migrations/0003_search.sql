CREATE INDEX "challenge_search" ON "challenge" USING gin ("name" gin_trgm_ops,"eud_title" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "member_search" ON "member" USING gin ("external_id" gin_trgm_ops,"first_name" gin_trgm_ops,"last_name" gin_trgm_ops,"display_name" gin_trgm_ops,"email" gin_trgm_ops,"phone_number" gin_trgm_ops,"wallet_address" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "milestone_search" ON "milestone" USING gin ("name" gin_trgm_ops,"eud_title" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "reward_log_search" ON "reward_log" USING gin ("coupon_code" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "streak_progress_parent" ON "streak_progress" USING btree ("program_id","streak_id","created_at","id");--> statement-breakpoint
CREATE INDEX "streak_search" ON "streak" USING gin ("name" gin_trgm_ops,"eud_title" gin_trgm_ops);