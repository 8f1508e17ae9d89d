import { z } from "zod";
import { keepDigits, readValue } from "./filter-values";
import { type FieldType, type FieldTypes, isSortable, OPERATORS, type Operator, operatorsOf } from "./list-fields";
import { json, Refusal } from "./parameters";

const MAX_LIMIT = 1000;
const DEFAULT_LIMIT = 20;
const MAX_OFFSET = 1_000_000;
const MAX_CONDITIONS = 50;
const MAX_SORT_FIELDS = 4;

/** One condition; values are texts that the database casts to the field's type. */
export interface Condition {
  field: string;
  operator: Operator;
  values: string[];
}
export type Filter = Condition | { and: Filter[] } | { or: Filter[] };
export interface Sort {
  field: string;
  descending: boolean;
}

/** A list as it was asked for, checked against the fields that its noun publishes (DOMAIN 4). */
export interface ListRequest {
  fields: string[] | null;
  filter: Filter | null;
  sort: Sort[];
  offset: number;
  startingAfter: string | null;
  limit: number;
  fetchTotalCount: boolean;
  languageCode: string | null;
}

/** What is wrong with one query parameter. */
export interface ParameterProblem {
  parameter: string;
  message: string;
}

/** A list with nothing asked for: the newest first. */
export const DEFAULT_LIST: ListRequest = {
  fields: null,
  filter: null,
  sort: [{ field: "createdAt", descending: true }],
  offset: 0,
  startingAfter: null,
  limit: DEFAULT_LIMIT,
  fetchTotalCount: false,
  languageCode: null,
};

type Reader = (text: string, types: FieldTypes, fields: readonly string[]) => Partial<ListRequest>;

const READERS: Record<string, Reader> = {
  fields: (text, _types, fields) => ({ fields: readFields(text, fields) }),
  filters: (text, types) => ({ filter: readFilter(json("filters", text, keepDigits), types, { conditions: 0 }) }),
  sortBy: (text, types) => ({ sort: readSort(json("sortBy", text), types) }),
  offset: (text) => ({ offset: integer("offset", text, 0, MAX_OFFSET) }),
  startingAfter: (text) => ({ startingAfter: text }),
  limit: (text) => ({ limit: integer("limit", text, 1, MAX_LIMIT) }),
  fetchTotalCount: (text) => ({ fetchTotalCount: oneOf("fetchTotalCount", text, ["true", "false"]) === "true" }),
  languageCode: (text) => ({ languageCode: text }),
};

/**
 * Reads the query parameters of a list. `types` are the fields that filter and sort, `fields` all that can be chosen.
 * @returns the request, or every parameter that is wrong, by name
 */
export function readListRequest(
  query: URLSearchParams,
  types: FieldTypes,
  fields: readonly string[],
): { request: ListRequest } | { problems: ParameterProblem[] } {
  const request = { ...DEFAULT_LIST };
  const problems: ParameterProblem[] = [];
  for (const name of new Set(query.keys())) {
    try {
      const [text = "", another] = query.getAll(name);
      const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
      if (!reader) throw new Refusal(name, `is unknown; known are ${Object.keys(READERS).join(", ")}`);
      if (another !== undefined) throw new Refusal(name, "is given twice");
      Object.assign(request, reader(text, types, fields));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push({ parameter: error.parameter, message: error.message });
    }
  }
  if (query.has("offset") && query.has("startingAfter"))
    problems.push({ parameter: "offset", message: "cannot go with startingAfter: give one of them" });
  return problems.length > 0 ? { problems } : { request };
}

function readFields(text: string, known: readonly string[]): string[] {
  const parsed = z.array(z.string()).min(1).safeParse(json("fields", text));
  if (!parsed.success) throw new Refusal("fields", 'must be a JSON array of field names, such as ["id","createdAt"]');
  const unknown = parsed.data.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Refusal("fields", `has no field ${unknown}; known are ${known.join(", ")}`);
  return parsed.data;
}

