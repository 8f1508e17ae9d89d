import { foreignKey, index, pgTable, primaryKey, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { activityColumns } from "./activity-columns";
import { listIndexes } from "./list-indexes";
import { member } from "./members";
import { streak } from "./streaks";

/** Append-only. The unique key carries exactly-once: one log for each parent and identifier. */
export const streakLog = pgTable(
  "streak_log",
  { ...activityColumns(), streakId: uuid("streak_id").notNull() },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    ...listIndexes("streak_log", table, (t) => [t.createdAt, t.activityAt, t.activityId, t.periodKey]),
    uniqueIndex("streak_log_identifier").on(table.programId, table.uniqueIdentifier, table.streakId),
    index("streak_log_parent").on(table.programId, table.streakId, table.createdAt, table.id),
    index("streak_log_member").on(table.programId, table.memberId, table.createdAt, table.id),
    // What a timeline shows of a period.
    index("streak_log_period").on(
      table.programId,
      table.memberId,
      table.streakId,
      table.periodIndex,
      table.activityAt,
      table.id,
    ),
    foreignKey({ columns: [table.programId, table.streakId], foreignColumns: [streak.programId, streak.id] }),
    foreignKey({ columns: [table.programId, table.memberId], foreignColumns: [member.programId, member.id] }),
  ],
);
