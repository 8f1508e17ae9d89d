import { sql } from "drizzle-orm";
import { type AnyPgColumn, type ExtraConfigColumn, index } from "drizzle-orm/pg-core";

interface Listed {
  programId: AnyPgColumn;
  id: AnyPgColumn;
}

/**
 * An index for each field by which a table's lists filter and sort: the tenant, the field, and the id that breaks ties.
 * lib/services/list-plans.db.test.ts fails when a list cannot walk by a field.
 */
export function listIndexes<T extends Listed>(name: string, table: T, fields: (table: T) => AnyPgColumn[]) {
  return fields(table).map((field) => index(`${name}_by_${field.name}`).on(table.programId, field, table.id));
}

/**
 * One index of trigrams for all fields of a table that are searched by `contains` and `startsWith`. It knows nothing of
 * tenants: what it finds in others is thrown away.
 */
export function searchIndex(name: string, ...[first, ...others]: [ExtraConfigColumn, ...ExtraConfigColumn[]]) {
  const trigrams = (column: ExtraConfigColumn) => column.op("gin_trgm_ops");
  return index(`${name}_search`).using("gin", trigrams(first), ...others.map(trigrams));
}

/** For finding records by how a text begins, in whatever case and under any collation. */
export function prefixIndex(name: string, programId: AnyPgColumn, text: AnyPgColumn) {
  return index(name).on(programId, sql`lower(${text}) text_pattern_ops`);
}
