import type { ChallengeLogRow } from "@/db/queries/challenge-logs";
import { presentActivity } from "@/lib/services/activity/present-activity";

/** A log of a challenge. */
export function presentChallengeLog(row: ChallengeLogRow) {
  return { ...presentActivity(row), challengeId: row.challengeId };
}
