import type { Tx } from "@/db/client";
import { type IngestKeys, type IngestLoad, loadIngest } from "@/db/queries/ingest/load-ingest";
import { type IngestState, loadState } from "@/db/queries/ingest/load-state";
import { type LockedMemberRow, lockMembers } from "@/db/queries/ingest/lock-members";
import { writeIngest, writePoints } from "@/db/queries/ingest/write-ingest";
import { findMilestonesOfRewards } from "@/db/queries/milestones";
import { findTallies, type Slot } from "@/db/queries/streak-periods";
import { amountFromText } from "@/lib/domain/amount";
import { periodIndexAt, zoneOfLog } from "@/lib/domain/period";
import type { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { newId } from "@/lib/services/ids";
import { iso } from "@/lib/services/wire";
import { presentAnswer } from "./answer";
import { type Folded, foldRows, type Milestone, type Placed, type RowEffect } from "./fold";
import { type Accepted, type IngestRow, judgeRows, type Verdict } from "./judge";
import {
  logRow,
  pointsOf,
  type RewardCandidate,
  rewardCandidates,
  rewardRow,
  runRow,
  tallyRow,
  windowRow,
} from "./rows";

/** Another transaction came in between; the whole attempt is rolled back and made again. */
export class IngestConflict extends Error {}

export type IngestAnswer = { log: ReturnType<typeof presentAnswer> } | { refused: AppError };

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

  const locked = await lock(context, tx, first, load);
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
  const rewards = await write(context, tx, folded, state, locked);
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

function keysOf(rows: readonly IngestRow[]): IngestKeys {
  const activities = rows.filter((row) => "parentId" in row);
  const wallets = activities.flatMap(({ ownedBy }) =>
    ownedBy?.walletAddress ? [ownedBy.walletAddress.toLowerCase()] : [],
  );
  const parents = new Map(activities.map(({ slug, parentId }) => [`${slug} ${parentId}`, { slug, id: parentId }]));
  return {
    parents: [...parents.values()],
    memberIds: unique(activities.flatMap(({ ownedById }) => ownedById ?? [])),
    externalIds: unique(activities.flatMap(({ ownedBy }) => ownedBy?.externalId ?? [])),
    wallets: unique(wallets),
    events: activities.map(({ slug, parentId, uniqueIdentifier }) => ({
      slug,
      parentId,
      identifier: uniqueIdentifier,
    })),
  };
}

async function lock(
  { scope, now }: ServiceContext,
  tx: Tx,
  verdicts: Verdict[],
  load: IngestLoad,
): Promise<LockedMemberRow[]> {
  const idOf = new Map(load.members.map(({ id, externalId }) => [externalId, id]));
  const wanted = verdicts.flatMap((verdict) => ("accepted" in verdict ? verdict.accepted : []));
  const knownIds = unique(wanted.flatMap(({ externalId }) => idOf.get(externalId) ?? []));
  const created = wanted
    .flatMap(({ newMember }) => newMember ?? [])
    .map((member) => ({
      program_id: scope.programId,
      id: newId(),
      external_id: member.externalId,
      first_name: member.firstName,
      last_name: member.lastName,
      display_name: member.displayName,
      email: member.email,
      phone_number: member.phoneNumber,
      wallet_address: member.walletAddress,
      status: member.status,
      time_zone: member.timeZone,
      language_code: member.languageCode,
      metadata: member.metadata,
      points_balance: 0 as const,
      created_at: iso(now),
      updated_at: iso(now),
    }));
  return lockMembers(scope, tx, knownIds, created);
}

/** Tells each accepted row's member, zone and period. */
function place(verdicts: Verdict[], logIds: string[], locked: LockedMemberRow[], load: IngestLoad): Placed[] {
  const byExternalId = new Map(locked.map((member) => [member.externalId, member]));
  const placeOne = (accepted: Accepted, logId: string): Placed => {
    const member = byExternalId.get(accepted.externalId);
    if (!member) throw new IngestConflict();
    const zone = zoneOfLog(member.timeZone, accepted.parent.timeZone, load.programTimeZone);
    const index = periodIndexAt(accepted.parent.aggregationPeriod, accepted.activity.activityAt, zone);
    return { ...accepted, logId, memberId: member.id, zone, index };
  };
  return verdicts.flatMap((verdict, position) =>
    "accepted" in verdict ? [placeOne(verdict.accepted, logIds[position] ?? "")] : [],
  );
}

function stateKeys(placed: Placed[], milestones: Milestone[], keys: IngestKeys) {
  const slots = { streak: new Map<string, Slot>(), challenge: new Map<string, Slot>() };
  const once = new Map<string, { milestoneId: string; memberId: string }>();
  for (const { parent, memberId, index } of placed) {
    slots[parent.slug].set(`${parent.id} ${memberId} ${index}`, { parentId: parent.id, memberId, index });
    for (const { id, parentId, repeatable } of milestones)
      if (!repeatable && parentId === parent.id) once.set(`${id} ${memberId}`, { milestoneId: id, memberId });
  }
  return {
    streakSlots: [...slots.streak.values()],
    windowSlots: [...slots.challenge.values()],
    once: [...once.values()],
    events: keys.events,
    parents: keys.parents,
  };
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

async function write(
  { scope, now }: ServiceContext,
  tx: Tx,
  { effects, streaks, windows }: Folded,
  state: IngestState,
  locked: LockedMemberRow[],
): Promise<RewardCandidate[]> {
  const tenant = scope.programId;
  const createdAt = creationTimes(state, now);
  const candidates = rewardCandidates(effects, state.given);
  const logs = (slug: "streak" | "challenge") =>
    effects
      .filter(({ placed }) => placed.parent.slug === slug)
      .map(({ placed }) => logRow(tenant, placed, now))
      .sort((a, b) => compare(a.unique_identifier, b.unique_identifier));
  const gone = streaks.flatMap(({ ledger }) => [...ledger.gone]);
  const created = await writeIngest(scope, tx, {
    streakLogs: logs("streak"),
    challengeLogs: logs("challenge"),
    tallies: streaks.flatMap((pair) => pair.ledger.changedPeriods.map((tally) => tallyRow(tenant, pair, tally))),
    runs: streaks.flatMap((pair) =>
      pair.ledger.changedRuns.map((run) => runRow(tenant, pair, run, createdAt(run.id), now)),
    ),
    windows: windows.map((pair) => windowRow(tenant, pair, createdAt(pair.window.id), now)),
    rewards: candidates.map((candidate) => rewardRow(tenant, candidate, now)),
    gone: gone.map(([id]) => id),
    merges: gone.flatMap(([id, into]) =>
      into === null ? [] : [{ program_id: tenant, id, into_id: into, created_at: iso(now) }],
    ),
  });
  const rewards = candidates.filter(({ id }) => created.includes(id));
  const balances = new Map(locked.map(({ id, pointsBalance }) => [id, pointsBalance]));
  const points = pointsOf(tenant, rewards, balances, now);
  if (points.entries.length > 0) await writePoints(scope, tx, points.entries, points.balances);
  return rewards;
}

async function answers(
  { scope, now }: ServiceContext,
  tx: Tx,
  folded: Folded,
  rewards: RewardCandidate[],
  state: IngestState,
) {
  const milestones = await findMilestonesOfRewards(scope, tx, unique(rewards.map(({ milestoneId }) => milestoneId)));
  const untouched = folded.effects.flatMap((effect) => (effect.streak?.taskValue === null ? taskSlot(effect) : []));
  const tallies = await findTallies(scope, tx, untouched);
  const values = new Map(tallies.map((row) => [slotKey(row), amountFromText(row.value)]));
  const sources = {
    programId: scope.programId,
    milestones: new Map(milestones.map((row) => [row.id, row])),
    createdAt: creationTimes(state, now),
    taskValue: (effect: RowEffect) =>
      effect.streak?.taskValue ?? values.get(taskSlot(effect).map(slotKey)[0] ?? "") ?? 0n,
    now,
  };
  const byEffect = Map.groupBy(rewards, ({ effect }) => effect);
  return new Map(
    folded.effects.map((effect) => [effect.placed.logId, presentAnswer(effect, byEffect.get(effect) ?? [], sources)]),
  );
}

function taskSlot({ streak, placed }: RowEffect): Slot[] {
  return streak ? [{ parentId: placed.parent.id, memberId: placed.memberId, index: streak.taskIndex }] : [];
}

function creationTimes({ runs, windows }: IngestState, now: number): (id: string) => number {
  const times = new Map([...runs, ...windows].map(({ id, createdAt }) => [id, createdAt]));
  return (id) => times.get(id) ?? now;
}

function slotKey({ parentId, memberId, index }: Slot): string {
  return `${parentId} ${memberId} ${index}`;
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}

/** By code units: any order will do, as long as every ingest uses the same. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
