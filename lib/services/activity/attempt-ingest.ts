import type { Tx } from "@/db/client";
import { type IngestLoad, loadIngest } from "@/db/queries/ingest/load-ingest";
import { type IngestState, loadState } from "@/db/queries/ingest/load-state";
import { findTallies } from "@/db/queries/streak-periods";
import { amountFromText } from "@/lib/domain/amount";
import type { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { newId } from "@/lib/services/ids";
import { IngestConflict } from "./conflict";
import { foldRows, type Milestone, type Placed } from "./fold";
import { type IngestRow, judgeRows, type Verdict } from "./judge";
import { keysOf, stateKeys } from "./keys";
import { answers } from "./load-answers";
import { lockMembersOf, place } from "./place";
import type { LogAnswer } from "./present-answer";
import { writeDecisions } from "./write";

export type IngestAnswer = { log: LogAnswer } | { refused: AppError };

/**
 * One attempt at an ingest, inside its transaction: load, lock, load the state, decide in the domain, write. The number
 * of statements is the same whatever the number of rows.
 * @throws IngestConflict when what was judged before the lock no longer holds after it
 */
export async function attemptIngest(
  context: ServiceContext,
  tx: Tx,
  rows: readonly IngestRow[],
): Promise<IngestAnswer[]> {
  const { scope, now } = context;
  const logIds = rows.map(() => newId());
  const keys = keysOf(rows);
  const load = await loadIngest(scope, tx, keys);
  const first = judgeRows(rows, logIds, { ...load, now });
  if (first.every((verdict) => "refused" in verdict)) return first.map(refusalOf);

  const locked = await lockMembersOf(context, tx, first, load);
  const placedFirst = place(first, logIds, locked, load);
  const milestones = load.milestones.map((row): Milestone => ({ ...row, target: amountFromText(row.target) }));
  const state = await loadState(scope, tx, stateKeys(placedFirst, milestones, keys));
  if (!sameParents(load, state)) throw new IngestConflict();
  const members = [...load.members.filter(({ id }) => !locked.some((member) => member.id === id)), ...locked];
  const verdicts = judgeRows(rows, logIds, {
    parents: load.parents,
    members,
    repeats: [...load.repeats, ...state.repeats],
    now,
  });
  const placed = place(verdicts, logIds, locked, load);
  if (locked.some((member) => member.created && !placed.some(({ memberId }) => memberId === member.id)))
    throw new IngestConflict();
  if (placed.length === 0) return verdicts.map(refusalOf);

  const folded = await fold(context, tx, placed, state, milestones);
  const rewards = await writeDecisions(context, tx, folded, state, locked);
  const logs = await answers(context, tx, folded, rewards, state);
  return verdicts.map((verdict, position) => {
    const log = logs.get(logIds[position] ?? "");
    return log ? { log } : refusalOf(verdict);
  });
}

function refusalOf(verdict: Verdict): IngestAnswer {
  if ("refused" in verdict) return { refused: verdict.refused };
  throw new Error("an accepted row was left without an answer");
}

/** Rules are read before their lock is sure to be held: had one changed meanwhile, its `updatedAt` tells. */
function sameParents(load: IngestLoad, state: IngestState): boolean {
  const now = new Map(state.parents.map(({ id, updatedAt }) => [id, updatedAt]));
  return load.parents.length === now.size && load.parents.every(({ id, updatedAt }) => now.get(id) === updatedAt);
}

/** Folds the rows in; where a completion cut needs tallies inside a run, these are loaded and all is folded anew. */
async function fold(
  { scope, now }: ServiceContext,
  tx: Tx,
  placed: Placed[],
  state: IngestState,
  milestones: Milestone[],
) {
  const folded = foldRows(placed, state, [], milestones, now);
  const missing = folded.streaks.flatMap(({ parent, memberId, ledger }) =>
    ledger.missingPeriods.map((index) => ({ parentId: parent.id, memberId, index })),
  );
  if (missing.length === 0) return folded;
  return foldRows(placed, state, await findTallies(scope, tx, missing), milestones, now);
}
