CREATE TABLE "invite" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"role" text NOT NULL,
	"note" text,
	"token_hash" text NOT NULL,
	"created_by_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"revoked_at" timestamp(3) with time zone,
	"accepted_at" timestamp(3) with time zone,
	"accepted_by_id" uuid,
	CONSTRAINT "invite_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
DROP INDEX "audit_entry_record";--> statement-breakpoint
ALTER TABLE "invite" ADD CONSTRAINT "invite_program_id_program_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."program"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invite_token" ON "invite" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invite_organization" ON "invite" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_entry_actor" ON "audit_entry" USING btree ("program_id","actor_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_entry_record" ON "audit_entry" USING btree ("program_id","record_id","created_at","id");