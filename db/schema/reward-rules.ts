import { sql } from "drizzle-orm";
import { bigint, foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { STATUSES } from "@/lib/domain/record";
import { instant, programId, timestamps } from "./columns";
import { listIndexes, searchIndex } from "./list-indexes";
import { program } from "./programs";

/** What one event of a type is worth in points. */
export const rewardRule = pgTable(
  "reward_rule",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    eventType: text("event_type").notNull(),
    points: bigint("points", { mode: "number" }).notNull(),
    status: text("status", { enum: STATUSES }).notNull(),
    deletedAt: instant("deleted_at"),
    ...timestamps(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    ...listIndexes("reward_rule", table, (t) => [t.createdAt, t.updatedAt, t.eventType, t.points, t.status]),
    searchIndex("reward_rule", table.eventType),
    uniqueIndex("reward_rule_event_type").on(table.programId, table.eventType).where(sql`${table.deletedAt} is null`),
    foreignKey({ columns: [table.programId], foreignColumns: [program.id] }),
  ],
);
