import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { PARENT_SLUGS } from "@/lib/domain/record";
import { instant, programId, timestamps } from "./columns";
import { listIndexes, prefixIndex, searchIndex } from "./list-indexes";
import { member } from "./members";
import { milestone } from "./milestones";

/** The reward that one member earned at one milestone in one period: once, by its unique keys. */
export const rewardLog = pgTable(
  "reward_log",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    linkedSchemaSlug: text("linked_schema_slug", { enum: PARENT_SLUGS }).notNull(),
    linkedSchemaRecordId: uuid("linked_schema_record_id").notNull(),
    milestoneId: uuid("milestone_id").notNull(),
    memberId: uuid("member_id").notNull(),
    periodKey: text("period_key").notNull(),
    uniqueIdentifier: text("unique_identifier").notNull(),
    /** The milestone paid once per member, ever, when this was earned. */
    once: boolean("once").notNull(),
    couponCode: text("coupon_code"),
    rewardIssuedAt: instant("reward_issued_at"),
    rewardExpiryAt: instant("reward_expiry_at"),
    rewardRedeemedAt: instant("reward_redeemed_at"),
    ...timestamps(),
    /** When the widget celebrated it with the member: once, ever. */
    celebratedAt: instant("celebrated_at"),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    ...listIndexes("reward_log", table, (t) => [
      t.createdAt,
      t.updatedAt,
      t.linkedSchemaSlug,
      t.linkedSchemaRecordId,
      t.milestoneId,
      t.periodKey,
      t.uniqueIdentifier,
      t.couponCode,
      t.rewardIssuedAt,
      t.rewardExpiryAt,
      t.rewardRedeemedAt,
    ]),
    searchIndex("reward_log", table.couponCode),
    uniqueIndex("reward_log_period").on(table.programId, table.milestoneId, table.memberId, table.periodKey),
    uniqueIndex("reward_log_once").on(table.programId, table.milestoneId, table.memberId).where(sql`${table.once}`),
    // The states are derived from now; these hold the few that each can be among.
    index("reward_log_waiting")
      .on(table.programId, table.createdAt, table.id)
      .where(sql`${table.rewardRedeemedAt} is null and ${table.rewardIssuedAt} is null`),
    index("reward_log_usable")
      .on(table.programId, table.createdAt, table.id)
      .where(sql`${table.rewardRedeemedAt} is null and ${table.rewardIssuedAt} is not null`),
    index("reward_log_member").on(table.programId, table.memberId, table.createdAt, table.id),
    prefixIndex("reward_log_coupon_code_prefix", table.programId, table.couponCode),
    foreignKey({ columns: [table.programId, table.milestoneId], foreignColumns: [milestone.programId, milestone.id] }),
    foreignKey({ columns: [table.programId, table.memberId], foreignColumns: [member.programId, member.id] }),
  ],
);
