import { integer, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { amount, instant, programId, timestamps } from "./columns";

/** What a log keeps, whatever its parent. `createdAt` is when it was received. */
export const activityColumns = () => ({
  programId: programId(),
  id: uuid("id").notNull(),
  memberId: uuid("member_id").notNull(),
  activityAt: instant("activity_at").notNull(),
  activityId: text("activity_id").notNull(),
  uniqueIdentifier: text("unique_identifier").notNull(),
  activityValue: amount("activity_value"),
  metadata: jsonb("metadata").$type<Record<string, unknown>>(),
  periodKey: text("period_key").notNull(),
  periodIndex: integer("period_index").notNull(),
  timeZone: text("time_zone").notNull(),
  ...timestamps(),
});
