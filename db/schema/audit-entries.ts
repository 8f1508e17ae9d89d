import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { AuditAction, AuditSlug } from "@/lib/domain/audit";
import { instant, programId } from "./columns";

/** Who changed what: written by the service wrapper in the change's own transaction, append-only by trigger. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id"),
    action: text("action").$type<AuditAction>().notNull(),
    slug: text("slug").$type<AuditSlug>().notNull(),
    recordId: uuid("record_id").notNull(),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    requestId: text("request_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    index("audit_entry_created").on(table.programId, table.createdAt, table.id),
    index("audit_entry_slug").on(table.programId, table.slug, table.createdAt, table.id),
    index("audit_entry_record").on(table.programId, table.recordId, table.createdAt, table.id),
    index("audit_entry_actor").on(table.programId, table.actorId, table.createdAt, table.id),
  ],
);
