import type { Amount } from "@/lib/domain/amount";
import { type ChallengeWindow, windowEnd, windowStart, windowStatus } from "@/lib/domain/challenge";
import { type EpochMs, periodKey, type WindowPeriod } from "@/lib/domain/period";
import { progressIdentifier } from "@/lib/domain/record";
import { taskStatus } from "@/lib/domain/task";
import { iso, wireAmount } from "@/lib/services/wire";

/** A window with what it takes to show it. */
export interface WindowView {
  window: ChallengeWindow;
  challengeId: string;
  memberId: string;
  createdAt: EpochMs;
  updatedAt: EpochMs;
  period: WindowPeriod;
  target: Amount;
  startsAt: EpochMs | null;
  endsAt: EpochMs | null;
}

/** A window of a challenge as its readers see it at `now`. */
export function presentChallengeProgress(view: WindowView, now: EpochMs) {
  const { window, period, target } = view;
  const endAt = windowEnd(window, period, view.endsAt);
  const status = windowStatus(window.completedAt, endAt, now);
  return {
    id: window.id,
    createdAt: iso(view.createdAt),
    updatedAt: iso(view.updatedAt),
    challengeId: view.challengeId,
    ownedById: view.memberId,
    uniqueIdentifier: progressIdentifier(view.challengeId, view.memberId),
    currentProgressValue: wireAmount(window.value),
    challengeProgressStatus: status,
    challengeStartedAt: iso(window.startedAt),
    challengeFailedAt: status === "failed" ? iso(endAt) : null,
    challengeCompletedAt: iso(window.completedAt),
    taskProgress: {
      periodKey: periodKey(period, window.index),
      periodStartAt: iso(windowStart(window, period, view.startsAt)),
      periodEndAt: iso(endAt),
      currentValue: wireAmount(window.value),
      targetValue: wireAmount(target),
      status: taskStatus(window.value, target, endAt, now),
    },
  };
}
