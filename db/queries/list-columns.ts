import { type AnyColumn, getTableColumns, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";

/** A published field as the database knows it. */
export interface ListColumn {
  expression: AnyColumn | SQL;
  /** A `key` is a text in the "C" collation, so that its index knows what begins with a text. */
  type: "text" | "key" | "uuid" | "timestamptz" | "bigint" | "numeric" | "boolean";
  nullable: boolean;
  /** Of a derived field: the condition under which it has a value, told by columns that an index knows. */
  holds?: (value: string) => SQL;
  /** What tells ties apart where it is not the id alone: as the field's index goes on. */
  ties?: readonly string[];
}
export type ListColumns = Readonly<Record<string, ListColumn>>;

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
