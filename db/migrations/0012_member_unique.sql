-- A race of two invites could make somebody a member twice: the first membership stays.
DELETE FROM "auth_member" "later" USING "auth_member" "first" WHERE "later"."organization_id" = "first"."organization_id"
	AND "later"."user_id" = "first"."user_id" AND ("later"."created_at", "later"."id") > ("first"."created_at", "first"."id");--> statement-breakpoint
DROP INDEX "auth_member_organization";--> statement-breakpoint
CREATE UNIQUE INDEX "auth_member_organization_user" ON "auth_member" USING btree ("organization_id","user_id");