import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { amount, instant, programId, timestamps } from "./columns";
import { listIndexes } from "./list-indexes";
import { member } from "./members";
import { streak } from "./streaks";

/** The task of one member in one period: what its logs add up to. */
export const streakPeriod = pgTable(
  "streak_period",
  {
    programId: programId(),
    streakId: uuid("streak_id").notNull(),
    memberId: uuid("member_id").notNull(),
    periodIndex: integer("period_index").notNull(),
    value: amount("value").notNull(),
    firstAt: instant("first_at").notNull(),
    latestAt: instant("latest_at").notNull(),
    latestZone: text("latest_zone").notNull(),
    metAt: instant("met_at"),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.streakId, table.memberId, table.periodIndex] }),
    foreignKey({ columns: [table.programId, table.streakId], foreignColumns: [streak.programId, streak.id] }),
    foreignKey({ columns: [table.programId, table.memberId], foreignColumns: [member.programId, member.id] }),
  ],
);

/** A run (lib/domain/streak). Its status is derived from `completedAt`, `nextFirstIndex`, `breaksAt` and now. */
export const streakProgress = pgTable(
  "streak_progress",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    streakId: uuid("streak_id").notNull(),
    memberId: uuid("member_id").notNull(),
    firstIndex: integer("first_index").notNull(),
    length: integer("length").notNull(),
    startedAt: instant("started_at").notNull(),
    latestAt: instant("latest_at").notNull(),
    latestZone: text("latest_zone").notNull(),
    completedAt: instant("completed_at"),
    nextFirstIndex: integer("next_first_index"),
    nextStartedAt: instant("next_started_at"),
    breaksAt: instant("breaks_at"),
    /** Of a provisional run (length 0): not shown before, since the run before it is alive till then. */
    visibleFrom: instant("visible_from"),
    ...timestamps(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    ...listIndexes("streak_progress", table, (t) => [t.createdAt, t.updatedAt, t.length, t.startedAt, t.completedAt]),
    uniqueIndex("streak_progress_run")
      .on(table.programId, table.streakId, table.memberId, table.firstIndex)
      .where(sql`${table.length} > 0`),
    uniqueIndex("streak_progress_provisional")
      .on(table.programId, table.streakId, table.memberId)
      .where(sql`${table.length} = 0`),
    // The states are derived from now; these hold the few that each can be among.
    index("streak_progress_open")
      .on(table.programId, table.breaksAt)
      .where(sql`${table.completedAt} is null and ${table.nextFirstIndex} is null`),
    index("streak_progress_of_streak")
      .on(table.programId, table.streakId, table.breaksAt)
      .where(sql`${table.completedAt} is null and ${table.nextFirstIndex} is null`),
    index("streak_progress_closed")
      .on(table.programId, table.createdAt, table.id)
      .where(sql`${table.completedAt} is null and ${table.nextFirstIndex} is not null`),
    index("streak_progress_parent").on(table.programId, table.streakId, table.createdAt, table.id),
    index("streak_progress_member").on(table.programId, table.memberId, table.createdAt, table.id),
    foreignKey({ columns: [table.programId, table.streakId], foreignColumns: [streak.programId, streak.id] }),
    foreignKey({ columns: [table.programId, table.memberId], foreignColumns: [member.programId, member.id] }),
  ],
);

/** Records that a late log joined to an earlier one: they answer 404 `merged`. */
export const streakProgressMerge = pgTable(
  "streak_progress_merge",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    memberId: uuid("member_id").notNull(),
    intoId: uuid("into_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.programId, table.id] })],
);
