import { type Amount, amountOf, ONE } from "../amount";
import { crossedMilestones } from "../crossing";
import { type AggregationPeriod, type EpochMs, periodIndexAt, periodKey } from "../period";
import { breaksAt, type Run, type RunStatus, runStatus } from "../streak";
import { StreakStore } from "./streak-store";

export interface HistoryRules {
  period?: AggregationPeriod;
  target?: Amount;
  completionTarget?: number;
  zone?: string;
  milestones?: number[];
}

/** A run as a person would tell it: period keys, and instants as `2026-04-10T09:00:00`, in UTC. */
export interface ToldRun {
  from: string;
  value: number;
  status: RunStatus;
  startedAt: string;
  brokenAt?: string;
  completedAt?: string;
}

/** One member's streak in hand-written tests: logs one by one, each a batch, read back in words. */
export class StreakHistory {
  readonly #period: AggregationPeriod;
  readonly #milestones: number[];
  readonly #store: StreakStore;
  #zone: string;

  constructor(rules: HistoryRules = {}) {
    const { period = "daily", target = ONE, completionTarget = 100_000, zone = "UTC", milestones = [] } = rules;
    this.#period = period;
    this.#milestones = milestones;
    this.#zone = zone;
    this.#store = new StreakStore({ period, target, completionTarget });
  }

  /** From now on the member's logs are told in this zone. */
  moveTo(zone: string): void {
    this.#zone = zone;
  }

  /** What the log's answer says: the value and first period of the run in which it lies, and the milestones it crossed. */
  log(at: string, amount: Amount = ONE): { value: number | null; id: string | null; crossed: string[] } {
    const instant = parse(at);
    const log = { index: periodIndexAt(this.#period, instant, this.#zone), at: instant, zone: this.#zone, amount };
    const { folded } = this.#store.ingest([{ log, now: instant }]);
    const step = folded[0]?.step;
    if (!step) throw new Error("a log has no answer");
    const crossed = crossedMilestones(
      this.#milestones.map((target) => ({ target: amountOf(target) })),
      amountOf(step.oldValue),
      amountOf(step.newValue),
    ).map(({ target }) => {
      const value = Number(target / ONE);
      return `${value} in ${periodKey(this.#period, step.runFirst + value - 1)}`;
    });
    return { value: step.run?.length ?? null, id: step.run?.id ?? null, crossed };
  }

  logAll(...instants: string[]): void {
    for (const at of instants) this.log(at);
  }

  /** The runs as a reader sees them at that moment, without anything else having run. */
  at(now: string): ToldRun[] {
    return this.#store.runsAt(parse(now)).map((run) => this.#told(run, parse(now)));
  }

  /** `2026-04-08+3 in_progress`, a line for each run. */
  summary(now: string): string[] {
    return this.at(now).map(({ from, value, status }) => `${from.replace(/^[a-z]+_/, "")}+${value} ${status}`);
  }

  #told(run: Run, now: EpochMs): ToldRun {
    const status = runStatus(run, this.#period, now);
    return {
      from: periodKey(this.#period, run.first),
      value: run.length,
      status,
      startedAt: print(run.startedAt),
      ...(status === "broken" ? { brokenAt: print(breaksAt(run, this.#period)) } : {}),
      ...(run.completedAt === null ? {} : { completedAt: print(run.completedAt) }),
    };
  }
}

function parse(text: string): EpochMs {
  const at = Date.parse(text.includes("T") ? `${text}Z` : `${text}T12:00:00Z`);
  if (Number.isNaN(at)) throw new Error(`no instant: ${text}`);
  return at;
}

function print(at: EpochMs): string {
  return new Date(at).toISOString().replace(/(\.000)?Z$/, "");
}
