import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, programId } from "./columns";
import { member } from "./members";

/** Points, signed, append-only (a trigger refuses changes). A member's balance is the sum of its entries, always. */
export const ledgerEntry = pgTable(
  "ledger_entry",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    memberId: uuid("member_id").notNull(),
    eventType: text("event_type").notNull(),
    points: bigint("points", { mode: "number" }).notNull(),
    balanceAfter: bigint("balance_after", { mode: "number" }).notNull(),
    reference: text("reference"),
    metadata: jsonb("metadata").$type<Record<string, unknown>>(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    uniqueIndex("ledger_entry_reference")
      .on(table.programId, table.eventType, table.reference)
      .where(sql`${table.reference} is not null`),
    index("ledger_entry_member").on(table.programId, table.memberId, table.createdAt, table.id),
    foreignKey({ columns: [table.programId, table.memberId], foreignColumns: [member.programId, member.id] }),
  ],
);
