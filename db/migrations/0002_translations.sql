ALTER TABLE "challenge" ADD COLUMN "translations" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "milestone" ADD COLUMN "translations" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "streak" ADD COLUMN "translations" jsonb DEFAULT '{}'::jsonb NOT NULL;