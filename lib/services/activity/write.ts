import type { Tx } from "@/db/client";
import type { IngestState } from "@/db/queries/ingest/load-state";
import { writeIngest, writePoints } from "@/db/queries/ingest/write-ingest";
import type { ServiceContext } from "@/lib/services/context";
import { iso } from "@/lib/services/wire";
import { type CreditInput, creditPoints } from "./credit";
import type { Folded } from "./fold";
import { logRow, rewardCandidates, rewardRow, runRow, tallyRow, windowRow } from "./rows";

interface Decisions extends Omit<CreditInput, "rewards"> {
  folded: Folded;
  state: IngestState;
}

/**
 * Writes what was decided.
 * @returns the rewards that are new, in the order in which they were reached; what became of each award, by entry
 */
export async function writeDecisions(
  { scope, now }: ServiceContext,
  tx: Tx,
  { folded: { effects, streaks, windows }, state, ...input }: Decisions,
) {
  const tenant = scope.programId;
  const createdAt = creationTimes(state, now);
  const candidates = rewardCandidates(effects, state.given);
  const logs = (slug: "streak" | "challenge") =>
    effects
      .filter(({ placed }) => placed.parent.slug === slug)
      .map(({ placed }) => logRow(tenant, placed, now))
      .sort((a, b) => compare(a.unique_identifier, b.unique_identifier));
  const gone = streaks.flatMap(({ ledger, memberId }) =>
    [...ledger.gone].map(([id, into]) => ({ id, into, memberId })),
  );
  const createdIds = await writeIngest(scope, tx, {
    streakLogs: logs("streak"),
    challengeLogs: logs("challenge"),
    tallies: streaks.flatMap((pair) => pair.ledger.changedPeriods.map((tally) => tallyRow(tenant, pair, tally))),
    runs: streaks.flatMap((pair) =>
      pair.ledger.changedRuns.map((run) => runRow(tenant, pair, run, createdAt(run.id), now)),
    ),
    windows: windows.map((pair) => windowRow(tenant, pair, createdAt(pair.window.id), now)),
    rewards: candidates.map((candidate) => rewardRow(tenant, candidate, now)),
    gone: gone.map(({ id }) => id),
    merges: gone.flatMap(({ id, into, memberId }) =>
      into === null ? [] : [{ program_id: tenant, id, member_id: memberId, into_id: into, created_at: iso(now) }],
    ),
  });
  const created = new Set(createdIds);
  const rewards = candidates.filter(({ id }) => created.has(id));
  const { entries, balances, credits } = creditPoints(tenant, { ...input, rewards }, now);
  if (entries.length > 0) await writePoints(scope, tx, entries, balances);
  return { rewards, credits };
}

/** When progress records were first written: now for those that the state does not hold. */
export function creationTimes({ runs, windows }: IngestState, now: number): (id: string) => number {
  const times = new Map([...runs, ...windows].map(({ id, createdAt }) => [id, createdAt]));
  return (id) => times.get(id) ?? now;
}

/** By code units: any order will do, as long as every ingest uses the same. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
