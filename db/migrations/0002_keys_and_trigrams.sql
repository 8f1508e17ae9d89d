-- Lists search texts by their trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- Keys sort by bytes on every host, so that their indexes find what begins with a text.
ALTER TABLE "streak_log" ALTER COLUMN "activity_id" TYPE text COLLATE "C", ALTER COLUMN "unique_identifier" TYPE text COLLATE "C", ALTER COLUMN "period_key" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "challenge_log" ALTER COLUMN "activity_id" TYPE text COLLATE "C", ALTER COLUMN "unique_identifier" TYPE text COLLATE "C", ALTER COLUMN "period_key" TYPE text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "reward_log" ALTER COLUMN "unique_identifier" TYPE text COLLATE "C", ALTER COLUMN "period_key" TYPE text COLLATE "C";
