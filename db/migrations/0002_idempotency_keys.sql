CREATE TABLE "idempotency_key" (
	"program_id" uuid NOT NULL,
	"api_key_id" uuid NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"holder" uuid NOT NULL,
	"leased_until" timestamp(3) with time zone NOT NULL,
	"status" integer,
	"content_type" text,
	"body" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idempotency_key_program_id_api_key_id_key_pk" PRIMARY KEY("program_id","api_key_id","key")
);
--> statement-breakpoint
CREATE INDEX "idempotency_key_expiry" ON "idempotency_key" USING btree ("program_id","expires_at");