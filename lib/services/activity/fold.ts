import type { ParentRow } from "@/db/queries/ingest/load-ingest";
import type { IngestState } from "@/db/queries/ingest/load-state";
import type { TallyRow } from "@/db/queries/streak-periods";
import { type Amount, amountFromText, amountOf, ONE } from "@/lib/domain/amount";
import { addToWindow, type ChallengeWindow } from "@/lib/domain/challenge";
import { crossedMilestones } from "@/lib/domain/crossing";
import type { AggregationPeriod, EpochMs } from "@/lib/domain/period";
import type { PeriodTally, Run } from "@/lib/domain/streak";
import { StreakLedger } from "@/lib/domain/streak-ledger";
import { taskIndex } from "@/lib/domain/task";
import { newId } from "@/lib/services/ids";
import { slotKey } from "@/lib/services/streak-progress/slot-key";
import type { Accepted } from "./judge";

/** An accepted row with all that is told of it before the engine sees it. */
export interface Placed extends Accepted {
  logId: string;
  memberId: string;
  index: number;
  zone: string;
}

export interface Milestone {
  id: string;
  parentId: string;
  target: Amount;
  points: number;
  repeatable: boolean;
}

/** What one row did: the progress right after it and the milestones it reached, each with its period. */
export interface RowEffect {
  placed: Placed;
  /** Null when the log lies in no run. */
  streak: { run: Run; taskIndex: number; taskValue: Amount | null } | null;
  window: ChallengeWindow | null;
  reached: { milestone: Milestone; index: number }[];
}

/** The state of one pair of parent and member after all rows. */
export interface StreakPair {
  parent: ParentRow;
  memberId: string;
  ledger: StreakLedger;
}
export interface WindowPair {
  parent: ParentRow;
  memberId: string;
  window: ChallengeWindow;
}

export interface Folded {
  effects: RowEffect[];
  streaks: StreakPair[];
  windows: WindowPair[];
}

/** Folds rows into the loaded state, in order, by the rules of lib/domain. Nothing here reads or writes. */
export function foldRows(
  rows: Placed[],
  state: IngestState,
  extra: TallyRow[],
  milestones: Milestone[],
  now: EpochMs,
): Folded {
  const fold = new Fold(rows, state, extra, milestones, now);
  const effects = rows.map((row) => (row.parent.slug === "streak" ? fold.addToStreak(row) : fold.addToChallenge(row)));
  return { effects, streaks: [...fold.streaks.values()], windows: [...fold.windows.values()] };
}

class Fold {
  readonly streaks = new Map<string, StreakPair>();
  readonly windows = new Map<string, WindowPair>();
  readonly #state: Record<"tallies", Map<string, TallyRow[]>> & Record<"runs", Map<string, IngestState["runs"]>>;
  readonly #latest: Map<string, number>;
  readonly #windows: Map<string, IngestState["windows"][number]>;
  readonly #milestones: Map<string, Milestone[]>;
  readonly #now: EpochMs;
  /** Periods of streaks that rows fall in: of these the state knows all, so that without a tally there was no log. */
  readonly #touched: Set<string>;

