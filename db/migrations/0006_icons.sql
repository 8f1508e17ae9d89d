CREATE TABLE "icon" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"content_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"byte_size" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "icon_program_id_id_pk" PRIMARY KEY("program_id","id"),
	CONSTRAINT "icon_content" UNIQUE("program_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "challenge" ADD COLUMN "eud_icon" uuid;--> statement-breakpoint
ALTER TABLE "milestone" ADD COLUMN "eud_icon" uuid;--> statement-breakpoint
ALTER TABLE "streak" ADD COLUMN "eud_icon" uuid;--> statement-breakpoint
ALTER TABLE "icon" ADD CONSTRAINT "icon_program_id_program_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."program"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_program_id_eud_icon_icon_program_id_id_fk" FOREIGN KEY ("program_id","eud_icon") REFERENCES "public"."icon"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_program_id_eud_icon_icon_program_id_id_fk" FOREIGN KEY ("program_id","eud_icon") REFERENCES "public"."icon"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streak" ADD CONSTRAINT "streak_program_id_eud_icon_icon_program_id_id_fk" FOREIGN KEY ("program_id","eud_icon") REFERENCES "public"."icon"("program_id","id") ON DELETE no action ON UPDATE no action;