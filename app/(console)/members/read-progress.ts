import { z } from "zod";
import type { ProgressRow } from "@/components/console/members/member-row";
import { CHALLENGE_PROGRESS_STATUSES } from "@/lib/domain/challenge";
import { STREAK_PROGRESS_STATUSES } from "@/lib/domain/streak";
import { listChallengeProgress } from "@/lib/services/challenge-progress/list-challenge-progress";
import { listChallenges } from "@/lib/services/challenges/list-challenges";
import type { ServiceContext } from "@/lib/services/context";
import { listStreakProgress } from "@/lib/services/streak-progress/list-streak-progress";
import { listStreaks } from "@/lib/services/streaks/list-streaks";
import { idOf } from "./read";

/** The latest of each kind: a member's page tells how it stands, not all that ever was. */
const SHOWN = "50";

const instant = z.string().nullable();
const shared = z.object({
  id: z.string(),
  currentProgressValue: z.number(),
  taskProgress: z.object({
    currentValue: z.number(),
    targetValue: z.number(),
    periodEndAt: instant,
    status: z.enum(["in_progress", "completed", "missed"]),
  }),
});
const run = shared.extend({
  streakId: z.string(),
  streakProgressStatus: z.enum(STREAK_PROGRESS_STATUSES),
  streakStartedAt: z.string(),
  streakBrokenAt: instant,
  streakCompletedAt: instant,
});
const window = shared.extend({
  challengeId: z.string(),
  challengeProgressStatus: z.enum(CHALLENGE_PROGRESS_STATUSES),
  challengeStartedAt: z.string(),
  challengeFailedAt: instant,
  challengeCompletedAt: instant,
});

/** A member's runs and windows as of now: those in progress first, then the latest. */
export async function readMemberProgress(context: ServiceContext, query: URLSearchParams): Promise<ProgressRow[]> {
  const filters = JSON.stringify({ fieldSlug: "ownedById", operator: "eq", value: idOf(query) });
  const [runs, windows] = await Promise.all([
    listStreakProgress(context, new URLSearchParams({ filters, limit: SHOWN })),
    listChallengeProgress(context, new URLSearchParams({ filters, limit: SHOWN })),
  ]);
  const rows = [...runs.data.map(rowOfRun), ...windows.data.map(rowOfWindow)];
  const parents = await parentsOf(context, rows);
  return rows
    .map((row) => ({ ...row, ...(parents.get(row.parentId) ?? { name: null, target: null }) }))
    .sort((a, b) => rank(a) - rank(b) || b.startedAt.localeCompare(a.startedAt));
}

type Unnamed = Omit<ProgressRow, "name" | "target">;

function rowOfRun(item: unknown): Unnamed {
  const read = run.parse(item);
  return {
    id: read.id,
    kind: "streak",
    parentId: read.streakId,
    value: read.currentProgressValue,
    status: read.streakProgressStatus,
    startedAt: read.streakStartedAt,
    endedAt: read.streakCompletedAt ?? read.streakBrokenAt,
    task: read.taskProgress,
  };
}

function rowOfWindow(item: unknown): Unnamed {
  const read = window.parse(item);
  return {
    id: read.id,
    kind: "challenge",
    parentId: read.challengeId,
    value: read.currentProgressValue,
    status: read.challengeProgressStatus,
    startedAt: read.challengeStartedAt,
    endedAt: read.challengeCompletedAt ?? read.challengeFailedAt,
    task: read.taskProgress,
  };
}

const rank = ({ status }: Unnamed) => (status === "in_progress" ? 0 : 1);

const parent = z.object({ id: z.string(), name: z.string(), completionTargetValue: z.number() });

/** What the campaigns of these rows are called and ask for; deleted ones are left out. */
async function parentsOf(context: ServiceContext, rows: Unnamed[]) {
  const find = async (kind: Unnamed["kind"], list: typeof listStreaks) => {
    const ids = [...new Set(rows.filter((row) => row.kind === kind).map(({ parentId }) => parentId))];
    if (ids.length === 0) return [];
    const filters = JSON.stringify({ fieldSlug: "id", operator: "in", value: ids });
    return (await list(context, new URLSearchParams({ filters, limit: SHOWN }))).data;
  };
  const found = await Promise.all([find("streak", listStreaks), find("challenge", listChallenges)]);
  return new Map(
    found.flat().map((item) => {
      const { id, name, completionTargetValue } = parent.parse(item);
      return [id, { name, target: completionTargetValue }] as const;
    }),
  );
}
