import { foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { ICON_TYPE_LIST } from "@/lib/domain/icon";
import { bytes, programId, timestamps } from "./columns";
import { program } from "./programs";

/** A cleaned image, addressed by the hash of its bytes. Never changed, so whoever refers to it may keep it for ever. */
export const icon = pgTable(
  "icon",
  {
    programId: programId(),
    id: uuid("id").notNull(),
    sha256: text("sha256").notNull(),
    contentType: text("content_type", { enum: ICON_TYPE_LIST }).notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    byteSize: integer("byte_size").notNull(),
    bytes: bytes("bytes").notNull(),
    ...timestamps(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.id] }),
    unique("icon_content").on(table.programId, table.sha256),
    foreignKey({ columns: [table.programId], foreignColumns: [program.id] }),
  ],
);
