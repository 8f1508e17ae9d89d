import { challengeHasLogs, findChallenge } from "@/db/queries/challenges";
import { findIcons } from "@/db/queries/icons";
import { listMilestonesOf, listPaidMilestones } from "@/db/queries/milestones";
import { findStreak, streakHasLogs } from "@/db/queries/streaks";
import type { ParentSlug } from "@/lib/domain/record";
import type { Translations } from "@/lib/domain/translations";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import { presentChallenge } from "@/lib/services/challenges/present-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { presentIcon } from "@/lib/services/icons/present-icon";
import { recordReading } from "@/lib/services/icons/record-reading";
import { presentMilestone } from "@/lib/services/milestones/present-milestone";
import { presentStreak } from "@/lib/services/streaks/present-streak";

/**
 * A streak or challenge as the page that edits it needs it: the record and its ladder as admins read them, the icons
 * that any of their languages names (address by id), and what is locked (DOMAIN 2).
 * @throws AppError `forbidden`; `not_found` for an absent, deleted or foreign one
 */
export async function getCampaign(context: ServiceContext, slug: ParentSlug, id: string) {
  authorize(context, "campaigns:read");
  const { scope, db } = context;
  const found = await (slug === "streak" ? readStreak : readChallenge)(context, id);
  const rows = await listMilestonesOf(scope, db, id);
  const reading = await recordReading(context, db, rows);
  const icons = await findIcons(scope, db, [...new Set([found, ...rows].flatMap(iconsOf))]);
  return {
    slug,
    record: found.record,
    milestones: rows.map((row) => presentMilestone(row, reading)),
    icons: Object.fromEntries(icons.map((icon) => [icon.id, presentIcon(icon).url])),
    hasLogs: await (slug === "streak" ? streakHasLogs : challengeHasLogs)(scope, db, id),
    paidMilestones: await listPaidMilestones(
      scope,
      db,
      rows.map((row) => row.id),
    ),
  };
}

interface WithIcons {
  eudIcon: string | null;
  translations: Translations;
}

async function readStreak(context: ServiceContext, id: string) {
  const row = await findStreak(context.scope, context.db, id);
  if (!row) throw new AppError("not_found");
  const record = presentStreak(row, await recordReading(context, context.db, [row]));
  return { eudIcon: row.eudIcon, translations: row.translations, record };
}

async function readChallenge(context: ServiceContext, id: string) {
  const row = await findChallenge(context.scope, context.db, id);
  if (!row) throw new AppError("not_found");
  const record = presentChallenge(row, await recordReading(context, context.db, [row]));
  return { eudIcon: row.eudIcon, translations: row.translations, record };
}

function iconsOf({ eudIcon, translations }: WithIcons): string[] {
  const translated = Object.values(translations).map((texts) => texts["eudIcon"]?.text);
  return [eudIcon, ...translated].filter((id) => typeof id === "string");
}
