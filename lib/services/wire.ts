import { type Amount, amountToText } from "@/lib/domain/amount";
import type { EpochMs } from "@/lib/domain/period";

/** An instant as it goes out: ISO 8601 in UTC with milliseconds. */
export function iso(at: EpochMs): string;
export function iso(at: EpochMs | null): string | null;
export function iso(at: EpochMs | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** V8 has it; TypeScript's library does not know it yet. */
const { rawJSON } = JSON as typeof JSON & { rawJSON(text: string): unknown };

/** An amount as a JSON number, exact: a sum too long for a double is written out digit by digit. */
export function wireAmount(amount: Amount): number {
  const text = amountToText(amount);
  const value = Number(text);
  return String(value) === text ? value : (rawJSON(text) as number);
}