  constructor(rows: Placed[], state: IngestState, extra: TallyRow[], milestones: Milestone[], now: EpochMs) {
    this.#touched = new Set(
      rows.map(({ parent, memberId, index }) => slotKey({ parentId: parent.id, memberId, index })),
    );
    this.#state = { tallies: groupBy([...state.tallies, ...extra], pairKey), runs: groupBy(state.runs, pairKey) };
    this.#latest = new Map(state.latest.map((row) => [pairKey(row), row.index]));
    this.#windows = new Map(state.windows.map((row) => [`${pairKey(row)} ${row.index}`, row]));
    this.#milestones = groupBy(milestones, ({ parentId }) => parentId);
    this.#now = now;
  }

  addToStreak(placed: Placed): RowEffect {
    const { activity, parent, memberId, index, zone } = placed;
    const pair = this.#streakPair(parent, memberId);
    const step = pair.ledger.add({ index, at: activity.activityAt, zone, amount: contribution(placed) }, this.#now);
    const crossed = crossedMilestones(this.#of(parent), amountOf(step.oldValue), amountOf(step.newValue));
    return {
      placed,
      streak: step.run && this.#withTask(pair, step.run),
      window: null,
      reached: crossed.map((milestone) => ({ milestone, index: step.runFirst + Number(milestone.target / ONE) - 1 })),
    };
  }

  addToChallenge(placed: Placed): RowEffect {
    const { activity, parent, memberId, index, zone } = placed;
    const key = `${parent.id} ${memberId} ${index}`;
    const before = this.windows.get(key)?.window ?? toWindow(this.#windows.get(key));
    const log = { index, at: activity.activityAt, zone, amount: contribution(placed) };
    const window = addToWindow(before, log, amountFromText(parent.completionTargetValue), newId);
    this.windows.set(key, { parent, memberId, window });
    const crossed = crossedMilestones(this.#of(parent), before?.value ?? 0n, window.value);
    return { placed, streak: null, window, reached: crossed.map((milestone) => ({ milestone, index })) };
  }

  #of(parent: ParentRow): Milestone[] {
    return this.#milestones.get(parent.id) ?? [];
  }

  #withTask(pair: StreakPair, run: Run): RowEffect["streak"] {
    const index = taskIndex(run, pair.parent.aggregationPeriod as AggregationPeriod, this.#now);
    const untouched = this.#touched.has(slotKey({ parentId: pair.parent.id, memberId: pair.memberId, index }))
      ? 0n
      : null;
    return { run, taskIndex: index, taskValue: pair.ledger.tally(index)?.value ?? untouched };
  }

  #streakPair(parent: ParentRow, memberId: string): StreakPair {
    const key = `${parent.id} ${memberId}`;
    const known = this.streaks.get(key);
    if (known) return known;
    const runs = (this.#state.runs.get(key) ?? []).map(toRun);
    const ledger = new StreakLedger(
      {
        periods: (this.#state.tallies.get(key) ?? []).map(toTally),
        runs: runs.filter((run) => run.length > 0),
        provisional: runs.find((run) => run.length === 0) ?? null,
        latestIndex: this.#latest.get(key) ?? null,
      },
      {
        period: parent.aggregationPeriod as AggregationPeriod,
        target: amountFromText(parent.aggregationTargetValue ?? "0"),
        completionTarget: Number(parent.completionTargetValue),
      },
      newId,
    );
    const pair = { parent, memberId, ledger };
    this.streaks.set(key, pair);
    return pair;
  }
}

function contribution({ activity, parent }: Placed): Amount {
  return parent.aggregationMethod === "count" ? ONE : (activity.activityValue ?? 0n);
}

function toTally(row: TallyRow): PeriodTally {
  return {
    index: row.index,
    value: amountFromText(row.value),
    firstAt: row.firstAt,
    latest: { at: row.latestAt, zone: row.latestZone },
    metAt: row.metAt,
  };
}

function toRun(row: IngestState["runs"][number]): Run {
  return {
    id: row.id,
    first: row.first,
    length: row.length,
    startedAt: row.startedAt,
    latest: { at: row.latestAt, zone: row.latestZone },
    completedAt: row.completedAt,
    next:
      row.nextFirst === null || row.nextStartedAt === null
        ? null
        : { first: row.nextFirst, startedAt: row.nextStartedAt },
  };
}

function toWindow(row: IngestState["windows"][number] | undefined): ChallengeWindow | undefined {
  return (
    row && {
      id: row.id,
      index: row.index,
      value: amountFromText(row.value),
      startedAt: row.startedAt,
      latest: { at: row.latestAt, zone: row.latestZone },
      completedAt: row.completedAt,
    }
  );
}

function pairKey({ parentId, memberId }: { parentId: string; memberId: string }): string {
  return `${parentId} ${memberId}`;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  return Map.groupBy(items, keyOf);
}
