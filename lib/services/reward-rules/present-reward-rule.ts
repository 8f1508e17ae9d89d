import type { RewardRuleRow } from "@/db/queries/reward-rules";
import { iso } from "@/lib/services/wire";

/** A reward rule as an admin reads it. */
export function presentRewardRule(row: RewardRuleRow) {
  return {
    id: row.id,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    eventType: row.eventType,
    points: row.points,
    status: row.status,
  };
}
