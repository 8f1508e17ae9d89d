/**
 * Exact amounts. An amount is a bigint of millionths: JSON numbers carry at most six fraction digits (DOMAIN 1),
 * so every sum is exact however long it grows.
 */
export type Amount = bigint;

export const AMOUNT_SCALE = 6;
export const ONE: Amount = 10n ** BigInt(AMOUNT_SCALE);
export const MAX_AMOUNT: Amount = 10n ** 12n * ONE;
const MAX_SIGNIFICANT_DIGITS = 15;

export type AmountProblem = "not_finite" | "too_large" | "too_many_digits" | "too_many_fraction_digits";

/**
 * Reads a JSON number as the amount that its shortest decimal form says (0.1 is exactly 0.1).
 * Negative numbers are read too: their bound is the caller's.
 * @returns the amount, or the reason why it is none (DOMAIN 1: at most 1e12, 15 significant and 6 fraction digits)
 */
export function amountFromNumber(value: number): Amount | AmountProblem {
  if (!Number.isFinite(value)) return "not_finite";
  if (Math.abs(value) > 1e12) return "too_large";
  const { negative, digits, exponent } = shortestDecimal(value);
  if (digits.length > MAX_SIGNIFICANT_DIGITS) return "too_many_digits";
  if (exponent < -AMOUNT_SCALE) return "too_many_fraction_digits";
  const amount = BigInt(digits) * 10n ** BigInt(exponent + AMOUNT_SCALE);
  return negative ? -amount : amount;
}

/** Significant digits and power of ten of a number's shortest form: 12.50 is 125 × 10^-1. */
function shortestDecimal(value: number): { negative: boolean; digits: string; exponent: number } {
  const [mantissa = "0", power = "0"] = Math.abs(value).toExponential().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { negative: value < 0, digits: whole + fraction, exponent: Number(power) - fraction.length };
}

/** Reads the decimal text that the database keeps (`12.5`, `-0.000001`). Throws a TypeError on anything else. */
export function amountFromText(text: string): Amount {
  const match = /^(-?)(\d+)(?:\.(\d{1,6})0*)?$/.exec(text);
  if (!match) throw new TypeError(`not a decimal with at most ${AMOUNT_SCALE} fraction digits: ${text}`);
  const [, sign, whole = "0", fraction = ""] = match;
  const amount = BigInt(whole) * ONE + BigInt(fraction.padEnd(AMOUNT_SCALE, "0"));
  return sign ? -amount : amount;
}

/** The shortest exact decimal form: `12.5`, `3`, `1000000000000.000001`. */
export function amountToText(amount: Amount): string {
  const magnitude = amount < 0n ? -amount : amount;
  const fraction = (magnitude % ONE).toString().padStart(AMOUNT_SCALE, "0").replace(/0+$/, "");
  return `${amount < 0n ? "-" : ""}${magnitude / ONE}${fraction && `.${fraction}`}`;
}

/** A whole number (a count, the length of a run) as an amount. */
export function amountOf(whole: number): Amount {
  return BigInt(whole) * ONE;
}
