import type { Tx } from "@/db/client";
import type { IngestState } from "@/db/queries/ingest/load-state";
import { findMilestonesOfRewards } from "@/db/queries/milestones";
import { findTallies, type Slot } from "@/db/queries/streak-periods";
import { amountFromText } from "@/lib/domain/amount";
import type { ServiceContext } from "@/lib/services/context";
import { recordReading } from "@/lib/services/icons/record-reading";
import { slotKey } from "@/lib/services/streak-progress/slot-key";
import type { Folded, RowEffect } from "./fold";
import { unique } from "./keys";
import { type LogAnswer, presentAnswer } from "./present-answer";
import type { RewardCandidate } from "./rows";
import { creationTimes } from "./write";

/** The answers of all rows that were taken in, by log id: three statements at most, whatever their number. */
export async function answers(
  context: ServiceContext,
  tx: Tx,
  folded: Folded,
  rewards: RewardCandidate[],
  state: IngestState,
): Promise<Map<string, LogAnswer>> {
  const { scope, now } = context;
  const milestones = await findMilestonesOfRewards(scope, tx, unique(rewards.map(({ milestoneId }) => milestoneId)));
  const untouched = folded.effects.flatMap((effect) => (effect.streak?.taskValue === null ? taskSlot(effect) : []));
  const tallies = await findTallies(scope, tx, untouched);
  const values = new Map(tallies.map((row) => [slotKey(row), amountFromText(row.value)]));
  const sources = {
    programId: scope.programId,
    reading: await recordReading(context, tx, milestones),
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
