CREATE TABLE "api_key" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text NOT NULL,
	"last_four" text NOT NULL,
	"scopes" text[] NOT NULL,
	"last_used_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "api_key_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"slug" text NOT NULL,
	"record_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"request_id" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "audit_entry_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth_account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text,
	"status" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"inviter_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_organization" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"logo" text,
	"metadata" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "auth_organization_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"active_organization_id" uuid,
	"impersonated_by" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "auth_session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text,
	"banned" boolean DEFAULT false,
	"ban_reason" text,
	"ban_expires" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "auth_user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "challenge_log" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"activity_at" timestamp(3) with time zone NOT NULL,
	"activity_id" text NOT NULL,
	"unique_identifier" text NOT NULL,
	"activity_value" numeric(40, 6),
	"metadata" jsonb,
	"period_key" text NOT NULL,
	"period_index" integer NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"challenge_id" uuid NOT NULL,
	CONSTRAINT "challenge_log_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "challenge_progress" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"period_index" integer NOT NULL,
	"value" numeric(40, 6) NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"latest_at" timestamp(3) with time zone NOT NULL,
	"latest_zone" text NOT NULL,
	"completed_at" timestamp(3) with time zone,
	"period_end_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "challenge_progress_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "challenge" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"status" text NOT NULL,
	"aggregation_method" text NOT NULL,
	"aggregation_period" text NOT NULL,
	"completion_target_value" numeric(40, 6) NOT NULL,
	"time_zone" text,
	"starts_at" timestamp(3) with time zone,
	"ends_at" timestamp(3) with time zone,
	"eud_title" text,
	"eud_description" text,
	"translations" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "challenge_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
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
CREATE TABLE "ledger_entry" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"event_type" text NOT NULL,
	"points" bigint NOT NULL,
	"balance_after" bigint NOT NULL,
	"reference" text,
	"metadata" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "ledger_entry_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"first_name" text,
	"last_name" text,
	"display_name" text,
	"email" text,
	"phone_number" text,
	"wallet_address" text,
	"status" text NOT NULL,
	"time_zone" text,
	"language_code" text,
	"metadata" jsonb,
	"points_balance" bigint NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "member_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "milestone" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"linked_schema_slug" text NOT NULL,
	"linked_schema_record_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"milestone_target_value" numeric(40, 6) NOT NULL,
	"status" text NOT NULL,
	"points" integer NOT NULL,
	"repeatable" boolean NOT NULL,
	"eud_title" text,
	"eud_description" text,
	"eud_milestone_reward_title" text,
	"eud_milestone_reward_instruction_message" text,
	"translations" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "milestone_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "program" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"pair_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"name" text NOT NULL,
	"time_zone" text,
	"default_language" text NOT NULL,
	"languages" text[] NOT NULL,
	"allowed_origins" text[] NOT NULL,
	"widget_secret" text NOT NULL,
	"cursor_secret" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reward_log" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"linked_schema_slug" text NOT NULL,
	"linked_schema_record_id" uuid NOT NULL,
	"milestone_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"period_key" text NOT NULL,
	"unique_identifier" text NOT NULL,
	"once" boolean NOT NULL,
	"coupon_code" text,
	"reward_issued_at" timestamp(3) with time zone,
	"reward_expiry_at" timestamp(3) with time zone,
	"reward_redeemed_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "reward_log_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "streak_log" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"activity_at" timestamp(3) with time zone NOT NULL,
	"activity_id" text NOT NULL,
	"unique_identifier" text NOT NULL,
	"activity_value" numeric(40, 6),
	"metadata" jsonb,
	"period_key" text NOT NULL,
	"period_index" integer NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"streak_id" uuid NOT NULL,
	CONSTRAINT "streak_log_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "streak_period" (
	"program_id" uuid NOT NULL,
	"streak_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"period_index" integer NOT NULL,
	"value" numeric(40, 6) NOT NULL,
	"first_at" timestamp(3) with time zone NOT NULL,
	"latest_at" timestamp(3) with time zone NOT NULL,
	"latest_zone" text NOT NULL,
	"met_at" timestamp(3) with time zone,
	CONSTRAINT "streak_period_program_id_streak_id_member_id_period_index_pk" PRIMARY KEY("program_id","streak_id","member_id","period_index")
);
--> statement-breakpoint
CREATE TABLE "streak_progress" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"streak_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"first_index" integer NOT NULL,
	"length" integer NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"latest_at" timestamp(3) with time zone NOT NULL,
	"latest_zone" text NOT NULL,
	"completed_at" timestamp(3) with time zone,
	"next_first_index" integer,
	"next_started_at" timestamp(3) with time zone,
	"breaks_at" timestamp(3) with time zone,
	"visible_from" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "streak_progress_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "streak_progress_merge" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "streak_progress_merge_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
