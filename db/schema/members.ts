import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { STATUSES } from "@/lib/domain/record";
import { instant, programId, timestamps } from "./columns";
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
    uniqueIndex("member_external_id").on(table.programId, table.externalId).where(sql`${table.deletedAt} is null`),
    uniqueIndex("member_wallet")
      .on(table.programId, sql`lower(${table.walletAddress})`)
      .where(sql`${table.deletedAt} is null`),
    index("member_created").on(table.programId, table.createdAt, table.id),
    index("member_email").on(table.programId, table.email),
    foreignKey({ columns: [table.programId], foreignColumns: [program.id] }),
  ],
);
