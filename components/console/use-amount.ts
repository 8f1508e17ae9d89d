import { useFormatter } from "next-intl";
import { AMOUNT_SCALE } from "@/lib/domain/amount";

/** Writes an amount with every digit that it has: rounded, what is short of a target would read as the target. */
export function useAmount(): (value: number) => string {
  const format = useFormatter();
  return (value) => format.number(value, { maximumFractionDigits: AMOUNT_SCALE });
}
