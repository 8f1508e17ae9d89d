import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, programId } from "./columns";
import { program } from "./programs";

/**
 * A link by which one person joins the organization of the program it was made in; only its SHA-256 is kept. The hash
 * index is no unique key, as that of API keys: whoever opens a link does not know the tenant yet.
 */
export const invite = pgTable(
  "invite",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    organizationId: uuid("organization_id").notNull(),
    role: text("role").notNull(),
    note: text("note"),
    tokenHash: text("token_hash").notNull(),
    createdById: uuid("created_by_id"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    acceptedAt: instant("accepted_at"),
    acceptedById: uuid("accepted_by_id"),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    index("invite_token").on(table.tokenHash),
    index("invite_organization").on(table.organizationId, table.createdAt, table.id),
    foreignKey({ columns: [table.programId], foreignColumns: [program.id] }),
  ],
);
