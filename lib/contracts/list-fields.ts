/** How a field's values are written in a filter; a list names the only values there are. */
export type FieldType = "text" | "uuid" | "instant" | "integer" | "amount" | "boolean" | readonly string[];
export type FieldTypes = Readonly<Record<string, FieldType>>;

/** Names the fields by which a noun's lists filter and sort. */
export function fieldTypes<const T extends FieldTypes>(types: T): T {
  return types;
}
