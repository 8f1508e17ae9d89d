import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, programId } from "./columns";

/**
 * Requests made with an `Idempotency-Key`, for a day. Without a `status` the request still runs: its `holder` may answer
 * until `leasedUntil`, then whoever repeats it takes over. No foreign key to api_key: checking it would have every
 * request of a key lock that one row.
 */
export const idempotencyKey = pgTable(
  "idempotency_key",
  {
    programId: programId(),
    apiKeyId: uuid("api_key_id").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of method, path, query and body. */
    fingerprint: text("fingerprint").notNull(),
    holder: uuid("holder").notNull(),
    leasedUntil: instant("leased_until").notNull(),
    status: integer("status"),
    contentType: text("content_type"),
    body: text("body"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.apiKeyId, table.key] }),
    index("idempotency_key_expiry").on(table.programId, table.expiresAt),
  ],
);
