import type { Tx } from "@/db/client";
import { type IngestLoad, loadIngest } from "@/db/queries/ingest/load-ingest";
import { type IngestState, loadState } from "@/db/queries/ingest/load-state";
import type { LockedMemberRow } from "@/db/queries/ingest/lock-members";
import { findTallies } from "@/db/queries/streak-periods";
import { amountFromText } from "@/lib/domain/amount";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { newId } from "@/lib/services/ids";
import type { AwardRow } from "./award";
import { IngestConflict } from "./conflict";
import { awardsDue, type Credited } from "./credit";
import { foldRows, type Milestone, type Placed } from "./fold";
import { type AwardVerdict, type IngestRow, type Intake, judge, type Verdict } from "./judge";
import { keysOf, stateKeys } from "./keys";
import { answers } from "./load-answers";
import { lockMembersOf, place } from "./place";
import type { LogAnswer } from "./present-answer";
import { writeDecisions } from "./write";

export type IngestAnswer = { log: LogAnswer } | { refused: AppError };
export type AwardAnswer = { credited: Credited } | { refused: AppError };

/** An answer for each row and each award, in order. */
export interface IngestAnswers {
  logs: IngestAnswer[];
  awards: AwardAnswer[];
}

/**
 * One attempt at an ingest, inside its transaction: load, lock, load the state, decide in the domain, write. The number
 * of statements is the same whatever the number of rows. Awards come with the rows of the events that earn them.
 * @throws IngestConflict when what was judged before the lock no longer holds after it
 */
export async function attemptIngest(
  context: ServiceContext,
  tx: Tx,
  rows: readonly IngestRow[],
  awards: readonly AwardRow[] = [],
): Promise<IngestAnswers> {
  const { scope, now } = context;
  const intake = { rows, logIds: rows.map(() => newId()), awards, entryIds: awards.map(() => newId()) };
  const keys = keysOf(intake);
  const load = await loadIngest(scope, tx, keys);
  const first = judge(intake, { ...load, now });
  if (!first.logs.some(isAccepted) && !first.awards.some(isAccepted)) return answersOf(intake, first, NOTHING);

  const locked = await lockMembersOf(context, tx, [...first.logs, ...first.awards], load);
  const placedFirst = place(first.logs, intake.logIds, locked, load);
  const milestones = load.milestones.map((row): Milestone => ({ ...row, target: amountFromText(row.target) }));
  const state = await loadState(scope, tx, stateKeys(placedFirst, milestones, keys));
  if (!sameParents(load, state)) throw new IngestConflict();
  const members = [...load.members.filter(({ id }) => !locked.some((member) => member.id === id)), ...locked];
  const verdicts = judge(intake, {
    parents: load.parents,
    members,
    repeats: [...load.repeats, ...state.repeats],
    rules: load.rules,
    awarded: [...load.awarded, ...state.awarded],
    now,
  });
  if (madeForNothing(locked, verdicts)) throw new IngestConflict();
  const placed = place(verdicts.logs, intake.logIds, locked, load);
  const due = awardsDue(intake, verdicts.awards, locked);
  if (placed.length === 0 && due.length === 0) return answersOf(intake, verdicts, NOTHING);

  const folded = await fold(context, tx, placed, state, milestones);
  const written = await writeDecisions(context, tx, { folded, due, state, locked, positions: positionsOf(intake) });
  const logs = await answers(context, tx, folded, written.rewards, state);
  return answersOf(intake, verdicts, { logs, credits: written.credits });
}

/** What became of accepted rows, by the id that each was given. */
interface Outcome {
  logs: Map<string, LogAnswer>;
  credits: Map<string, Credited | AppError>;
}
const NOTHING: Outcome = { logs: new Map(), credits: new Map() };

interface Verdicts {
  logs: Verdict[];
  awards: AwardVerdict[];
}

function answersOf({ logIds, entryIds }: Intake, verdicts: Verdicts, { logs, credits }: Outcome): IngestAnswers {
  return {
    logs: verdicts.logs.map((verdict, position) => {
      const log = logs.get(logIds[position] ?? "");
      return log ? { log } : refusalOf(verdict);
    }),
    awards: verdicts.awards.map((verdict, position) => {
      const credited = credits.get(entryIds[position] ?? "");
      if (credited instanceof AppError) return { refused: credited };
      return credited ? { credited } : refusalOf(verdict);
    }),
  };
}

function refusalOf(verdict: Verdict | AwardVerdict): { refused: AppError } {
  if ("refused" in verdict) return { refused: verdict.refused };
  throw new Error("an accepted row was left without an answer");
}

function isAccepted(verdict: Verdict | AwardVerdict): boolean {
  return "accepted" in verdict;
}

/** A member that was made for a row which is refused after all must go again. */
function madeForNothing(locked: LockedMemberRow[], { logs, awards }: Verdicts): boolean {
  const wanted = new Set(
    [...logs, ...awards].flatMap((verdict) => ("accepted" in verdict ? verdict.accepted.externalId : [])),
  );
  return locked.some(({ created, externalId }) => created && !wanted.has(externalId));
}

/** Where each row stands, by its log's id: points are entered in this order. */
function positionsOf({ logIds }: Intake): Map<string, number> {
  return new Map(logIds.map((id, position) => [id, position]));
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
