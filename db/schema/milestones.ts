import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { PARENT_SLUGS, STATUSES } from "@/lib/domain/record";
import { amount, instant, programId, timestamps, translations } from "./columns";
import { icon } from "./icons";
import { listIndexes, searchIndex } from "./list-indexes";
import { program } from "./programs";

/** A reward checkpoint. Its parent is a streak or a challenge, so no foreign key can name it: the service checks. */
export const milestone = pgTable(
  "milestone",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    linkedSchemaSlug: text("linked_schema_slug", { enum: PARENT_SLUGS }).notNull(),
    linkedSchemaRecordId: uuid("linked_schema_record_id").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    milestoneTargetValue: amount("milestone_target_value").notNull(),
    status: text("status", { enum: STATUSES }).notNull(),
    points: integer("points").notNull(),
    repeatable: boolean("repeatable").notNull(),
    eudTitle: text("eud_title"),
    eudDescription: text("eud_description"),
    eudIcon: uuid("eud_icon"),
    eudMilestoneRewardTitle: text("eud_milestone_reward_title"),
    eudMilestoneRewardInstructionMessage: text("eud_milestone_reward_instruction_message"),
    translations: translations(),
    deletedAt: instant("deleted_at"),
    ...timestamps(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    ...listIndexes("milestone", table, (t) => [
      t.createdAt,
      t.updatedAt,
      t.linkedSchemaSlug,
      t.linkedSchemaRecordId,
      t.name,
      t.milestoneTargetValue,
      t.status,
      t.points,
      t.repeatable,
      t.eudTitle,
    ]),
    searchIndex("milestone", table.name, table.eudTitle),
    index("milestone_parent").on(table.programId, table.linkedSchemaRecordId, table.milestoneTargetValue),
    foreignKey({ columns: [table.programId], foreignColumns: [program.id] }),
    foreignKey({ columns: [table.programId, table.eudIcon], foreignColumns: [icon.programId, icon.id] }),
  ],
);
