import { type Amount, amountToText } from "@/lib/domain/amount";

/** An amount for people: a sum that is too long for a number loses its last digits, which nobody reads. */
export function numberOf(amount: Amount): number {
  return Number(amountToText(amount));
}
