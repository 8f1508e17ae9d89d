import { sql } from "drizzle-orm";
import { bigint, foreignKey, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { STATUSES } from "@/lib/domain/record";
import { instant, programId, timestamps } from "./columns";
import { listIndexes, prefixIndex, searchIndex } from "./list-indexes";
import { program } from "./programs";

export const member = pgTable(
  "member",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    externalId: text("external_id").notNull(),
    firstName: text("first_name"),
    lastName: text("last_name"),
    displayName: text("display_name"),
    email: text("email"),
    phoneNumber: text("phone_number"),
    walletAddress: text("wallet_address"),
    status: text("status", { enum: STATUSES }).notNull(),
    timeZone: text("time_zone"),
    languageCode: text("language_code"),
    metadata: jsonb("metadata").$type<Record<string, unknown>>(),
    pointsBalance: bigint("points_balance", { mode: "number" }).notNull(),
    deletedAt: instant("deleted_at"),
    ...timestamps(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    ...listIndexes("member", table, (t) => [
      t.createdAt,
      t.updatedAt,
      t.externalId,
      t.firstName,
      t.lastName,
      t.displayName,
      t.email,
      t.phoneNumber,
      t.walletAddress,
      t.status,
    ]),
    searchIndex(
      "member",
      table.externalId,
      table.firstName,
      table.lastName,
      table.displayName,
      table.email,
      table.phoneNumber,
      table.walletAddress,
    ),
    uniqueIndex("member_external_id").on(table.programId, table.externalId).where(sql`${table.deletedAt} is null`),
    uniqueIndex("member_wallet")
      .on(table.programId, sql`lower(${table.walletAddress})`)
      .where(sql`${table.deletedAt} is null`),
    prefixIndex("member_external_id_prefix", table.programId, table.externalId),
    prefixIndex("member_display_name_prefix", table.programId, table.displayName),
    prefixIndex("member_email_prefix", table.programId, table.email),
    foreignKey({ columns: [table.programId], foreignColumns: [program.id] }),
  ],
);
