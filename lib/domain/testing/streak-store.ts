import type { EpochMs } from "../period";
import type { PeriodTally, Run, StreakRules } from "../streak";
import { StreakLedger, type StreakLog, type StreakSnapshot, type StreakStep } from "../streak-ledger";

export interface Arrival {
  log: StreakLog;
  now: EpochMs;
}

/** One log's answer and the runs that the ledger knew after it. */
export interface Folded {
  step: StreakStep;
  runs: Run[];
}

/**
 * What a database keeps of one member on one streak, and the shell around the ledger: it loads for a batch only what
 * `StreakSnapshot` says, folds again when the ledger misses tallies, and writes back only what changed.
 */
export class StreakStore {
  readonly #rules: StreakRules;
  readonly #tallies = new Map<number, PeriodTally>();
  readonly #runs = new Map<string, Run>();
  #visibleFrom: EpochMs | null = null;
  #ids = 0;
  /** How often a batch had to be folded again. */
  refolds = 0;

  constructor(rules: StreakRules) {
    this.#rules = rules;
  }

  ingest(batch: readonly Arrival[]): { folded: Folded[]; gone: Map<string, string | null> } {
    let snapshot = this.#load(batch.map(({ log }) => log.index));
    let { ledger, folded } = this.#fold(snapshot, batch);
    if (ledger.missingPeriods.length > 0) {
      this.refolds += 1;
      snapshot = { ...snapshot, periods: [...snapshot.periods, ...this.#talliesOf(ledger.missingPeriods)] };
      ({ ledger, folded } = this.#fold(snapshot, batch));
      if (ledger.missingPeriods.length > 0) throw new Error("the second fold misses tallies still");
    }
    this.#write(ledger);
    return { folded, gone: ledger.gone };
  }

  /** Runs in calendar order, as stored, that a reader is shown at `now`. */
  runsAt(now: EpochMs): Run[] {
    const provisional = this.#provisional();
    const visible = provisional && (this.#visibleFrom === null || this.#visibleFrom <= now);
    return visible ? [...this.#metRuns(), provisional] : this.#metRuns();
  }

  /** The task of a period, as stored. */
  tallyOf(index: number): PeriodTally | undefined {
    return this.#tallies.get(index);
  }

  #load(touched: number[]): StreakSnapshot {
    const runs = this.#metRuns();
    const provisional = this.#provisional();
    const latestIndex = this.#tallies.size === 0 ? null : Math.max(...this.#tallies.keys());
    const loaded = new Set<Run>(runs.slice(-1));
    for (const index of touched) {
      for (const run of runs.filter(({ first }) => first <= index).slice(-2)) loaded.add(run);
      for (const run of runs.filter(({ first }) => first > index).slice(0, 1)) loaded.add(run);
    }
    const periods = provisional && latestIndex !== null ? [...touched, latestIndex] : touched;
    return { periods: this.#talliesOf(periods), runs: [...loaded], provisional, latestIndex };
  }

  #fold(snapshot: StreakSnapshot, batch: readonly Arrival[]): { ledger: StreakLedger; folded: Folded[] } {
    const ledger = new StreakLedger(snapshot, this.#rules, () => {
      this.#ids += 1;
      return `id-${this.#ids}`;
    });
    const folded = batch.map(({ log, now }) => ({ step: ledger.add(log, now), runs: ledger.runs }));
    return { ledger, folded };
  }

  #write(ledger: StreakLedger): void {
    for (const tally of ledger.changedPeriods) this.#tallies.set(tally.index, tally);
    for (const id of ledger.gone.keys()) this.#runs.delete(id);
    for (const run of ledger.changedRuns) {
      this.#runs.set(run.id, run);
      if (run.length === 0) this.#visibleFrom = ledger.provisionalVisibleFrom;
    }
  }

  #talliesOf(indexes: number[]): PeriodTally[] {
    return [...new Set(indexes)].flatMap((index) => this.#tallies.get(index) ?? []);
  }

  #metRuns(): Run[] {
    return [...this.#runs.values()].filter((run) => run.length > 0).sort((a, b) => a.first - b.first);
  }

  #provisional(): Run | null {
    return [...this.#runs.values()].find((run) => run.length === 0) ?? null;
  }
}
