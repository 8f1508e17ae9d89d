import { getTableColumns } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { ListColumn } from "./list";

const TYPES: Record<string, ListColumn["type"]> = {
  uuid: "uuid",
  text: "text",
  boolean: "boolean",
  integer: "bigint",
  bigint: "bigint",
  "timestamp(3) with time zone": "timestamptz",
  "numeric(40, 6)": "numeric",
};

/** A table column as a published field, its type and nullability read from the schema. */
export function listColumn(column: AnyPgColumn): ListColumn {
  const type = TYPES[column.getSQLType()];
  if (!type) throw new Error(`lists do not know the type ${column.getSQLType()} of ${column.name}`);
  return { expression: column, type, nullable: !column.notNull };
}

/**
 * Every column of a table by its name in code, for those of which a field is published under the same name. `keys` are
 * those that migration 0002 put in the "C" collation.
 */
export function listColumns(table: PgTable, keys: readonly string[] = []): Record<string, ListColumn> {
  const entries = Object.entries(getTableColumns(table)).filter(([, column]) => TYPES[column.getSQLType()]);
  return Object.fromEntries(
    entries.map(([name, column]) => [
      name,
      keys.includes(name) ? { ...listColumn(column), type: "key" } : listColumn(column),
    ]),
  );
}
