import { sql } from "drizzle-orm";
import { type AnyPgColumn, index } from "drizzle-orm/pg-core";

interface Listed {
  programId: AnyPgColumn;
  id: AnyPgColumn;
}

/**
 * An index for each field by which a table's lists filter and sort: the tenant, the field, and the id that breaks ties.
 * lib/services/list-records.db.test.ts fails when a published field has none.
 */
export function listIndexes<T extends Listed>(name: string, table: T, fields: (table: T) => AnyPgColumn[]) {
  return fields(table).map((field) => index(`${name}_by_${field.name}`).on(table.programId, field, table.id));
}

/** For finding records by how a text begins, in whatever case and under any collation. */
export function prefixIndex(name: string, programId: AnyPgColumn, text: AnyPgColumn) {
  return index(name).on(programId, sql`lower(${text}) text_pattern_ops`);
}
