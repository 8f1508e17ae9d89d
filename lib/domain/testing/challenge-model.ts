import type { Amount } from "../amount";
import type { ChallengeStatus } from "../challenge";
import { type EpochMs, periodEnd, periodStart, type WindowPeriod } from "../period";
import type { ModelLog } from "./streak-model";

/** DOMAIN.md section 3, "Challenge progress", read out word by word from all logs, as the streak's model does. */
export interface ModelWindow {
  index: number;
  value: Amount;
  startedAt: EpochMs;
  completedAt: EpochMs | null;
  startsAt: EpochMs | null;
  endsAt: EpochMs | null;
  status: ChallengeStatus;
}

export interface ModelChallenge {
  period: WindowPeriod;
  target: Amount;
  startsAt: EpochMs | null;
  endsAt: EpochMs | null;
}

export class ChallengeModel {
  readonly #challenge: ModelChallenge;
  readonly #logs: ModelLog[] = [];

  constructor(challenge: ModelChallenge) {
    this.#challenge = challenge;
  }

  /** Targets that this log reached, lowest first: each whose total the window had not reached before. */
  add(log: ModelLog, milestones: readonly Amount[]): Amount[] {
    const old = this.#sum(log.index);
    this.#logs.push(log);
    const total = this.#sum(log.index);
    return [...milestones].filter((target) => !(old >= target) && total >= target).sort((a, b) => Number(a - b));
  }

  windowsAt(now: EpochMs): ModelWindow[] {
    const indexes = [...new Set(this.#logs.map((log) => log.index))].sort((a, b) => a - b);
    return indexes.map((index) => this.#told(index, now));
  }

  /** The instants at which windows end. */
  endings(): EpochMs[] {
    return this.windowsAt(0).flatMap((window) => (window.endsAt === null ? [] : [window.endsAt]));
  }

  #told(index: number, now: EpochMs): ModelWindow {
    const { period, startsAt } = this.#challenge;
    const logs = this.#logs.filter((log) => log.index === index);
    const latest = logs.reduce((a, b) => (b.at > a.at || (b.at === a.at && b.zone > a.zone) ? b : a));
    const completedAt = this.#completedAt(index);
    const endsAt = this.#endOf(index, latest.zone);
    const ended = endsAt !== null && now >= endsAt;
    return {
      index,
      value: this.#sum(index),
      startedAt: logs.reduce((a, b) => (b.at < a.at ? b : a)).at,
      completedAt,
      startsAt: period === "all_time" ? startsAt : periodStart(period, index, latest.zone),
      endsAt,
      status: completedAt !== null ? "completed" : ended ? "failed" : "in_progress",
    };
  }

  #endOf(index: number, zone: string): EpochMs | null {
    const { period, endsAt } = this.#challenge;
    const end = periodEnd(period, index, zone);
    if (end === null) return endsAt;
    return endsAt !== null && endsAt < end ? endsAt : end;
  }

  #sum(index: number): Amount {
    return this.#logs.filter((log) => log.index === index).reduce((sum, log) => sum + log.amount, 0n);
  }

  /** `activityAt` of the log whose arrival reached the target; it counts on after that. */
  #completedAt(index: number): EpochMs | null {
    let sum = 0n;
    for (const log of this.#logs.filter((known) => known.index === index)) {
      sum += log.amount;
      if (sum >= this.#challenge.target) return log.at;
    }
    return null;
  }
}
