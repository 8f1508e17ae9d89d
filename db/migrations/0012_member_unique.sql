DROP INDEX "auth_member_organization";--> statement-breakpoint
CREATE UNIQUE INDEX "auth_member_organization_user" ON "auth_member" USING btree ("organization_id","user_id");