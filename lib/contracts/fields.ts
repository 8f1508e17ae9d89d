import { z } from "zod";
import { type Amount, amountFromNumber } from "@/lib/domain/amount";
import { isTimeZone } from "@/lib/domain/period";
import { STATUSES } from "@/lib/domain/record";

const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(9999, 11, 31);
const MAX_METADATA_DEPTH = 32;

const codePoints = (text: string) => [...text].length;

/*
 * `params.rule` names what is wrong for forms, which say it in the reader's language (`formErrors.<rule>`); `error` says
 * it to developers.
 */

/** Plain text of 1 to `max` Unicode code points that a database can keep: no NUL, no half of a surrogate pair. */
export const text = (max: number) =>
  optionalText(max).refine((value) => value.length > 0, { error: "must not be empty", params: { rule: "required" } });

/** As `text`, but may be empty. */
export const optionalText = (max: number) =>
  z
    .string()
    .refine((value) => codePoints(value) <= max, {
      error: `must be at most ${max} characters`,
      params: { rule: "tooLong", max },
      abort: true,
    })
    .refine(isStorable, { error: "must not contain NUL or unpaired surrogates", abort: true });

function isStorable(value: string): boolean {
  return value.isWellFormed() && !value.includes("\0");
}

/** A date and time with offset, read to epoch milliseconds. */
export const instant = z.iso
  .datetime({ offset: true, error: "must be a date and time with offset, such as 2026-04-10T21:15:38+02:00" })
  .transform((value) => Date.parse(value))
  .refine((at) => at >= EARLIEST && at <= LATEST, { error: "must lie between 1900 and 9999" });

/** A JSON number read as an exact amount, `least` or more (DOMAIN 1). */
export const amount = (least: "positive" | "not_negative") =>
  z.number({ error: "must be a number" }).transform((value, context): Amount => {
    const read = amountFromNumber(value);
    if (typeof read === "bigint" && (least === "positive" ? read > 0n : read >= 0n)) return read;
    const [rule, message] =
      typeof read === "bigint"
        ? least === "positive"
          ? ["positive", "must be greater than 0"]
          : ["notNegative", "must be 0 or more"]
        : ["amount", "must be at most 1e12, with at most 15 significant and 6 fraction digits"];
    context.addIssue({ code: "custom", message, params: { rule } });
    return z.NEVER;
  });

/** A UUID, in lower case. */
export const uuid = z.uuid({ error: "must be a UUID" }).transform((value) => value.toLowerCase());

/** An icon of the program, by the id that its upload answered. Whether it is there is the service's to say. */
export const iconId = z.uuid({ error: "must be the id of an icon, or null" }).transform((value) => value.toLowerCase());

/** The name of an IANA time zone. */
export const timeZone = z.string().refine(isTimeZone, {
  error: "must be an IANA time zone, such as Europe/Berlin",
  params: { rule: "timeZone" },
});

/** Whether a record counts: `draft`, `live` or `paused`. */
export const status = z.enum(STATUSES);

/** A JSON object, kept as it is. `maxBytes` counts its UTF-8 JSON text. */
export const metadata = (maxBytes = Number.POSITIVE_INFINITY) =>
  z
    .custom<Record<string, unknown>>(isPlainObject, { error: "must be an object", abort: true })
    .refine((value) => isStorableJson(value, MAX_METADATA_DEPTH), {
      error: `must nest at most ${MAX_METADATA_DEPTH} deep, with finite numbers and no NUL or unpaired surrogates`,
      abort: true,
    })
    .refine((value) => maxBytes === Number.POSITIVE_INFINITY || byteLength(value) <= maxBytes, {
      error: `must be at most ${maxBytes} bytes of JSON`,
    });

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isStorableJson(value: unknown, depth: number): boolean {
  if (typeof value === "string") return isStorable(value);
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || value === null) return true;
  if (depth === 0) return false;
  return Object.entries(value).every(([key, item]) => isStorable(key) && isStorableJson(item, depth - 1));
}

function byteLength(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** The schedule of a parent: `startsAt` before `endsAt` where both are given. */
export function scheduleIsOrdered(value: { startsAt?: number | null; endsAt?: number | null }): boolean {
  return value.startsAt == null || value.endsAt == null || value.startsAt < value.endsAt;
}

/** What is said of a schedule that is not ordered. */
export const SCHEDULE_ERROR = { error: "must be after startsAt", path: ["endsAt"], params: { rule: "afterStart" } };
