import type { z } from "zod";
import type { Db, Tx } from "@/db/client";
import { findChallengesByIds } from "@/db/queries/challenges";
import { findMilestonesByIds } from "@/db/queries/milestones";
import { findStreaksByIds } from "@/db/queries/streaks";
import { CHALLENGE_TEXTS, challengeUpdate } from "@/lib/contracts/challenge";
import { uuid } from "@/lib/contracts/fields";
import { MILESTONE_TEXTS, milestoneUpdate } from "@/lib/contracts/milestone";
import { STREAK_TEXTS, streakUpdate } from "@/lib/contracts/streak";
import type { Translations } from "@/lib/domain/translations";
import { updateChallenge } from "@/lib/services/challenges/update-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { updateMilestone } from "@/lib/services/milestones/update-milestone";
import { updateStreak } from "@/lib/services/streaks/update-streak";

/** A record with texts: what they say now, how a patch of them is checked, and the service that applies it. */
export interface TextRecord {
  id: string;
  /** The streak or challenge whose lock its changes take: itself, or a milestone's. */
  parentId: string;
  name: string;
  /** By field; null where nothing is to be translated. */
  sources: ReadonlyMap<string, string | null>;
  translations: Translations;
  contract: z.ZodType;
  update(context: ServiceContext, change: { id: string; patch: unknown }): Promise<unknown>;
}

/** How a record is named in a file. */
interface TextRecordName {
  slug: string;
  id: string;
}

/** One name for one record, however its id is spelled. */
export const textRecordKey = ({ slug, id }: TextRecordName) => `${slug} ${id.toLowerCase()}`;

/** Those of the named records that are the program's, by `textRecordKey`: a query for each kind, and no lock. */
export async function findTexts(
  { scope }: ServiceContext,
  db: Db | Tx,
  names: readonly TextRecordName[],
): Promise<ReadonlyMap<string, TextRecord>> {
  const idsOf = (wanted: string) =>
    names.flatMap(({ slug, id }) => {
      const read = slug === wanted ? uuid.safeParse(id) : undefined;
      return read?.success ? [read.data] : [];
    });
  const streaks = await findStreaksByIds(scope, db, idsOf("streak"));
  const challenges = await findChallengesByIds(scope, db, idsOf("challenge"));
  const milestones = await findMilestonesByIds(scope, db, idsOf("milestone"));
  const found = new Map<string, TextRecord>();
  const keep = (slug: string, record: TextRecord) => found.set(textRecordKey({ slug, id: record.id }), record);
  for (const row of streaks) keep("streak", textRecord(row, row.id, STREAK_TEXTS, streakUpdate, updateStreak));
  for (const row of challenges)
    keep("challenge", textRecord(row, row.id, CHALLENGE_TEXTS, challengeUpdate, updateChallenge));
  for (const row of milestones)
    keep("milestone", textRecord(row, row.linkedSchemaRecordId, MILESTONE_TEXTS, milestoneUpdate, updateMilestone));
  return found;
}

function textRecord<Field extends string>(
  row: { id: string; name: string; translations: Translations } & Readonly<Record<Field, string | null>>,
  parentId: string,
  fields: readonly Field[],
  contract: z.ZodType,
  update: TextRecord["update"],
): TextRecord {
  // An icon has translations too, and is no text: no file of texts goes out with it.
  const texts = fields.filter((field) => field !== "eudIcon");
  const sources = new Map<string, string | null>(texts.map((field) => [field, row[field]]));
  return { id: row.id, parentId, name: row.name, sources, translations: row.translations, contract, update };
}
