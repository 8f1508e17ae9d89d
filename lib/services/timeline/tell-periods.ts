import { findRewardsOf } from "@/db/queries/reward-logs";
import { findTimelineLogs } from "@/db/queries/timeline-logs";
import { COUNTED_LOGS, SHOWN_LOGS } from "@/lib/contracts/timeline";
import { periodKey, type WindowPeriod } from "@/lib/domain/period";
import { type ParentSlug, rewardIdentifier } from "@/lib/domain/record";
import type { TimelinePeriod } from "@/lib/domain/timeline";
import type { Viewer } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { recordReading } from "@/lib/services/icons/record-reading";
import { presentPeriod } from "./present-period";

/** Whose story is told, to whom, and in which language. */
export interface Story {
  slug: ParentSlug;
  parentId: string;
  memberId: string;
  period: WindowPeriod;
  viewer: Viewer;
  languageCode: string | null;
}

/** Adds to periods what was logged in them and which rewards they led to: two statements, whatever their
 * number, and a third where a milestone has an icon. */
export async function tellPeriods(context: ServiceContext, story: Story, periods: TimelinePeriod[]) {
  const { scope, db, now } = context;
  const { slug, parentId, memberId, period, viewer } = story;
  const keyOf = ({ index }: TimelinePeriod) => periodKey(period, index);
  const bounds = periods.map(({ index, endAt }) => ({ index, endAt }));
  const keys = { slug, parentId, memberId, periods: bounds, shown: SHOWN_LOGS, counted: COUNTED_LOGS };
  const logs = await findTimelineLogs(scope, db, keys);
  const identifiers = periods.map((told) => rewardIdentifier(slug, parentId, memberId, keyOf(told)));
  const rewards = await findRewardsOf(scope, db, identifiers);
  const logsOf = new Map(logs.map((row) => [row.index, row]));
  const rewardsOf = Map.groupBy(rewards, ({ reward }) => reward.periodKey);
  const milestones = rewards.map(({ milestone }) => milestone);
  const reading = await recordReading(context, db, milestones, story.languageCode);
  return periods.map((told) =>
    presentPeriod(
      { period, told, logs: logsOf.get(told.index), rewards: rewardsOf.get(keyOf(told)) ?? [] },
      { everyone: viewer.everyone, reading, now },
    ),
  );
}
