import { foreignKey, index, pgTable, primaryKey, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { activityColumns } from "./activity-columns";
import { challenge } from "./challenges";
import { listIndexes } from "./list-indexes";
import { member } from "./members";

/** Append-only. The unique key carries exactly-once: one log for each parent and identifier. */
export const challengeLog = pgTable(
  "challenge_log",
  { ...activityColumns(), challengeId: uuid("challenge_id").notNull() },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    ...listIndexes("challenge_log", table, (t) => [t.createdAt, t.activityAt, t.activityId, t.periodKey]),
    uniqueIndex("challenge_log_identifier").on(table.programId, table.uniqueIdentifier, table.challengeId),
    index("challenge_log_parent").on(table.programId, table.challengeId, table.createdAt, table.id),
    index("challenge_log_member").on(table.programId, table.memberId, table.createdAt, table.id),
    // What a timeline shows of a period.
    index("challenge_log_period").on(
      table.programId,
      table.memberId,
      table.challengeId,
      table.periodIndex,
      table.activityAt,
      table.id,
    ),
    foreignKey({ columns: [table.programId, table.challengeId], foreignColumns: [challenge.programId, challenge.id] }),
    foreignKey({ columns: [table.programId, table.memberId], foreignColumns: [member.programId, member.id] }),
  ],
);
