import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { WINDOW_PERIODS } from "@/lib/domain/period";
import { AGGREGATION_METHODS, STATUSES } from "@/lib/domain/record";
import { amount, instant, programId, timestamps, translations } from "./columns";
import { icon } from "./icons";
import { listIndexes, searchIndex } from "./list-indexes";
import { program } from "./programs";

export const challenge = pgTable(
  "challenge",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    status: text("status", { enum: STATUSES }).notNull(),
    aggregationMethod: text("aggregation_method", { enum: AGGREGATION_METHODS }).notNull(),
    aggregationPeriod: text("aggregation_period", { enum: WINDOW_PERIODS }).notNull(),
    completionTargetValue: amount("completion_target_value").notNull(),
    timeZone: text("time_zone"),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    /** Types of events that it takes in by itself (lib/services/events). */
    activityIds: text("activity_ids").array().notNull().default([]),
    eudTitle: text("eud_title"),
    eudDescription: text("eud_description"),
    eudIcon: uuid("eud_icon"),
    translations: translations(),
    deletedAt: instant("deleted_at"),
    ...timestamps(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    ...listIndexes("challenge", table, (t) => [
      t.createdAt,
      t.updatedAt,
      t.name,
      t.status,
      t.aggregationMethod,
      t.aggregationPeriod,
      t.completionTargetValue,
      t.startsAt,
      t.endsAt,
      t.eudTitle,
    ]),
    searchIndex("challenge", table.name, table.eudTitle),
    // An index of array elements cannot lead with the tenant.
    index("challenge_activity_ids").using("gin", table.activityIds),
    foreignKey({ columns: [table.programId], foreignColumns: [program.id] }),
    foreignKey({ columns: [table.programId, table.eudIcon], foreignColumns: [icon.programId, icon.id] }),
  ],
);
