import type { ChallengeProgressRow } from "@/db/queries/challenge-progress";
import type { EpochMs } from "@/lib/domain/period";
import { presentChallengeProgress, type WindowView } from "./present-challenge-progress";

/** Shows windows as they were kept. */
export function readWindows(rows: ChallengeProgressRow[], now: EpochMs) {
  return rows.map((row) => presentChallengeProgress(windowViewOf(row), now));
}

/** What it takes to show a window that was kept. */
export function windowViewOf(row: ChallengeProgressRow): WindowView {
  return {
    window: {
      id: row.id,
      index: row.periodIndex,
      value: row.value,
      startedAt: row.startedAt,
      latest: { at: row.latestAt, zone: row.latestZone },
      completedAt: row.completedAt,
    },
    challengeId: row.challengeId,
    memberId: row.memberId,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    period: row.aggregationPeriod,
    target: row.completionTargetValue,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
  };
}
