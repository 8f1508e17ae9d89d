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
    /** The member's first entry is 1, the next 2: the order of the balances, and how many entries there are. */
    number: bigint("number", { mode: "number" }).notNull(),
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
    uniqueIndex("ledger_entry_number").on(table.programId, table.memberId, table.number),
    // The console's ledger, the latest first: of everybody, and of one event type.
    index("ledger_entry_created").on(table.programId, table.createdAt, table.id),
    index("ledger_entry_event").on(table.programId, table.eventType, table.createdAt, table.id),
    foreignKey({ columns: [table.programId, table.memberId], foreignColumns: [member.programId, member.id] }),
  ],
);
