import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { PROGRAM_MODES } from "@/lib/domain/record";
import type { WidgetTheme } from "@/lib/domain/widget-theme";
import { authOrganization } from "./auth";
import { instant, timestamps } from "./columns";

/** The tenant. A pair is a live and a test program: two rows with one `pairId`, no row of the one seen by the other. */
export const program = pgTable(
  "program",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => authOrganization.id),
    pairId: uuid("pair_id").notNull(),
    mode: text("mode", { enum: PROGRAM_MODES }).notNull(),
    name: text("name").notNull(),
    timeZone: text("time_zone"),
    defaultLanguage: text("default_language").notNull(),
    languages: text("languages").array().notNull(),
    allowedOrigins: text("allowed_origins").array().notNull(),
    /** Customers' servers sign members' tokens with it (HS256), so it is kept as it is and not as a hash. */
    widgetSecret: text("widget_secret").notNull(),
    cursorSecret: text("cursor_secret").notNull(),
    /** When a member first opened the widget: it is embedded somewhere. */
    widgetSeenAt: instant("widget_seen_at"),
    /** How members see the widget; what is left out is the default theme's. */
    widgetTheme: jsonb("widget_theme").$type<WidgetTheme>().notNull().default({}),
    ...timestamps(),
  },
  (table) => [index("program_organization").on(table.organizationId, table.createdAt)],
);
