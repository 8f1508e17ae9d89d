import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { challenge } from "./challenges";
import { amount, instant, programId, timestamps } from "./columns";
import { listIndexes } from "./list-indexes";
import { member } from "./members";

/** A window (lib/domain/challenge). `periodEndAt` is its period's own end; `endsAt` of the challenge may come earlier. */
export const challengeProgress = pgTable(
  "challenge_progress",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    challengeId: uuid("challenge_id").notNull(),
    memberId: uuid("member_id").notNull(),
    periodIndex: integer("period_index").notNull(),
    value: amount("value").notNull(),
    startedAt: instant("started_at").notNull(),
    latestAt: instant("latest_at").notNull(),
    latestZone: text("latest_zone").notNull(),
    completedAt: instant("completed_at"),
    periodEndAt: instant("period_end_at"),
    ...timestamps(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    ...listIndexes("challenge_progress", table, (t) => [t.createdAt, t.updatedAt, t.value, t.startedAt, t.completedAt]),
    uniqueIndex("challenge_progress_window").on(table.programId, table.challengeId, table.memberId, table.periodIndex),
    // Open or failed is derived from now and the challenge's end; this holds the windows it is told of.
    index("challenge_progress_unmet")
      .on(table.programId, table.createdAt, table.id)
      .where(sql`${table.completedAt} is null`),
    index("challenge_progress_member").on(table.programId, table.memberId, table.createdAt, table.id),
    foreignKey({ columns: [table.programId, table.challengeId], foreignColumns: [challenge.programId, challenge.id] }),
    foreignKey({ columns: [table.programId, table.memberId], foreignColumns: [member.programId, member.id] }),
  ],
);
