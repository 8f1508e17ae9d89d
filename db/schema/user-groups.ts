import { sql } from "drizzle-orm";
import { foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, programId, timestamps } from "./columns";
import { listIndexes, searchIndex } from "./list-indexes";
import { member } from "./members";
import { program } from "./programs";

export const userGroup = pgTable(
  "user_group",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    externalId: text("external_id"),
    deletedAt: instant("deleted_at"),
    ...timestamps(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    ...listIndexes("user_group", table, (t) => [t.createdAt, t.updatedAt, t.name, t.externalId]),
    searchIndex("user_group", table.name, table.externalId),
    uniqueIndex("user_group_external_id").on(table.programId, table.externalId).where(sql`${table.deletedAt} is null`),
    foreignKey({ columns: [table.programId], foreignColumns: [program.id] }),
  ],
);

/** Who is in a group. The key walks a group's members in the order of their ids, as account_streaks reads them. */
export const userGroupMember = pgTable(
  "user_group_member",
  {
    programId: programId(),
    userGroupId: uuid("user_group_id").notNull(),
    memberId: uuid("member_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.userGroupId, table.memberId] }),
    foreignKey({
      columns: [table.programId, table.userGroupId],
      foreignColumns: [userGroup.programId, userGroup.id],
      name: "user_group_member_group_fk",
    }),
    foreignKey({ columns: [table.programId, table.memberId], foreignColumns: [member.programId, member.id] }),
  ],
);
