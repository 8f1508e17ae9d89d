import type { StreakLogRow } from "@/db/queries/streak-logs";
import { presentActivity } from "@/lib/services/activity/present-activity";

/** A log of a streak. */
export function presentStreakLog(row: StreakLogRow) {
  return { ...presentActivity(row), streakId: row.streakId };
}
