import { foreignKey, index, pgTable, primaryKey, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { activityColumns } from "./activity-columns";
import { member } from "./members";
import { streak } from "./streaks";

/** Append-only. The unique key carries exactly-once: one log for each parent and identifier. */
export const streakLog = pgTable(
  "streak_log",
  { ...activityColumns(), streakId: uuid("streak_id").notNull() },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    uniqueIndex("streak_log_identifier").on(table.programId, table.streakId, table.uniqueIdentifier),
    index("streak_log_created").on(table.programId, table.createdAt, table.id),
    index("streak_log_member").on(table.programId, table.memberId, table.createdAt, table.id),
    foreignKey({ columns: [table.programId, table.streakId], foreignColumns: [streak.programId, streak.id] }),
    foreignKey({ columns: [table.programId, table.memberId], foreignColumns: [member.programId, member.id] }),
  ],
);
