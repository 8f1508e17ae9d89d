import type { Amount } from "./amount";
import type { EpochMs } from "./period";
import {
  type Latest,
  lastIndex,
  laterOf,
  type PeriodTally,
  provisionalVisibleFrom,
  type Run,
  runStatus,
  type StreakRules,
} from "./streak";

/** One accepted activity: its period is told already. `amount` is what it adds: the value, or one for a count. */
export interface StreakLog {
  index: number;
  at: EpochMs;
  zone: string;
  amount: Amount;
}

/** What the shell loads of one member on one streak: never the whole history (see `StreakLedger`). */
export interface StreakSnapshot {
  /** The tallies of the periods that the logs fall in, and of `latestIndex` when it is provisional. */
  periods: PeriodTally[];
  /** For each period p of a log: the two last runs that begin at or before p and the first after it; and the last of all. */
  runs: Run[];
  provisional: Run | null;
  /** Latest period with a log, met or not. */
  latestIndex: number | null;
}

/** What one log did. */
export interface StreakStep {
  /** The run in which the log lies, as it stands after the log; null when it lies in none. */
  run: Run | null;
  /** Values between which milestones are crossed: of runs that join, the longest counts. */
  oldValue: number;
  newValue: number;
  /** First period of the run that grew: milestone m was reached in period `runFirst + m - 1`. */
  runFirst: number;
}

/**
 * The streak of one member, as far as a batch needs to know it: folds logs in one by one and keeps what changed.
 * It needs the neighbourhood of each log, so its cost does not grow with history. The caller owns it; nothing is shared.
 */
export class StreakLedger {
  readonly #rules: StreakRules;
  readonly #newId: () => string;
  readonly #periods: Map<number, PeriodTally>;
  #runs: Run[];
  #provisional: Run | null;
  #latestIndex: number | null;
  readonly #changedPeriods = new Set<number>();
  readonly #changedRuns = new Set<string>();
  readonly #missing = new Set<number>();
  /** Records that stand no more: merged into another one, or (null) a provisional run that a later period replaced. */
  readonly gone = new Map<string, string | null>();

  constructor(snapshot: StreakSnapshot, rules: StreakRules, newId: () => string) {
    this.#rules = rules;
    this.#newId = newId;
    this.#periods = new Map(snapshot.periods.map((tally) => [tally.index, tally]));
    this.#runs = [...snapshot.runs].sort((a, b) => a.first - b.first);
    this.#provisional = snapshot.provisional;
    this.#latestIndex = snapshot.latestIndex;
  }

  /**
   * Periods inside a run that a completion cut needs and the snapshot lacks. When not empty, results carry wrong
   * instants: load these tallies and fold again from the same snapshot. They are at most a few for each completion.
   */
  get missingPeriods(): number[] {
    return [...this.#missing];
  }

  get changedPeriods(): PeriodTally[] {
    return [...this.#periods.values()].filter((tally) => this.#changedPeriods.has(tally.index));
  }

  /** Changed runs as they now stand, the provisional one too. */
  get changedRuns(): Run[] {
    return this.runs.filter((run) => this.#changedRuns.has(run.id));
  }

  /** All known runs in calendar order, the provisional one last. */
  get runs(): Run[] {
    return this.#provisional ? [...this.#runs, this.#provisional] : [...this.#runs];
  }

  /** From when on the provisional run shows, after what was folded in. */
  get provisionalVisibleFrom(): EpochMs | null {
    return provisionalVisibleFrom(this.#runs.at(-1), this.#rules.period);
  }

  /** The tally of a period the ledger knows, as it stands now. */
  tally(index: number): PeriodTally | undefined {
    return this.#periods.get(index);
  }

  /** Folds one log in. `now` only decides whether a provisional run already shows in the answer. */
  add(log: StreakLog, now: EpochMs): StreakStep {
    const before = this.#periods.get(log.index);
    const tally = addToTally(before, log, this.#rules.target);
    this.#periods.set(log.index, tally);
    this.#changedPeriods.add(log.index);
    const isLatest = this.#latestIndex === null || log.index >= this.#latestIndex;
    if (isLatest) this.#latestIndex = log.index;

    if (tally.metAt === null) {
      if (isLatest) this.#showProvisional(tally);
      return this.#unmetStep(isLatest, now);
    }
    return before?.metAt != null ? this.#touchRun(log, tally) : this.#meetPeriod(log.index, tally, isLatest);
  }

  #unmetStep(isLatest: boolean, now: EpochMs): StreakStep {
    const last = this.#runs.at(-1);
    const alive = last && runStatus(last, this.#rules.period, now) === "in_progress";
    const run = isLatest && !alive ? this.#provisional : null;
    return { run: run && { ...run }, oldValue: 0, newValue: 0, runFirst: 0 };
  }

  /** A log in a period that was met before: the run's length stays, its earliest and latest log may change. */
  #touchRun(log: StreakLog, tally: PeriodTally): StreakStep {
    const run = this.#runs.find((known) => known.first <= log.index && log.index <= lastIndex(known));
    if (!run) throw new Error(`the snapshot lacks the run of period ${log.index}`);
    const changed = {
      ...run,
      startedAt: log.index === run.first ? tally.firstAt : run.startedAt,
      latest: laterOf(run.latest, { at: log.at, zone: log.zone }),
    };
    this.#replace([run], [changed]);
    return { run: changed, oldValue: run.length, newValue: run.length, runFirst: run.first };
  }

  /** A period becomes met: it starts a run, extends one or joins two; the whole may complete. */
  #meetPeriod(index: number, tally: PeriodTally, isLatest: boolean): StreakStep {
    const open = this.#runs.filter((run) => run.completedAt === null);
    const left = open.find((run) => lastIndex(run) === index - 1);
    const right = open.find((run) => run.first === index + 1);
    const attempt = isLatest ? this.#takeProvisional() : null;

    const successor = this.#runs.find((run) => run.first > index);
    const kept = left ?? right ?? attempt;
    const whole: Run = {
      id: kept?.id ?? this.#newId(),
      first: left?.first ?? index,
      length: (left?.length ?? 0) + 1 + (right?.length ?? 0),
      startedAt: left?.startedAt ?? tally.firstAt,
      latest: [left?.latest, right?.latest].reduce<Latest>((a, b) => (b ? laterOf(a, b) : a), tally.latest),
      completedAt: null,
      next: right ? right.next : left ? left.next : successor ? startOf(successor) : null,
    };
    const parts = this.#complete(whole, right);
    const standing = parts[0] ?? whole;
    for (const absorbed of [right, attempt]) {
      if (absorbed && parts.every((part) => part.id !== absorbed.id)) this.gone.set(absorbed.id, whole.id);
    }
    this.#replace(
      [left, right].filter((run) => run !== undefined),
      parts,
    );
    return {
      run: standing,
      oldValue: Math.max(left?.length ?? 0, right?.length ?? 0),
      newValue: standing.length,
      runFirst: whole.first,
    };
  }

  /** A whole that reaches the target is cut: its first periods complete, the rest goes on as the later run's record. */
  #complete(whole: Run, right: Run | undefined): Run[] {
    const { completionTarget } = this.#rules;
    if (whole.length < completionTarget) return [whole];
    const end = whole.first + completionTarget - 1;
    const rest = this.#restOf(whole, end, right);
    const completed: Run = {
      ...whole,
      length: completionTarget,
      latest: this.#latestOf(whole.first, end),
      completedAt: this.#known(end).metAt,
      next: rest ? startOf(rest) : whole.next,
    };
    return rest ? [completed, rest] : [completed];
  }

  #restOf(whole: Run, end: number, right: Run | undefined): Run | null {
    const length = lastIndex(whole) - end;
    if (length === 0 || !right) return null;
    if (right.first === end + 1) return right;
    return {
      ...right,
      first: end + 1,
      length,
      startedAt: this.#known(end + 1).firstAt,
      latest: this.#latestOf(end + 1, lastIndex(whole)),
      next: whole.next,
    };
  }

