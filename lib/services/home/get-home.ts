import { countWaitingRewards, type Draft, type FirstSteps, findFirstSteps, listDrafts } from "@/db/queries/home";
import { PARENT_SLUGS, type ParentSlug } from "@/lib/domain/record";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { countTextsByLanguage } from "@/lib/services/translations/list-open-texts";
import { iso } from "@/lib/services/wire";

/** Rewards that wait are counted up to here; more are "10,000 or more". */
export const MOST_COUNTED = 10_000;
const MOST_DRAFTS = 5;

/** What needs somebody's hand in a program, and how far its set-up is. */
export interface Home {
  /** Rewards without a code; `oldestAt` is ISO 8601 in UTC. */
  waiting: { count: number; oldestAt: string | null };
  drafts: (Omit<Draft, "updatedAt"> & { updatedAt: string })[];
  /** The kinds of which there are more drafts. */
  moreDrafts: ParentSlug[];
  texts: { language: string; missing: number; outdated: number }[];
  steps: FirstSteps & { language: boolean };
}

/**
 * Reads what the console's home shows. `steps` tick themselves: each is told by what is there.
 * @throws AppError `forbidden`
 */
export async function getHome(context: ServiceContext): Promise<Home> {
  authorize(context, "campaigns:read");
  authorize(context, "rewards:read");
  const { scope, db, now, program } = context;
  const [waiting, drafts, texts, steps] = await Promise.all([
    countWaitingRewards(scope, db, now, MOST_COUNTED),
    listDrafts(scope, db, MOST_DRAFTS + 1),
    countTextsByLanguage(context),
    findFirstSteps(scope, db),
  ]);
  return {
    waiting: { count: waiting.count, oldestAt: iso(waiting.oldestAt) },
    drafts: drafts.slice(0, MOST_DRAFTS).map((draft) => ({ ...draft, updatedAt: iso(draft.updatedAt) })),
    moreDrafts: PARENT_SLUGS.filter((slug) => drafts.slice(MOST_DRAFTS).some((draft) => draft.slug === slug)),
    texts: texts.filter(({ missing, outdated }) => missing + outdated > 0),
    steps: { ...steps, language: program.languages.length > 1 },
  };
}
