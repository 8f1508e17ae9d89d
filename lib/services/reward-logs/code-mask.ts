import type { ServiceContext } from "@/lib/services/context";

const MASK = "••••••••";

export type CodeMask = <T extends Readonly<Record<string, unknown>>>(record: T) => T;

/** Whether the caller sees coupon codes: members their own, keys all; of people those whose role says so. */
export function seesCodes({ actor }: ServiceContext): boolean {
  return actor.kind !== "user" || actor.scopes.includes("codes:read");
}

/** Hides the code of a record from who may not see it; that there is one stays told. */
export function codeMask(context: ServiceContext): CodeMask {
  if (seesCodes(context)) return (record) => record;
  return (record) => (typeof record["couponCode"] === "string" ? { ...record, couponCode: MASK } : record);
}
