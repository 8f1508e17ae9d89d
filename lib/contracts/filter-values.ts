import { amountFromNumber, amountToText } from "@/lib/domain/amount";
import { instant, uuid } from "./fields";
import type { FieldType } from "./list-fields";
import { Refusal, type SourceReviver } from "./parameters";

/**
 * Reads a filter's value, as `keepDigits` left it, to a text that the database casts to the field's type.
 * @throws Refusal when the field cannot have it
 */
export function readValue(field: string, type: FieldType, value: unknown): string {
  if (typeof type === "object") {
    if (typeof value === "string" && type.includes(value)) return value;
    throw new Refusal("filters", `${field} is one of ${type.join(", ")}, not ${JSON.stringify(value)}`);
  }
  const read = VALUE_READERS[type](value);
  if (read === null) throw new Refusal("filters", `${JSON.stringify(value)} is no value of ${field} (${type})`);
  return read;
}

const VALUE_READERS: Record<Exclude<FieldType, readonly string[]>, (value: unknown) => string | null> = {
  text: storableText,
  key: storableText,
  uuid: (value) => uuid.safeParse(value).data ?? null,
  instant: (value) => {
    const at = instant.safeParse(value).data;
    return at === undefined ? null : new Date(at).toISOString();
  },
  integer: (value) => (value instanceof JsonNumber && Number.isSafeInteger(value.value) ? String(value.value) : null),
  amount: (value) => (value instanceof JsonNumber ? amountOfFilter(value) : null),
  boolean: (value) => (typeof value === "boolean" ? String(value) : null),
};

function storableText(value: unknown): string | null {
  return typeof value === "string" && value.isWellFormed() && !value.includes("\0") ? value : null;
}

/** Sums may be longer than an amount that anybody may send, and than a double can hold: they are taken digit by digit. */
const LONG_AMOUNT = /^-?\d{1,34}(\.\d{1,6})?$/;

function amountOfFilter({ value, source }: JsonNumber): string | null {
  if (LONG_AMOUNT.test(source)) return source;
  const read = amountFromNumber(value);
  return typeof read === "bigint" ? amountToText(read) : null;
}

/** A number of a filter, with the digits by which it was written. */
class JsonNumber {
  constructor(
    readonly value: number,
    readonly source: string,
  ) {}

  toJSON(): number {
    return this.value;
  }
}

/** Reads numbers of a filter so that no digit is lost. */
export const keepDigits: SourceReviver = (_key, value, { source = "" }) =>
  typeof value === "number" ? new JsonNumber(value, source) : value;
