import { amountOf } from "../amount";
import { crossedMilestones } from "../crossing";
import type { EpochMs } from "../period";
import { breaksAt, type Run, runStatus, type StreakRules } from "../streak";
import { RecordNames } from "./record-names";
import { type ModelLog, type ModelRun, type ModelStep, StreakModel } from "./streak-model";
import { type Arrival, type Folded, StreakStore } from "./streak-store";

export type TrialClass =
  | "merge"
  | "heal"
  | "completion"
  | "cut with a rest"
  | "unmet period"
  | "zone change"
  | "refold";

/** A log as it arrives: `endsBatch` tells where the batch is cut, `nowPick` which `now` it is looked at from. */
export interface TrialLog extends ModelLog {
  endsBatch: boolean;
  nowPick: number;
}

/** Two accounts of the same thing, which must be equal. */
export interface Difference {
  where: string;
  ledger: string[];
  model: string[];
}

interface Told {
  step: ModelStep;
  runs: ModelRun[];
}

/** Drives ledger and model side by side, batch by batch, and stops at the first thing in which they differ. */
export class StreakTrial {
  readonly classes = new Set<TrialClass>();
  readonly #rules: StreakRules;
  readonly #milestones: number[];
  readonly #store: StreakStore;
  readonly #model: StreakModel;
  readonly #names = new RecordNames();
  #latestAt: EpochMs = Number.NEGATIVE_INFINITY;

  constructor(rules: StreakRules, milestones: number[]) {
    this.#rules = rules;
    this.#milestones = milestones;
    this.#store = new StreakStore(rules);
    this.#model = new StreakModel(rules, milestones);
  }

  run(logs: readonly TrialLog[]): Difference | null {
    for (const batch of batchesOf(logs)) {
      const difference = this.#ingest(batch);
      if (difference) return difference;
    }
    if (logs.some((log, position) => position > 0 && log.zone !== logs[position - 1]?.zone))
      this.classes.add("zone change");
    return null;
  }

  #ingest(batch: readonly TrialLog[]): Difference | null {
    const goneBefore = new Set(this.#model.gone.keys());
    const arrivals: Arrival[] = [];
    const told = batch.map((log) => {
      this.#latestAt = Math.max(this.#latestAt, log.at);
      const now = this.#pickNow(log.nowPick);
      arrivals.push({ log: { index: log.index, at: log.at, zone: log.zone, amount: log.amount }, now });
      return this.#tell(log, now);
    });
    const { folded, gone } = this.#store.ingest(arrivals);
    if (this.#store.refolds > 0) this.classes.add("refold");
    for (const [position, fold] of folded.entries()) {
      const model = told[position];
      const difference = model && this.#compareStep(fold, model, position);
      if (difference) return difference;
    }
    return this.#compareGone(gone, goneBefore) ?? this.#compareStored(batch);
  }

  #tell(log: ModelLog, now: EpochMs): Told {
    const before = this.#model.runsAt(this.#latestAt);
    const step = this.#model.add(log, now);
    const runs = this.#model.runsAt(Number.POSITIVE_INFINITY);
    if (step.joined) this.classes.add("merge");
    if (step.completed) this.classes.add("completion");
    if (step.leftRest) this.classes.add("cut with a rest");
    if (!step.met) this.classes.add("unmet period");
    const grown = before.filter((run) => run.status === "broken" && run.length > 0 && !sameExtent(run, runs));
    if (grown.length > 0) this.classes.add("heal");
    return { step, runs };
  }

  /** Around the instants at which something ends, a comparison that is off by one shows. */
  #pickNow(nowPick: number): EpochMs {
    const endings = this.#model.endings();
    const nows = [this.#latestAt, ...endings.flatMap((end) => [end - 1, end, end])];
    return nows[nowPick % nows.length] ?? this.#latestAt;
  }

