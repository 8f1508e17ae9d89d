import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, programId, timestamps } from "./columns";
import { program } from "./programs";

/** A secret of a program: only its SHA-256 is kept. The hash index is no unique key: a key's unique keys lead with the tenant. */
export const apiKey = pgTable(
  "api_key",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    prefix: text("prefix").notNull(),
    hash: text("hash").notNull(),
    lastFour: text("last_four").notNull(),
    scopes: text("scopes").array().notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    ...timestamps(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    index("api_key_hash").on(table.hash),
    foreignKey({ columns: [table.programId], foreignColumns: [program.id] }),
  ],
);
