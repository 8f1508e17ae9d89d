import type { Amount } from "../amount";
import { type EpochMs, periodEnd } from "../period";
import type { Latest, RunStatus, StreakRules } from "../streak";

/**
 * DOMAIN.md section 3, "Streak progress", read out word by word: every log is kept and all is told anew from all of
 * them at each step. Slow on purpose, and without a line of the ledger, which has to come to the same.
 */
export interface ModelLog {
  index: number;
  at: EpochMs;
  zone: string;
  amount: Amount;
}

/** A run as a reader sees it at some `now`. `record` is the identity that the record has in the model. */
export interface ModelRun {
  record: number;
  first: number;
  length: number;
  startedAt: EpochMs;
  latest: Latest;
  completedAt: EpochMs | null;
  status: RunStatus;
  brokenAt: EpochMs | null;
}

export interface ModelStep {
  /** The record in which the log lies; null when it lies in none. */
  record: number | null;
  /** Milestone targets that this log reached, with the period in which each was reached in calendar order. */
  crossed: { target: number; index: number }[];
  /** What happened, for the counting of classes. */
  joined: boolean;
  completed: boolean;
  leftRest: boolean;
  met: boolean;
}

interface Stretch {
  first: number;
  last: number;
  record: number;
}

export class StreakModel {
  readonly #rules: StreakRules;
  readonly #milestones: readonly number[];
  readonly #logs: ModelLog[] = [];
  /** Completed runs: final, their periods are taken. */
  readonly #walls: Stretch[] = [];
  #open: Stretch[] = [];
  #provisional: { index: number; record: number } | null = null;
  #records = 0;
  /** Records that stand no more, with the one they were merged into, or null when nothing follows them. */
  readonly gone = new Map<number, number | null>();

  constructor(rules: StreakRules, milestones: readonly number[]) {
    this.#rules = rules;
    this.#milestones = milestones;
  }

  add(log: ModelLog, now: EpochMs): ModelStep {
    const wasMet = this.#isMet(log.index);
    this.#logs.push(log);
    const met = this.#isMet(log.index);
    const step: ModelStep = { record: null, crossed: [], joined: false, completed: false, leftRest: false, met };
    if (met && !wasMet) this.#tellStretches(log.index, step);
    this.#tellProvisional();
    step.record = this.runsAt(now).find((run) => covers(run, log.index))?.record ?? null;
    return step;
  }