  #compareStep({ step, runs }: Folded, told: Told, position: number): Difference | null {
    const bySpot = new Map(told.runs.map((run) => [spotOf(run), run]));
    const ledger = runs.map((run) => this.#timeless(run, bySpot.get(spotOf(run))?.record));
    const model = runs.map((run) => bySpot.get(spotOf(run))).map((run) => (run ? timelessModel(run) : "no such run"));
    const crossed = crossedMilestones(
      this.#milestones.map((target) => ({ target: amountOf(target) })),
      amountOf(step.oldValue),
      amountOf(step.newValue),
    ).map(({ target }) => Number(target / amountOf(1)));
    ledger.push(`crossed ${crossed.map((target) => `${target} in ${step.runFirst + target - 1}`)}`);
    model.push(`crossed ${told.step.crossed.map(({ target, index }) => `${target} in ${index}`)}`);
    ledger.push(`lies in ${step.run ? this.#names.nameOf(step.run.id) : null}`);
    model.push(`lies in ${told.step.record}`);
    const known = step.run && runs.find((run) => run.id === step.run?.id);
    if (step.run) {
      ledger.push(this.#timeless(step.run));
      model.push(known ? this.#timeless(known) : "a run that the ledger knows");
    }
    return differenceOf(`log ${position} of the batch`, ledger, model);
  }

  #compareGone(gone: Map<string, string | null>, before: Set<number>): Difference | null {
    const ledger = [...gone].map(
      ([id, into]) => `${this.#names.nameOf(id)} into ${into === null ? null : this.#names.nameOf(into)}`,
    );
    const model = [...this.#model.gone].filter(([record]) => !before.has(record));
    return differenceOf(
      "records that stand no more",
      ledger.sort(),
      model.map(([id, into]) => `${id} into ${into}`).sort(),
    );
  }

  #compareStored(batch: readonly TrialLog[]): Difference | null {
    for (const { nowPick } of batch.slice(-3)) {
      const now = this.#pickNow(nowPick >> 3);
      const ledger = this.#store.runsAt(now).map((run) => {
        const status = runStatus(run, this.#rules.period, now);
        const brokenAt = status === "broken" ? breaksAt(run, this.#rules.period) : null;
        return `${this.#timeless(run)} ${status} ${brokenAt}`;
      });
      const model = this.#model.runsAt(now).map((run) => `${timelessModel(run)} ${run.status} ${run.brokenAt}`);
      const difference = differenceOf(`stored, seen at ${now}`, ledger, model);
      if (difference) return difference;
    }
    return null;
  }

  #timeless(run: Run, pairWith?: number): string {
    return lineOf(this.#names.nameOf(run.id, pairWith), run);
  }
}

function batchesOf<T extends { endsBatch: boolean }>(logs: readonly T[]): T[][] {
  const batches: T[][] = [[]];
  for (const log of logs) {
    batches.at(-1)?.push(log);
    if (log.endsBatch) batches.push([]);
  }
  return batches.filter((batch) => batch.length > 0);
}

/** What of a run does not depend on now, in a line. */
export function lineOf(name: string, run: Omit<Run, "id" | "next">): string {
  const { first, length, startedAt, latest, completedAt } = run;
  return `#${name} ${first}+${length} started ${startedAt} latest ${latest.at} ${latest.zone} completed ${completedAt}`;
}

function timelessModel(run: ModelRun): string {
  return lineOf(String(run.record), run);
}

/** A provisional run and a run of met periods never begin in the same period. */
function spotOf(run: { first: number; length: number }): string {
  return `${run.length === 0 ? "provisional" : "met"} ${run.first}`;
}

/** Whether the run of those periods is as long as it was, or was cut down by a completion. */
function sameExtent(run: ModelRun, after: readonly ModelRun[]): boolean {
  const now = after.find(({ first, length }) => first <= run.first && run.first < first + length);
  return now === undefined || now.length <= run.length;
}

function differenceOf(where: string, ledger: string[], model: string[]): Difference | null {
  return ledger.join("\n") === model.join("\n") ? null : { where, ledger, model };
}
