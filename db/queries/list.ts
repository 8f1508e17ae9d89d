import { and, asc, desc, or, type SQL, sql } from "drizzle-orm";
import { cast, type SortKey, stretchesBehind } from "./keyset";
import type { ListColumn, ListColumns } from "./list-columns";

type Condition = { field: string; operator: string; values: string[] };
type Filter = Condition | { and: Filter[] } | { or: Filter[] };

/** What is asked of a list, checked already. `after` holds the sort keys of the row to go on behind. */
export interface ListQuery {
  filter: Filter | null;
  sort: { field: string; descending: boolean }[];
  offset: number;
  after: (string | null)[] | null;
  limit: number;
  fetchTotalCount: boolean;
}

/** One statement's part of a page. */
export interface Stretch {
  where: SQL | undefined;
  orderBy: SQL[];
  limit: number;
  offset: number;
  /** The sort keys of a row as texts, for the cursor behind it. */
  keys: SQL<(string | null)[]>;
}

type Fetched<Row> = { row: Row; keys: (string | null)[] }[];

export interface Page<Row> {
  rows: Row[];
  /** Sort keys of the last row, when there is more. */
  nextKeys: (string | null)[] | null;
  total: number | null;
}

/**
 * Fetches a page, and the total when it was asked for. `base` is the tenant and who may see what. A second statement is
 * sent only where a cursor's first stretch of the index ran short.
 */
export async function fetchPage<Row>(
  columns: ListColumns,
  query: ListQuery,
  base: (SQL | undefined)[],
  fetch: (stretch: Stretch) => Promise<Fetched<Row>>,
  count: (where: SQL | undefined) => Promise<number>,
): Promise<Page<Row>> {
  const sort = sortKeys(columns, query.sort);
  const filtered = matching(columns, query.filter, base);
  const orderBy = sort.map(({ column, descending }) => (descending ? desc(column.expression) : asc(column.expression)));
  const texts = sort.map(({ column }) => sql`${column.expression}::text`);
  const keys = sql<(string | null)[]>`json_build_array(${sql.join(texts, sql`, `)})`;
  const wanted = query.limit + 1;
  const fetched: Fetched<Row> = [];
  for (const behind of query.after ? stretchesBehind(sort, query.after) : [undefined]) {
    const limit = wanted - fetched.length;
    if (limit > 0)
      fetched.push(...(await fetch({ where: and(filtered, behind), orderBy, limit, offset: query.offset, keys })));
  }
  return toPage(fetched, query.limit, query.fetchTotalCount ? await count(filtered) : null);
}

/** What a filter asks for, among the rows of `base`. */
export function matching(columns: ListColumns, filter: Filter | null, base: (SQL | undefined)[]): SQL | undefined {
  return and(...base, filter ? compileFilter(columns, filter) : undefined);
}

/** Cuts the one row that was fetched to see whether there is more. */
function toPage<Row>(fetched: Fetched<Row>, limit: number, total: number | null): Page<Row> {
  const shown = fetched.slice(0, limit);
  const nextKeys = fetched.length > limit ? (shown.at(-1)?.keys ?? null) : null;
  return { rows: shown.map(({ row }) => row), nextKeys, total };
}

/** Ties are told apart as the last key's index goes on, in its direction. */
function sortKeys(columns: ListColumns, asked: ListQuery["sort"]): SortKey[] {
  const last = asked.at(-1);
  const ties = (last && columns[last.field]?.ties) ?? ["id"];
  const known = asked.map(({ field }) => field);
  const added = ties.filter((field) => !known.includes(field));
  const sort = [...asked, ...added.map((field) => ({ field, descending: last?.descending ?? true }))];
  return sort.map(({ field, descending }) => ({ column: columnOf(columns, field), descending }));
}

function columnOf(columns: ListColumns, field: string): ListColumn {
  const column = columns[field];
  if (!column) throw new Error(`no column for the published field ${field}`);
  return column;
}

function compileFilter(columns: ListColumns, filter: Filter): SQL | undefined {
  if ("and" in filter) return and(...filter.and.map((item) => compileFilter(columns, item)));
  if ("or" in filter) return or(...filter.or.map((item) => compileFilter(columns, item)));
  return compileCondition(columnOf(columns, filter.field), filter);
}

const COMPARISONS: Record<string, SQL> = {
  eq: sql`=`,
  gt: sql`>`,
  gte: sql`>=`,
  lt: sql`<`,
  lte: sql`<=`,
};

function compileCondition({ expression, type, holds }: ListColumn, { operator, values }: Condition): SQL | undefined {
  const value = values[0] ?? "";
  if (holds && (operator === "eq" || operator === "in")) return or(...values.map(holds));
  if (operator === "isNull") return sql`${expression} is null`;
  if (operator === "isNotNull") return sql`${expression} is not null`;
  if (operator === "neq") return sql`${expression} is distinct from ${cast(value, type)}`;
  if (operator === "contains") return sql`${expression} ilike ${`%${escapeLike(value)}%`}`;
  if (operator === "startsWith") {
    const like = sql.raw(type === "key" ? "like" : "ilike");
    return sql`${expression} ${like} ${`${escapeLike(value)}%`}`;
  }
  if (operator === "in") {
    const list = values.map((item) => cast(item, type));
    return sql`${expression} in (${sql.join(list, sql`, `)})`;
  }
  const comparison = COMPARISONS[operator];
  if (!comparison) throw new Error(`no such operator: ${operator}`);
  return sql`${expression} ${comparison} ${cast(value, type)}`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (char) => `\\${char}`);
}