  /** What a reader sees at `now`, in calendar order. */
  runsAt(now: EpochMs): ModelRun[] {
    const runs = this.#stretches().map((stretch) => this.#told(stretch, now));
    if (this.#provisional && runs.at(-1)?.status !== "in_progress") runs.push(this.#toldProvisional(now));
    return runs;
  }

  /** The instants at which the run that could be in progress and the provisional one end. */
  endings(): EpochMs[] {
    const last = this.#open.at(-1);
    return [
      ...(last ? [this.#breakOf(last)] : []),
      ...(this.#provisional ? [this.#endOf(this.#provisional.index, this.#latestIn(this.#provisional.index))] : []),
    ];
  }

  /** Stretches of met periods outside of the walls, and which record each one is. */
  #tellStretches(grown: number, step: ModelStep): void {
    const before = this.#open;
    this.#open = [];
    for (const { first, last } of this.#metStretches()) {
      const joining = before.filter((run) => run.first >= first && run.last <= last);
      const record = joining[0]?.record ?? this.#takenOver(first, last) ?? this.#newRecord();
      const end = first + this.#rules.completionTarget - 1;
      const rest = last > end ? joining.at(-1) : undefined;
      for (const later of joining.slice(1)) if (later !== rest) this.gone.set(later.record, record);
      if (last >= end) this.#walls.push({ first, last: end, record });
      else this.#open.push({ first, last, record });
      if (rest) this.#open.push({ first: end + 1, last, record: rest.record });
      if (grown < first || grown > last) continue;
      step.joined = joining.length > 1;
      step.completed = last >= end;
      step.leftRest = rest !== undefined;
      step.crossed = this.#crossed(first, Math.min(last, end), joining);
      const shown = this.#provisional;
      if (shown?.index === grown && shown.record !== record) this.gone.set(shown.record, record);
    }
  }

  /** The value rises period by period; what the longest of the joining runs had reached is old. */
  #crossed(first: number, last: number, joining: Stretch[]): { target: number; index: number }[] {
    const old = joining.map((run) => run.last - run.first + 1).reduce((a, b) => (a > b ? a : b), 0);
    const crossed = [];
    for (let index = first, value = 1; index <= last; index++, value++)
      for (const target of this.#milestones) if (target === value && value > old) crossed.push({ target, index });
    return crossed;
  }

  /** The latest period with a log, while it is unmet. */
  #tellProvisional(): void {
    const before = this.#provisional;
    const index = this.#logs.map((log) => log.index).reduce((a, b) => (a > b ? a : b));
    if (before?.index === index && !this.#isMet(index)) return;
    this.#provisional = this.#isMet(index) ? null : { index, record: this.#newRecord() };
    if (!before || this.gone.has(before.record)) return;
    if (this.#stretches().every((run) => run.record !== before.record)) this.gone.set(before.record, null);
  }

  #takenOver(first: number, last: number): number | undefined {
    const shown = this.#provisional;
    return shown && shown.index >= first && shown.index <= last ? shown.record : undefined;
  }

  #newRecord(): number {
    this.#records += 1;
    return this.#records;
  }

  #isMet(index: number): boolean {
    let sum = 0n;
    for (const log of this.#logs) if (log.index === index) sum += log.amount;
    return sum >= this.#rules.target && this.#logs.some((log) => log.index === index);
  }

  #metStretches(): { first: number; last: number }[] {
    const indexes = [...new Set(this.#logs.map((log) => log.index))].sort((a, b) => a - b);
    const stretches: { first: number; last: number }[] = [];
    for (const index of indexes) {
      if (!this.#isMet(index) || this.#walls.some((wall) => index >= wall.first && index <= wall.last)) continue;
      const current = stretches.at(-1);
      if (current && current.last === index - 1) current.last = index;
      else stretches.push({ first: index, last: index });
    }
    return stretches;
  }

  #stretches(): Stretch[] {
    return [...this.#walls, ...this.#open].sort((a, b) => a.first - b.first);
  }

  #told(run: Stretch, now: EpochMs): ModelRun {
    const completed = this.#walls.includes(run);
    const isLast = this.#stretches().at(-1) === run;
    const breaks = completed ? null : this.#breakOf(run);
    const broken = breaks !== null && (!isLast || now >= breaks);
    return {
      record: run.record,
      first: run.first,
      length: run.last - run.first + 1,
      startedAt: this.#startOf(run),
      latest: this.#latestIn(run.first, run.last),
      completedAt: completed ? this.#metAt(run.last) : null,
      status: completed ? "completed" : broken ? "broken" : "in_progress",
      brokenAt: broken ? breaks : null,
    };
  }

  #toldProvisional(now: EpochMs): ModelRun {
    const { index, record } = this.#provisional ?? { index: 0, record: 0 };
    const latest = this.#latestIn(index);
    const end = this.#endOf(index, latest);
    const broken = now >= end;
    return {
      record,
      first: index,
      length: 0,
      startedAt: this.#startOf({ first: index }),
      latest,
      completedAt: null,
      status: broken ? "broken" : "in_progress",
      brokenAt: broken ? end : null,
    };
  }

  #breakOf(run: Stretch): EpochMs {
    const next = this.#stretches().find((other) => other.first > run.last);
    const end = this.#endOf(run.last + 1, this.#latestIn(run.first, run.last));
    if (!next) return end;
    const nextStart = this.#startOf(next);
    // A wall stands where the first unmet period would be.
    return next.first === run.last + 1 || nextStart < end ? nextStart : end;
  }

  #startOf({ first }: { first: number }): EpochMs {
    return this.#logs.filter((log) => log.index === first).reduce((a, b) => (b.at < a.at ? b : a)).at;
  }

  #latestIn(first: number, last = first): Latest {
    const logs = this.#logs.filter((log) => log.index >= first && log.index <= last);
    const { at, zone } = logs.reduce((a, b) => (b.at > a.at || (b.at === a.at && b.zone > a.zone) ? b : a));
    return { at, zone };
  }

  /** `activityAt` of the log with which, in order of arrival, the sum reached the target. */
  #metAt(index: number): EpochMs | null {
    let sum = 0n;
    for (const log of this.#logs) {
      if (log.index !== index) continue;
      sum += log.amount;
      if (sum >= this.#rules.target) return log.at;
    }
    return null;
  }

  #endOf(index: number, { zone }: Latest): EpochMs {
    return periodEnd(this.#rules.period, index, zone) ?? Number.POSITIVE_INFINITY;
  }
}

function covers(run: ModelRun, index: number): boolean {
  return run.length === 0 ? run.first === index : index >= run.first && index < run.first + run.length;
}
