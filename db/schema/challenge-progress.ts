import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { challenge } from "./challenges";
import { amount, instant, programId, timestamps } from "./columns";
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
    uniqueIndex("challenge_progress_window").on(table.programId, table.challengeId, table.memberId, table.periodIndex),
    index("challenge_progress_created").on(table.programId, table.createdAt, table.id),
    index("challenge_progress_member").on(table.programId, table.memberId, table.createdAt, table.id),
    foreignKey({ columns: [table.programId, table.challengeId], foreignColumns: [challenge.programId, challenge.id] }),
    foreignKey({ columns: [table.programId, table.memberId], foreignColumns: [member.programId, member.id] }),
  ],
);
