import type { WindowPeriod } from "@/lib/domain/period";
import type { ParentSlug, Status } from "@/lib/domain/record";
import type { RewardState } from "@/lib/domain/reward-state";

/** A period by name: its local days, both included, in its zone. */
export interface NamedPeriod {
  periodKey: string;
  firstDay: string | null;
  lastDay: string | null;
  timeZone: string;
}

/** What a period asks for, and what it holds. */
export interface PeriodTask extends NamedPeriod {
  value: number;
  targetValue: number;
}

export interface TimelineLog {
  id: string;
  activityId: string;
  uniqueIdentifier: string;
  activityAt: string;
  receivedAt: string;
  /** Null where activities are counted. */
  activityValue: number | null;
  late: boolean;
}

export interface TimelineReward {
  rewardLogId: string;
  milestoneName: string;
  milestoneTargetValue: number;
  earnedAt: string;
  state: RewardState;
}

export interface TimelinePeriod extends PeriodTask {
  periodEndAt: string | null;
  status: "in_progress" | "completed" | "missed";
  metAt: string | null;
  missedAt: string | null;
  logCount: number;
  logCountIsCapped: boolean;
  lateLogCount: number;
  logs: TimelineLog[];
  rewards: TimelineReward[];
}

/** A stretch without the record being live; `to` is null while it lasts. */
interface PauseView {
  from: string;
  to: string | null;
}

export interface RunBreakView {
  brokenAt: string;
  missedPeriod: PeriodTask | null;
  /** The member's next run, where that came before the missed period was over, or in its place. */
  nextRun: (NamedPeriod & { startedAt: string }) | null;
}

/** A member's run on a streak, or windows of a challenge, period by period, and why it stands as it does. */
export interface TimelineView {
  kind: ParentSlug;
  period: WindowPeriod;
  status: "in_progress" | "broken" | "completed" | "failed";
  value: number;
  endedAt: string | null;
  /** The zone in which it ended. */
  endedZone: string;
  /** Of a challenge the record's own window, on every page. */
  window: Omit<TimelinePeriod, "logs" | "rewards"> | null;
  /** Whether the period of now is met, so that the next one is needed. */
  metNow: boolean;
  /** Null when the campaign was deleted. */
  parent: { id: string; name: string; status: Status; endsAt: string | null; target: number } | null;
  brokenBy: RunBreakView | null;
  neededNext: (PeriodTask & { dueAt: string }) | null;
  /** When in the missed period nothing could count, because the campaign or the member was not live. */
  pauses: { parent: PauseView | null; member: PauseView | null };
  periods: TimelinePeriod[];
  nextCursor: string | null;
}