const conditionShape = z.strictObject({
  fieldSlug: z.string(),
  operator: z.enum(OPERATORS),
  value: z.unknown().optional(),
});

function readFilter(value: unknown, types: FieldTypes, seen: { conditions: number }): Filter {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const [key, ...others] = Object.keys(value);
    if ((key === "and" || key === "or") && others.length === 0) {
      const items: unknown = (value as Record<string, unknown>)[key];
      if (!Array.isArray(items) || items.length === 0)
        throw new Refusal("filters", `${key} must be an array of filters`);
      const read = items.map((item) => readFilter(item, types, seen));
      return key === "and" ? { and: read } : { or: read };
    }
  }
  if (++seen.conditions > MAX_CONDITIONS) throw new Refusal("filters", `has more than ${MAX_CONDITIONS} conditions`);
  return readCondition(value, types);
}

function readCondition(value: unknown, types: FieldTypes): Condition {
  const parsed = conditionShape.safeParse(value);
  if (!parsed.success) {
    const operator = (value as { operator?: unknown } | null)?.operator;
    const hint =
      typeof operator === "string" && !(OPERATORS as readonly string[]).includes(operator)
        ? `has no operator ${operator}; known are ${OPERATORS.join(", ")}`
        : 'must be {"fieldSlug","operator","value"}, {"and":[…]} or {"or":[…]}';
    throw new Refusal("filters", hint);
  }
  const { fieldSlug: field, operator, value: operand } = parsed.data;
  const type = typeOf(types, field);
  if (!type) throw new Refusal("filters", unknownField(field, types));
  const operators = operatorsOf(field, type);
  if (!operators.includes(operator))
    throw new Refusal("filters", `${operator} is not for ${field}, which takes ${operators.join(", ")}`);
  if (operator === "isNull" || operator === "isNotNull") {
    if (operand !== undefined) throw new Refusal("filters", `${operator} takes no value`);
    return { field, operator, values: [] };
  }
  if (operator !== "in") return { field, operator, values: [readValue(field, type, operand)] };
  if (!Array.isArray(operand) || operand.length === 0 || operand.length > MAX_LIMIT)
    throw new Refusal("filters", `in takes an array of 1 to ${MAX_LIMIT} values`);
  return { field, operator, values: operand.map((item) => readValue(field, type, item)) };
}

const sortShape = z
  .array(z.strictObject({ fieldSlug: z.string(), order: z.enum(["ASC", "DESC"]) }))
  .min(1)
  .max(MAX_SORT_FIELDS);

function readSort(value: unknown, types: FieldTypes): Sort[] {
  const parsed = sortShape.safeParse(value);
  if (!parsed.success)
    throw new Refusal("sortBy", `must be a JSON array of up to ${MAX_SORT_FIELDS} {"fieldSlug","order":"ASC"|"DESC"}`);
  return parsed.data.map(({ fieldSlug, order }) => {
    if (!typeOf(types, fieldSlug)) throw new Refusal("sortBy", unknownField(fieldSlug, sortable(types)));
    if (!isSortable(fieldSlug))
      throw new Refusal(
        "sortBy",
        `cannot use ${fieldSlug}, which follows from the time of asking: filter by it instead`,
      );
    return { field: fieldSlug, descending: order === "DESC" };
  });
}

/** Of the published fields only: an object also knows `constructor` and the like. */
function typeOf(types: FieldTypes, field: string): FieldType | undefined {
  return Object.hasOwn(types, field) ? types[field] : undefined;
}

function sortable(types: FieldTypes): FieldTypes {
  return Object.fromEntries(Object.entries(types).filter(([field]) => isSortable(field)));
}

function unknownField(field: string, types: FieldTypes): string {
  return `has no field ${field}; known are ${Object.keys(types).join(", ")}`;
}

function integer(parameter: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new Refusal(parameter, `must be a whole number from ${least} to ${most}`);
  return value;
}

function oneOf(parameter: string, text: string, values: string[]): string {
  if (!values.includes(text)) throw new Refusal(parameter, `must be ${values.join(" or ")}`);
  return text;
}
