import { countOpenRewards, countRunsInProgress, countWindowsInProgress } from "@/db/queries/campaign-outlook";
import { findChallenge } from "@/db/queries/challenges";
import { listMilestonesOf } from "@/db/queries/milestones";
import { findStreak } from "@/db/queries/streaks";
import { CHALLENGE_TEXTS } from "@/lib/contracts/challenge";
import { MILESTONE_TEXTS } from "@/lib/contracts/milestone";
import { STREAK_TEXTS } from "@/lib/contracts/streak";
import { type Completeness, completeness } from "@/lib/domain/completeness";
import type { ParentSlug, Status } from "@/lib/domain/record";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";

const DAY_MS = 86_400_000;

/** What a change of status meets. Counts are as of the moment of asking. */
export interface StatusOutlook {
  status: Status;
  /** Members with a running streak, or an open window of the challenge. */
  membersInProgress: number;
  /** Of these, whose streak breaks or window ends within 24 hours, and within 7 days, if no activity comes. */
  endingWithinDay: number;
  endingWithinWeek: number;
  liveMilestones: number;
  rewardsPending: number;
  rewardsValid: number;
  /** Each further language of the program in which a text that the widget shows is missing or outdated. */
  incomplete: ({ language: string } & Pick<Completeness, "missing" | "outdated">)[];
}

/**
 * Tells what going live or pausing would meet, before it is done (no write): members in progress, streaks that end
 * while it is paused, rewards that stay, languages that are incomplete.
 * @throws AppError `forbidden`, `not_found`
 */
export async function previewStatusChange(
  context: ServiceContext,
  slug: ParentSlug,
  id: string,
): Promise<StatusOutlook> {
  authorize(context, "campaigns:read");
  const { scope, db, now, program } = context;
  const parent = await (slug === "streak" ? findStreak : findChallenge)(scope, db, id);
  if (!parent) throw new AppError("not_found");
  const milestones = await listMilestonesOf(scope, db, id);
  const shown = milestones.filter(({ status }) => status === "live");
  const count = slug === "streak" ? countRunsInProgress : countWindowsInProgress;
  const ending = await count(scope, db, id, now, [now + DAY_MS, now + 7 * DAY_MS]);
  const rewards = await countOpenRewards(scope, db, id, now);
  const records = [
    { texts: textsOf(parent, slug === "streak" ? STREAK_TEXTS : CHALLENGE_TEXTS), translations: parent.translations },
    ...shown.map((row) => ({ texts: textsOf(row, MILESTONE_TEXTS), translations: row.translations })),
  ];
  const incomplete = program.languages
    .filter((language) => language !== program.defaultLanguage)
    .map((language) => ({ language, ...completeness(records, language) }))
    .filter(({ missing, outdated }) => missing + outdated > 0);
  return {
    status: parent.status,
    membersInProgress: ending.members,
    endingWithinDay: ending.soon,
    endingWithinWeek: ending.later,
    liveMilestones: shown.length,
    rewardsPending: rewards.pending,
    rewardsValid: rewards.valid,
    incomplete: incomplete.map(({ language, missing, outdated }) => ({ language, missing, outdated })),
  };
}

/** What can be translated: one icon may serve all languages. */
function textsOf<Field extends string>(row: Readonly<Record<Field, string | null>>, fields: readonly Field[]) {
  const texts = fields.filter((field) => field !== "eudIcon");
  return Object.fromEntries(texts.map((field) => [field, row[field]]));
}
