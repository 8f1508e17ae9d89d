import { type AnyColumn, and, asc, desc, not, or, type SQL, sql } from "drizzle-orm";

/** A published field as the database knows it. */
export interface ListColumn {
  expression: AnyColumn | SQL;
  type: "text" | "uuid" | "timestamptz" | "bigint" | "numeric" | "boolean";
  nullable: boolean;
  /** Of a derived field: the condition under which it has a value, told by columns that an index knows. */
  holds?: (value: string) => SQL;
}
export type ListColumns = Readonly<Record<string, ListColumn>>;

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

export interface ListPlan {
  /** Tenant, scope and filter: what a total counts. */
  filtered: SQL | undefined;
  /** The same, behind the cursor. */
  where: SQL | undefined;
  orderBy: SQL[];
  limit: number;
  offset: number;
  /** The sort keys of a row as texts, for the cursor behind it. */
  keys: SQL<(string | null)[]>;
}

export interface Page<Row> {
  rows: Row[];
  /** Sort keys of the last row, when there is more. */
  nextKeys: (string | null)[] | null;
  total: number | null;
}

/** Turns a request into conditions and order. Ties go by id, in the direction of the first key. */
export function planList(columns: ListColumns, query: ListQuery, base: (SQL | undefined)[]): ListPlan {
  const sort = withTieBreak(query.sort).map(({ field, descending }) => ({
    column: columnOf(columns, field),
    descending,
  }));
  const filtered = and(...base, query.filter ? compileFilter(columns, query.filter) : undefined);
  const texts = sort.map(({ column }) => sql`${column.expression}::text`);
  return {
    filtered,
    where: and(filtered, query.after ? beyond(sort, query.after) : undefined),
    orderBy: sort.map(({ column, descending }) => (descending ? desc(column.expression) : asc(column.expression))),
    limit: query.limit + 1,
    offset: query.offset,
    keys: sql<(string | null)[]>`json_build_array(${sql.join(texts, sql`, `)})`,
  };
}

/** Cuts the one row that was fetched to see whether there is more. */
export function toPage<Row>(
  fetched: { row: Row; keys: (string | null)[] }[],
  query: ListQuery,
  total: number | null,
): Page<Row> {
  const shown = fetched.slice(0, query.limit);
  const nextKeys = fetched.length > query.limit ? (shown.at(-1)?.keys ?? null) : null;
  return { rows: shown.map(({ row }) => row), nextKeys, total };
}

function withTieBreak(sort: ListQuery["sort"]): ListQuery["sort"] {
  if (sort.some(({ field }) => field === "id")) return sort;
  return [...sort, { field: "id", descending: sort[0]?.descending ?? true }];
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
  if (operator === "startsWith") return sql`${expression} ilike ${`${escapeLike(value)}%`}`;
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

function cast(value: string, type: ListColumn["type"]): SQL {
  return sql`${value}::${sql.raw(type)}`;
}

type SortKey = { column: ListColumn; descending: boolean };

/** Rows behind the given keys: a row comparison where one index can serve it, else the same spelled out, nulls too. */
function beyond(sort: SortKey[], after: (string | null)[]): SQL | undefined {
  const uniform = sort.every(({ column, descending }) => !column.nullable && descending === sort[0]?.descending);
  if (uniform) {
    const left = sql.join(
      sort.map(({ column }) => sql`${column.expression}`),
      sql`, `,
    );
    const right = sql.join(
      sort.map(({ column }, index) => cast(after[index] ?? "", column.type)),
      sql`, `,
    );
    return sort[0]?.descending ? sql`(${left}) < (${right})` : sql`(${left}) > (${right})`;
  }
  return or(
    ...sort.map((key, index) =>
      and(
        ...sort.slice(0, index).map((earlier, at) => same(earlier, after[at] ?? null)),
        past(key, after[index] ?? null),
      ),
    ),
  );
}

function same({ column }: SortKey, value: string | null): SQL {
  return value === null ? sql`${column.expression} is null` : sql`${column.expression} = ${cast(value, column.type)}`;
}

/** PostgreSQL's own order: nulls come last when ascending, first when descending. */
function past({ column, descending }: SortKey, value: string | null): SQL {
  const { expression, type } = column;
  if (descending) return value === null ? sql`${expression} is not null` : sql`${expression} < ${cast(value, type)}`;
  if (value === null) return not(sql`true`);
  return sql`(${expression} > ${cast(value, type)} or ${expression} is null)`;
}
