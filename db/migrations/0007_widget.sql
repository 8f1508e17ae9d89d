ALTER TABLE "program" ADD COLUMN "widget_theme" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "reward_log" ADD COLUMN "celebrated_at" timestamp(3) with time zone;