  /**
   * Zones span less than 32 hours, so an activity of period p can only be later than all of period q's when p >= q - 2:
   * the latest log of a run lies in its last three periods.
   */
  #latestOf(first: number, last: number): Latest {
    let latest = this.#known(last).latest;
    for (let index = Math.max(first, last - 2); index < last; index++)
      latest = laterOf(latest, this.#known(index).latest);
    return latest;
  }

  #known(index: number): PeriodTally {
    const tally = this.#periods.get(index);
    if (tally) return tally;
    this.#missing.add(index);
    return { index, value: 0n, firstAt: 0, latest: { at: 0, zone: "UTC" }, metAt: 0 };
  }

  #showProvisional(tally: PeriodTally): void {
    const shown = this.#provisional;
    const id = shown?.first === tally.index ? shown.id : this.#newId();
    if (shown && shown.id !== id) this.gone.set(shown.id, null);
    this.#provisional = {
      id,
      first: tally.index,
      length: 0,
      startedAt: tally.firstAt,
      latest: tally.latest,
      completedAt: null,
      next: null,
    };
    this.#changedRuns.add(id);
  }

  /** The provisional run gives way to a met period: to its own, which takes the record over, or to a later one. */
  #takeProvisional(): Run | null {
    const shown = this.#provisional;
    this.#provisional = null;
    if (!shown) return null;
    if (shown.first === this.#latestIndex) return shown;
    this.gone.set(shown.id, null);
    return null;
  }

  #replace(old: Run[], standing: Run[]): void {
    this.#runs = [...this.#runs.filter((run) => !old.includes(run)), ...standing].sort((a, b) => a.first - b.first);
    for (const run of standing) this.#changedRuns.add(run.id);
    this.#tellPredecessor(standing[0]);
    if (this.#provisional) this.#changedRuns.add(this.#provisional.id);
  }

  #tellPredecessor(run: Run | undefined): void {
    if (!run) return;
    const position = this.#runs.indexOf(run) - 1;
    const predecessor = this.#runs[position];
    if (!predecessor) return;
    const next = startOf(run);
    if (predecessor.next?.first === next.first && predecessor.next.startedAt === next.startedAt) return;
    this.#runs[position] = { ...predecessor, next };
    this.#changedRuns.add(predecessor.id);
  }
}

function startOf(run: Run): { first: number; startedAt: EpochMs } {
  return { first: run.first, startedAt: run.startedAt };
}

function addToTally(before: PeriodTally | undefined, log: StreakLog, target: Amount): PeriodTally {
  const value = (before?.value ?? 0n) + log.amount;
  const here = { at: log.at, zone: log.zone };
  return {
    index: log.index,
    value,
    firstAt: before ? Math.min(before.firstAt, log.at) : log.at,
    latest: before ? laterOf(before.latest, here) : here,
    metAt: before?.metAt ?? (value >= target ? log.at : null),
  };
}
