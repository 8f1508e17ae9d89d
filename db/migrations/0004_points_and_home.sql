CREATE TABLE "reward_rule" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"event_type" text NOT NULL,
	"points" bigint NOT NULL,
	"status" text NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "reward_rule_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "user_group" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"external_id" text,
	"deleted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "user_group_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "user_group_member" (
	"program_id" uuid NOT NULL,
	"user_group_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "user_group_member_program_id_user_group_id_member_id_pk" PRIMARY KEY("program_id","user_group_id","member_id")
);
--> statement-breakpoint
DROP INDEX "ledger_entry_member";--> statement-breakpoint
-- By hand: entries that are there already are numbered in their order, which the append-only trigger would refuse.
ALTER TABLE "ledger_entry" ADD COLUMN "number" bigint;--> statement-breakpoint
ALTER TABLE "ledger_entry" DISABLE TRIGGER "ledger_entry_append_only";--> statement-breakpoint
UPDATE "ledger_entry" e SET "number" = o."number" FROM (
	SELECT "program_id", "id", row_number() OVER (PARTITION BY "program_id", "member_id" ORDER BY "created_at", "id") AS "number"
	FROM "ledger_entry") o WHERE o."program_id" = e."program_id" AND o."id" = e."id";--> statement-breakpoint
ALTER TABLE "ledger_entry" ENABLE TRIGGER "ledger_entry_append_only";--> statement-breakpoint
ALTER TABLE "ledger_entry" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "program" ADD COLUMN "widget_seen_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "reward_rule" ADD CONSTRAINT "reward_rule_program_id_program_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."program"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_group" ADD CONSTRAINT "user_group_program_id_program_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."program"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_group_member" ADD CONSTRAINT "user_group_member_group_fk" FOREIGN KEY ("program_id","user_group_id") REFERENCES "public"."user_group"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_group_member" ADD CONSTRAINT "user_group_member_program_id_member_id_member_program_id_id_fk" FOREIGN KEY ("program_id","member_id") REFERENCES "public"."member"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reward_rule_by_created_at" ON "reward_rule" USING btree ("program_id","created_at","id");--> statement-breakpoint
CREATE INDEX "reward_rule_by_updated_at" ON "reward_rule" USING btree ("program_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "reward_rule_by_event_type" ON "reward_rule" USING btree ("program_id","event_type","id");--> statement-breakpoint
CREATE INDEX "reward_rule_by_points" ON "reward_rule" USING btree ("program_id","points","id");--> statement-breakpoint
CREATE INDEX "reward_rule_by_status" ON "reward_rule" USING btree ("program_id","status","id");--> statement-breakpoint
CREATE INDEX "reward_rule_search" ON "reward_rule" USING gin ("event_type" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "reward_rule_event_type" ON "reward_rule" USING btree ("program_id","event_type") WHERE "reward_rule"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "user_group_by_created_at" ON "user_group" USING btree ("program_id","created_at","id");--> statement-breakpoint
CREATE INDEX "user_group_by_updated_at" ON "user_group" USING btree ("program_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "user_group_by_name" ON "user_group" USING btree ("program_id","name","id");--> statement-breakpoint
CREATE INDEX "user_group_by_external_id" ON "user_group" USING btree ("program_id","external_id","id");--> statement-breakpoint
CREATE INDEX "user_group_search" ON "user_group" USING gin ("name" gin_trgm_ops,"external_id" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "user_group_external_id" ON "user_group" USING btree ("program_id","external_id") WHERE "user_group"."deleted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entry_number" ON "ledger_entry" USING btree ("program_id","member_id","number");--> statement-breakpoint
CREATE INDEX "streak_progress_of_streak" ON "streak_progress" USING btree ("program_id","streak_id","breaks_at") WHERE "streak_progress"."completed_at" is null and "streak_progress"."next_first_index" is null;