CREATE INDEX "member_external_id_prefix" ON "member" USING btree ("program_id",lower("external_id") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "member_display_name_prefix" ON "member" USING btree ("program_id",lower("display_name") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "member_email_prefix" ON "member" USING btree ("program_id",lower("email") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "reward_log_coupon_code_prefix" ON "reward_log" USING btree ("program_id",lower("coupon_code") text_pattern_ops);