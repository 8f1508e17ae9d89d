import type { z } from "zod";
import type { Tx } from "@/db/client";
import { findChallenge } from "@/db/queries/challenges";
import { findMilestone } from "@/db/queries/milestones";
import { lockParent } from "@/db/queries/parents";
import { findStreak } from "@/db/queries/streaks";
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
  name: string;
  /** By field; null where nothing is to be translated. */
  sources: ReadonlyMap<string, string | null>;
  translations: Translations;
  contract: z.ZodType;
  update(context: ServiceContext, change: { id: string; patch: unknown }): Promise<unknown>;
}

/** Finds a record with texts, and keeps others from changing it to the end of the transaction. */
export async function findTexts(
  { scope }: ServiceContext,
  tx: Tx,
  slug: string,
  id: string,
): Promise<TextRecord | undefined> {
  if (!uuid.safeParse(id).success) return undefined;
  if (slug === "streak") {
    await lockParent(scope, tx, id);
    return record(await findStreak(scope, tx, id), STREAK_TEXTS, streakUpdate, updateStreak);
  }
  if (slug === "challenge") {
    await lockParent(scope, tx, id);
    return record(await findChallenge(scope, tx, id), CHALLENGE_TEXTS, challengeUpdate, updateChallenge);
  }
  if (slug !== "milestone") return undefined;
  const found = await findMilestone(scope, tx, id);
  if (!found) return undefined;
  await lockParent(scope, tx, found.linkedSchemaRecordId);
  return record(await findMilestone(scope, tx, id), MILESTONE_TEXTS, milestoneUpdate, updateMilestone);
}

function record<Field extends string>(
  row: ({ id: string; name: string; translations: Translations } & Readonly<Record<Field, string | null>>) | undefined,
  fields: readonly Field[],
  contract: z.ZodType,
  update: TextRecord["update"],
): TextRecord | undefined {
  if (!row) return undefined;
  const sources = new Map<string, string | null>(fields.map((field) => [field, row[field]]));
  return { id: row.id, name: row.name, sources, translations: row.translations, contract, update };
}
