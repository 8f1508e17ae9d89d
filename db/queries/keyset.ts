import { and, not, or, type SQL, sql } from "drizzle-orm";
import type { ListColumn } from "./list-columns";

export interface SortKey {
  column: ListColumn;
  descending: boolean;
}

/** A value as the database is to compare it with a column of this type. */
export function cast(value: string, type: ListColumn["type"]): SQL {
  return sql`${value}::${sql.raw(type === "key" ? "text" : type)}`;
}

/**
 * Where the rows behind a cursor lie, in the order asked for: one stretch of the first key's index, or two where its
 * nulls lie behind its values or before them. Each begins at a place that the index finds, however deep it is.
 * PostgreSQL's own order holds: nulls come last when ascending, first when descending.
 */
export function stretchesBehind([first, ...rest]: SortKey[], [at = null, ...others]: (string | null)[]): SQL[] {
  if (!first) return [];
  const { expression, nullable } = first.column;
  const isNull = sql`${expression} is null`;
  const behind = at === null ? and(isNull, beyond(rest, others)) : beyondValue(first, at, rest, others);
  const next = at === null ? first.descending && not(isNull) : nullable && !first.descending && isNull;
  return [behind, next || undefined].filter((stretch) => stretch !== undefined);
}

/** Rows with a value behind `at`, or with that value and further keys behind: one range of the index. */
function beyondValue(first: SortKey, at: string, rest: SortKey[], others: (string | null)[]): SQL | undefined {
  const uniform = rest.every(({ column, descending }) => !column.nullable && descending === first.descending);
  if (uniform) {
    const keys = [first, ...rest].map(({ column }) => sql`${column.expression}`);
    const values = [at, ...others].map((value, index) => cast(value ?? "", (rest[index - 1] ?? first).column.type));
    return sql`(${sql.join(keys, sql`, `)}) ${sql.raw(first.descending ? "<" : ">")} (${sql.join(values, sql`, `)})`;
  }
  const { expression, type } = first.column;
  // The index starts at the value; what lies on it is told apart one by one.
  const from = sql`${expression} ${sql.raw(first.descending ? "<=" : ">=")} ${cast(at, type)}`;
  return and(from, or(past(first, at), and(same(first, at), beyond(rest, others))));
}

/** The same for any keys, spelled out: behind in the first, or alike in it and behind in the second, and so on. */
function beyond(sort: SortKey[], after: (string | null)[]): SQL | undefined {
  const [first, ...rest] = sort;
  const [at = null, ...others] = after;
  if (!first) return sql`false`;
  if (rest.length === 0) return past(first, at);
  return or(past(first, at), and(same(first, at), beyond(rest, others)));
}

function same({ column }: SortKey, value: string | null): SQL {
  return value === null ? sql`${column.expression} is null` : sql`${column.expression} = ${cast(value, column.type)}`;
}

function past({ column, descending }: SortKey, value: string | null): SQL {
  const { expression, type, nullable } = column;
  if (descending) return value === null ? sql`${expression} is not null` : sql`${expression} < ${cast(value, type)}`;
  if (value === null) return sql`false`;
  const greater = sql`${expression} > ${cast(value, type)}`;
  return nullable ? sql`(${greater} or ${expression} is null)` : greater;
}
