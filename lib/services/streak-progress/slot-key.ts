import type { Slot } from "@/db/queries/streak-periods";

/** A slot as the key of a map. */
export function slotKey({ parentId, memberId, index }: Slot): string {
  return `${parentId} ${memberId} ${index}`;
}
