import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { program } from "@/db/schema/programs";
import { rewardLog } from "@/db/schema/reward-logs";
import type { Db, Tx } from "@/db/types";
import type { AggregationPeriod, EpochMs, WindowPeriod } from "@/lib/domain/period";
import type { AggregationMethod } from "@/lib/domain/record";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import type { Translations } from "@/lib/domain/translations";
import type { IconRow } from "./icons";
import type { ProgramRow } from "./programs";

interface CampaignData {
  id: string;
  aggregationMethod: AggregationMethod;
  timeZone: string | null;
  startsAt: EpochMs | null;
  endsAt: EpochMs | null;
  eudTitle: string | null;
  eudDescription: string | null;
  eudIcon: string | null;
  translations: Translations;
}

/** A run as it is kept. */
export interface WidgetRunData {
  id: string;
  first: number;
  length: number;
  startedAt: EpochMs;
  latestAt: EpochMs;
  latestZone: string;
  completedAt: EpochMs | null;
  nextFirst: number | null;
  nextStartedAt: EpochMs | null;
}

/** A live streak, with the member's latest periods that have a log, and the last run. */
export interface WidgetStreakData extends CampaignData {
  aggregationPeriod: AggregationPeriod;
  aggregationTargetValue: string;
  completionTargetValue: number;
  tallies: { index: number; value: string; met: boolean }[];
  lastRun: WidgetRunData | null;
}

/** A live challenge, with the member's latest windows. */
export interface WidgetChallengeData extends CampaignData {
  aggregationPeriod: WindowPeriod;
  completionTargetValue: string;
  windows: { index: number; value: string; completedAt: EpochMs | null }[];
}

interface MilestoneTextData {
  eudTitle: string | null;
  eudDescription: string | null;
  eudMilestoneRewardTitle: string | null;
  eudMilestoneRewardInstructionMessage: string | null;
  eudIcon: string | null;
  translations: Translations;
}

/** A live milestone; `lastPaid` is the latest period in which it paid the member. */
export interface WidgetMilestoneData extends MilestoneTextData {
  id: string;
  parentId: string;
  target: string;
  points: number;
  repeatable: boolean;
  lastPaid: string | null;
}

/** A reward log with the texts of its milestone. */
export interface WidgetRewardData extends MilestoneTextData {
  id: string;
  couponCode: string | null;
  rewardIssuedAt: EpochMs | null;
  rewardExpiryAt: EpochMs | null;
  rewardRedeemedAt: EpochMs | null;
  createdAt: EpochMs;
  celebrated: boolean;
}

/** An icon that a text of the data names, in any language. */
export type WidgetIconData = Pick<IconRow, "programId" | "id" | "sha256" | "contentType" | "width" | "height">;

/** What db/functions/widget-data.sql answers: the newest 51 rewards and 10 changes of points, the newest first. */
export interface WidgetData {
  member: { id: string; timeZone: string | null; languageCode: string | null; pointsBalance: number } | null;
  streaks: WidgetStreakData[];
  challenges: WidgetChallengeData[];
  milestones: WidgetMilestoneData[];
  rewards: WidgetRewardData[];
  icons: WidgetIconData[];
  entries: { id: string; eventType: string; points: number; reference: string | null; createdAt: EpochMs }[];
}

/**
 * A program and all that its widget shows, of the member with that external id too, in one statement. It comes before
 * there is a tenant, so lib/auth calls it, and hands nothing of a member on before the member's token has proven good.
 */
export async function findWidget(
  db: Db | Tx,
  programId: string,
  externalId: string | null,
): Promise<{ program: ProgramRow; data: WidgetData } | undefined> {
  const answer = sql<{
    data: Omit<WidgetData, "icons">;
    icons: WidgetIconData[];
  }>`widget_data(${program.id}, ${externalId}::text)`;
  const [row] = await db.select({ program, answer }).from(program).where(eq(program.id, programId));
  return row && { program: row.program, data: { ...row.answer.data, icons: row.answer.icons } };
}

/** Marks a member's rewards as celebrated. Answers with those that were not: of two who ask at once, one gets each. */
export async function celebrateRewards(
  scope: TenantScope,
  db: Db,
  memberId: string,
  ids: string[],
  now: EpochMs,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .update(rewardLog)
    .set({ celebratedAt: now })
    .where(
      and(
        eq(rewardLog.programId, scope.programId),
        eq(rewardLog.memberId, memberId),
        inArray(rewardLog.id, ids),
        isNull(rewardLog.celebratedAt),
      ),
    )
    .returning({ id: rewardLog.id });
  return rows.map(({ id }) => id);
}
