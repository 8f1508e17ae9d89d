const COMPARISONS = ["eq", "neq", "gt", "gte", "lt", "lte"] as const;
const NULL_OPERATORS = ["isNull", "isNotNull"] as const;
/** How a field is compared with a value (DOMAIN 4). */
export const OPERATORS = [...COMPARISONS, "in", "contains", "startsWith", ...NULL_OPERATORS] as const;
export type Operator = (typeof OPERATORS)[number];

/**
 * How a field's values are written in a filter; a list names the only values there are. Texts are searched in any case; a
 * `key` is told by its beginning, as written.
 */
export type FieldType = "text" | "key" | "uuid" | "instant" | "integer" | "amount" | "boolean" | readonly string[];
export type FieldTypes = Readonly<Record<string, FieldType>>;

/** Names the fields by which a noun's lists filter and sort. */
export function fieldTypes<const T extends FieldTypes>(types: T): T {
  return types;
}

/** Fields that follow from the time of asking: no index can hold their order, only the few rows of each state. */
const DERIVED_FIELDS: ReadonlySet<string> = new Set(["state", "streakProgressStatus", "challengeProgressStatus"]);

/** The operators that a field takes: each that an index can serve. */
export function operatorsOf(field: string, type: FieldType): readonly Operator[] {
  if (DERIVED_FIELDS.has(field)) return ["eq", "neq", "in"];
  if (type === "text") return OPERATORS;
  if (type === "key") return OPERATORS.filter((operator) => operator !== "contains");
  return [...COMPARISONS, "in", ...NULL_OPERATORS];
}

/** Whether lists can be sorted by a field. */
export function isSortable(field: string): boolean {
  return !DERIVED_FIELDS.has(field);
}