CREATE TABLE "streak" (
	"program_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"status" text NOT NULL,
	"aggregation_method" text NOT NULL,
	"aggregation_period" text NOT NULL,
	"aggregation_target_value" numeric(40, 6) NOT NULL,
	"completion_target_value" integer NOT NULL,
	"time_zone" text,
	"starts_at" timestamp(3) with time zone,
	"ends_at" timestamp(3) with time zone,
	"eud_title" text,
	"eud_description" text,
	"translations" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "streak_program_id_id_pk" PRIMARY KEY("program_id","id")
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_program_id_program_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."program"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_invitation" ADD CONSTRAINT "auth_invitation_organization_id_auth_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."auth_organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_invitation" ADD CONSTRAINT "auth_invitation_inviter_id_auth_user_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_member" ADD CONSTRAINT "auth_member_organization_id_auth_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."auth_organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_member" ADD CONSTRAINT "auth_member_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_log" ADD CONSTRAINT "challenge_log_program_id_challenge_id_challenge_program_id_id_fk" FOREIGN KEY ("program_id","challenge_id") REFERENCES "public"."challenge"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_log" ADD CONSTRAINT "challenge_log_program_id_member_id_member_program_id_id_fk" FOREIGN KEY ("program_id","member_id") REFERENCES "public"."member"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_progress" ADD CONSTRAINT "challenge_progress_program_id_challenge_id_challenge_program_id_id_fk" FOREIGN KEY ("program_id","challenge_id") REFERENCES "public"."challenge"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_progress" ADD CONSTRAINT "challenge_progress_program_id_member_id_member_program_id_id_fk" FOREIGN KEY ("program_id","member_id") REFERENCES "public"."member"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_program_id_program_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."program"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_program_id_member_id_member_program_id_id_fk" FOREIGN KEY ("program_id","member_id") REFERENCES "public"."member"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_program_id_program_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."program"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_program_id_program_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."program"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "program" ADD CONSTRAINT "program_organization_id_auth_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."auth_organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_log" ADD CONSTRAINT "reward_log_program_id_milestone_id_milestone_program_id_id_fk" FOREIGN KEY ("program_id","milestone_id") REFERENCES "public"."milestone"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reward_log" ADD CONSTRAINT "reward_log_program_id_member_id_member_program_id_id_fk" FOREIGN KEY ("program_id","member_id") REFERENCES "public"."member"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streak_log" ADD CONSTRAINT "streak_log_program_id_streak_id_streak_program_id_id_fk" FOREIGN KEY ("program_id","streak_id") REFERENCES "public"."streak"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streak_log" ADD CONSTRAINT "streak_log_program_id_member_id_member_program_id_id_fk" FOREIGN KEY ("program_id","member_id") REFERENCES "public"."member"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streak_period" ADD CONSTRAINT "streak_period_program_id_streak_id_streak_program_id_id_fk" FOREIGN KEY ("program_id","streak_id") REFERENCES "public"."streak"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streak_period" ADD CONSTRAINT "streak_period_program_id_member_id_member_program_id_id_fk" FOREIGN KEY ("program_id","member_id") REFERENCES "public"."member"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streak_progress" ADD CONSTRAINT "streak_progress_program_id_streak_id_streak_program_id_id_fk" FOREIGN KEY ("program_id","streak_id") REFERENCES "public"."streak"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streak_progress" ADD CONSTRAINT "streak_progress_program_id_member_id_member_program_id_id_fk" FOREIGN KEY ("program_id","member_id") REFERENCES "public"."member"("program_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "streak" ADD CONSTRAINT "streak_program_id_program_id_fk" FOREIGN KEY ("program_id") REFERENCES "public"."program"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_key_hash" ON "api_key" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "audit_entry_created" ON "audit_entry" USING btree ("program_id","created_at","id");--> statement-breakpoint
CREATE INDEX "audit_entry_record" ON "audit_entry" USING btree ("program_id","record_id","created_at");--> statement-breakpoint
CREATE INDEX "auth_account_user" ON "auth_account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_invitation_organization" ON "auth_invitation" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "auth_member_user" ON "auth_member" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_member_organization" ON "auth_member" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "auth_session_user" ON "auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_verification_identifier" ON "auth_verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "challenge_log_by_created_at" ON "challenge_log" USING btree ("program_id","created_at","id");--> statement-breakpoint
CREATE INDEX "challenge_log_by_activity_at" ON "challenge_log" USING btree ("program_id","activity_at","id");--> statement-breakpoint
CREATE INDEX "challenge_log_by_activity_id" ON "challenge_log" USING btree ("program_id","activity_id","id");--> statement-breakpoint
CREATE INDEX "challenge_log_by_period_key" ON "challenge_log" USING btree ("program_id","period_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "challenge_log_identifier" ON "challenge_log" USING btree ("program_id","unique_identifier","challenge_id");--> statement-breakpoint
CREATE INDEX "challenge_log_parent" ON "challenge_log" USING btree ("program_id","challenge_id","created_at","id");--> statement-breakpoint
CREATE INDEX "challenge_log_member" ON "challenge_log" USING btree ("program_id","member_id","created_at","id");--> statement-breakpoint
CREATE INDEX "challenge_progress_by_created_at" ON "challenge_progress" USING btree ("program_id","created_at","id");--> statement-breakpoint
CREATE INDEX "challenge_progress_by_updated_at" ON "challenge_progress" USING btree ("program_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "challenge_progress_by_value" ON "challenge_progress" USING btree ("program_id","value","id");--> statement-breakpoint
CREATE INDEX "challenge_progress_by_started_at" ON "challenge_progress" USING btree ("program_id","started_at","id");--> statement-breakpoint
CREATE INDEX "challenge_progress_by_completed_at" ON "challenge_progress" USING btree ("program_id","completed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "challenge_progress_window" ON "challenge_progress" USING btree ("program_id","challenge_id","member_id","period_index");--> statement-breakpoint
CREATE INDEX "challenge_progress_unmet" ON "challenge_progress" USING btree ("program_id","created_at","id") WHERE "challenge_progress"."completed_at" is null;--> statement-breakpoint
CREATE INDEX "challenge_progress_member" ON "challenge_progress" USING btree ("program_id","member_id","created_at","id");--> statement-breakpoint
CREATE INDEX "challenge_by_created_at" ON "challenge" USING btree ("program_id","created_at","id");--> statement-breakpoint
CREATE INDEX "challenge_by_updated_at" ON "challenge" USING btree ("program_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "challenge_by_name" ON "challenge" USING btree ("program_id","name","id");--> statement-breakpoint
CREATE INDEX "challenge_by_status" ON "challenge" USING btree ("program_id","status","id");--> statement-breakpoint
CREATE INDEX "challenge_by_aggregation_method" ON "challenge" USING btree ("program_id","aggregation_method","id");--> statement-breakpoint
CREATE INDEX "challenge_by_aggregation_period" ON "challenge" USING btree ("program_id","aggregation_period","id");--> statement-breakpoint
CREATE INDEX "challenge_by_completion_target_value" ON "challenge" USING btree ("program_id","completion_target_value","id");--> statement-breakpoint
CREATE INDEX "challenge_by_starts_at" ON "challenge" USING btree ("program_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "challenge_by_ends_at" ON "challenge" USING btree ("program_id","ends_at","id");--> statement-breakpoint
CREATE INDEX "challenge_by_eud_title" ON "challenge" USING btree ("program_id","eud_title","id");--> statement-breakpoint
CREATE INDEX "idempotency_key_expiry" ON "idempotency_key" USING btree ("program_id","expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entry_reference" ON "ledger_entry" USING btree ("program_id","event_type","reference") WHERE "ledger_entry"."reference" is not null;--> statement-breakpoint
CREATE INDEX "ledger_entry_member" ON "ledger_entry" USING btree ("program_id","member_id","created_at","id");--> statement-breakpoint
CREATE INDEX "member_by_created_at" ON "member" USING btree ("program_id","created_at","id");--> statement-breakpoint
CREATE INDEX "member_by_updated_at" ON "member" USING btree ("program_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "member_by_external_id" ON "member" USING btree ("program_id","external_id","id");--> statement-breakpoint
CREATE INDEX "member_by_first_name" ON "member" USING btree ("program_id","first_name","id");--> statement-breakpoint
CREATE INDEX "member_by_last_name" ON "member" USING btree ("program_id","last_name","id");--> statement-breakpoint
CREATE INDEX "member_by_display_name" ON "member" USING btree ("program_id","display_name","id");--> statement-breakpoint
CREATE INDEX "member_by_email" ON "member" USING btree ("program_id","email","id");--> statement-breakpoint
CREATE INDEX "member_by_phone_number" ON "member" USING btree ("program_id","phone_number","id");--> statement-breakpoint
CREATE INDEX "member_by_wallet_address" ON "member" USING btree ("program_id","wallet_address","id");--> statement-breakpoint
CREATE INDEX "member_by_status" ON "member" USING btree ("program_id","status","id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_external_id" ON "member" USING btree ("program_id","external_id") WHERE "member"."deleted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "member_wallet" ON "member" USING btree ("program_id",lower("wallet_address")) WHERE "member"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "milestone_by_created_at" ON "milestone" USING btree ("program_id","created_at","id");--> statement-breakpoint
CREATE INDEX "milestone_by_updated_at" ON "milestone" USING btree ("program_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "milestone_by_linked_schema_slug" ON "milestone" USING btree ("program_id","linked_schema_slug","id");--> statement-breakpoint
CREATE INDEX "milestone_by_linked_schema_record_id" ON "milestone" USING btree ("program_id","linked_schema_record_id","id");--> statement-breakpoint
CREATE INDEX "milestone_by_name" ON "milestone" USING btree ("program_id","name","id");--> statement-breakpoint
CREATE INDEX "milestone_by_milestone_target_value" ON "milestone" USING btree ("program_id","milestone_target_value","id");--> statement-breakpoint
CREATE INDEX "milestone_by_status" ON "milestone" USING btree ("program_id","status","id");--> statement-breakpoint
CREATE INDEX "milestone_by_points" ON "milestone" USING btree ("program_id","points","id");--> statement-breakpoint
CREATE INDEX "milestone_by_repeatable" ON "milestone" USING btree ("program_id","repeatable","id");--> statement-breakpoint
CREATE INDEX "milestone_by_eud_title" ON "milestone" USING btree ("program_id","eud_title","id");--> statement-breakpoint
CREATE INDEX "milestone_parent" ON "milestone" USING btree ("program_id","linked_schema_record_id","milestone_target_value");--> statement-breakpoint
CREATE INDEX "program_organization" ON "program" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "reward_log_by_created_at" ON "reward_log" USING btree ("program_id","created_at","id");--> statement-breakpoint
CREATE INDEX "reward_log_by_updated_at" ON "reward_log" USING btree ("program_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "reward_log_by_linked_schema_slug" ON "reward_log" USING btree ("program_id","linked_schema_slug","id");--> statement-breakpoint
CREATE INDEX "reward_log_by_linked_schema_record_id" ON "reward_log" USING btree ("program_id","linked_schema_record_id","id");--> statement-breakpoint
CREATE INDEX "reward_log_by_milestone_id" ON "reward_log" USING btree ("program_id","milestone_id","id");--> statement-breakpoint
CREATE INDEX "reward_log_by_period_key" ON "reward_log" USING btree ("program_id","period_key","id");--> statement-breakpoint
CREATE INDEX "reward_log_by_unique_identifier" ON "reward_log" USING btree ("program_id","unique_identifier","id");--> statement-breakpoint
CREATE INDEX "reward_log_by_coupon_code" ON "reward_log" USING btree ("program_id","coupon_code","id");--> statement-breakpoint
CREATE INDEX "reward_log_by_reward_issued_at" ON "reward_log" USING btree ("program_id","reward_issued_at","id");--> statement-breakpoint
CREATE INDEX "reward_log_by_reward_expiry_at" ON "reward_log" USING btree ("program_id","reward_expiry_at","id");--> statement-breakpoint
CREATE INDEX "reward_log_by_reward_redeemed_at" ON "reward_log" USING btree ("program_id","reward_redeemed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reward_log_period" ON "reward_log" USING btree ("program_id","milestone_id","member_id","period_key");--> statement-breakpoint
CREATE UNIQUE INDEX "reward_log_once" ON "reward_log" USING btree ("program_id","milestone_id","member_id") WHERE "reward_log"."once";--> statement-breakpoint
CREATE INDEX "reward_log_waiting" ON "reward_log" USING btree ("program_id","created_at","id") WHERE "reward_log"."reward_redeemed_at" is null and "reward_log"."reward_issued_at" is null;--> statement-breakpoint
CREATE INDEX "reward_log_usable" ON "reward_log" USING btree ("program_id","created_at","id") WHERE "reward_log"."reward_redeemed_at" is null and "reward_log"."reward_issued_at" is not null;--> statement-breakpoint
CREATE INDEX "reward_log_member" ON "reward_log" USING btree ("program_id","member_id","created_at","id");--> statement-breakpoint
CREATE INDEX "streak_log_by_created_at" ON "streak_log" USING btree ("program_id","created_at","id");--> statement-breakpoint
CREATE INDEX "streak_log_by_activity_at" ON "streak_log" USING btree ("program_id","activity_at","id");--> statement-breakpoint
CREATE INDEX "streak_log_by_activity_id" ON "streak_log" USING btree ("program_id","activity_id","id");--> statement-breakpoint
CREATE INDEX "streak_log_by_period_key" ON "streak_log" USING btree ("program_id","period_key","id");--> statement-breakpoint
CREATE UNIQUE INDEX "streak_log_identifier" ON "streak_log" USING btree ("program_id","unique_identifier","streak_id");--> statement-breakpoint
CREATE INDEX "streak_log_parent" ON "streak_log" USING btree ("program_id","streak_id","created_at","id");--> statement-breakpoint
CREATE INDEX "streak_log_member" ON "streak_log" USING btree ("program_id","member_id","created_at","id");--> statement-breakpoint
CREATE INDEX "streak_progress_by_created_at" ON "streak_progress" USING btree ("program_id","created_at","id");--> statement-breakpoint
CREATE INDEX "streak_progress_by_updated_at" ON "streak_progress" USING btree ("program_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "streak_progress_by_length" ON "streak_progress" USING btree ("program_id","length","id");--> statement-breakpoint
CREATE INDEX "streak_progress_by_started_at" ON "streak_progress" USING btree ("program_id","started_at","id");--> statement-breakpoint
CREATE INDEX "streak_progress_by_completed_at" ON "streak_progress" USING btree ("program_id","completed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "streak_progress_run" ON "streak_progress" USING btree ("program_id","streak_id","member_id","first_index") WHERE "streak_progress"."length" > 0;--> statement-breakpoint
CREATE UNIQUE INDEX "streak_progress_provisional" ON "streak_progress" USING btree ("program_id","streak_id","member_id") WHERE "streak_progress"."length" = 0;--> statement-breakpoint
CREATE INDEX "streak_progress_open" ON "streak_progress" USING btree ("program_id","breaks_at") WHERE "streak_progress"."completed_at" is null and "streak_progress"."next_first_index" is null;--> statement-breakpoint
CREATE INDEX "streak_progress_closed" ON "streak_progress" USING btree ("program_id","created_at","id") WHERE "streak_progress"."completed_at" is null and "streak_progress"."next_first_index" is not null;--> statement-breakpoint
CREATE INDEX "streak_progress_member" ON "streak_progress" USING btree ("program_id","member_id","created_at","id");--> statement-breakpoint
CREATE INDEX "streak_by_created_at" ON "streak" USING btree ("program_id","created_at","id");--> statement-breakpoint
CREATE INDEX "streak_by_updated_at" ON "streak" USING btree ("program_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "streak_by_name" ON "streak" USING btree ("program_id","name","id");--> statement-breakpoint
CREATE INDEX "streak_by_status" ON "streak" USING btree ("program_id","status","id");--> statement-breakpoint
CREATE INDEX "streak_by_aggregation_method" ON "streak" USING btree ("program_id","aggregation_method","id");--> statement-breakpoint
CREATE INDEX "streak_by_aggregation_period" ON "streak" USING btree ("program_id","aggregation_period","id");--> statement-breakpoint
CREATE INDEX "streak_by_aggregation_target_value" ON "streak" USING btree ("program_id","aggregation_target_value","id");--> statement-breakpoint
CREATE INDEX "streak_by_completion_target_value" ON "streak" USING btree ("program_id","completion_target_value","id");--> statement-breakpoint
CREATE INDEX "streak_by_starts_at" ON "streak" USING btree ("program_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "streak_by_ends_at" ON "streak" USING btree ("program_id","ends_at","id");--> statement-breakpoint
CREATE INDEX "streak_by_eud_title" ON "streak" USING btree ("program_id","eud_title","id");