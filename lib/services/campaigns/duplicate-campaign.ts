import { transaction } from "@/db/client";
import { findChallenge, insertChallenge } from "@/db/queries/challenges";
import { insertMilestone, listMilestonesOf, type MilestoneRow } from "@/db/queries/milestones";
import { findStreak, insertStreak } from "@/db/queries/streaks";
import type { ParentSlug } from "@/lib/domain/record";
import { AppError } from "@/lib/errors";
import { presentChallenge } from "@/lib/services/challenges/present-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { recordReading } from "@/lib/services/icons/record-reading";
import { newId } from "@/lib/services/ids";
import { presentMilestone } from "@/lib/services/milestones/present-milestone";
import { mutation } from "@/lib/services/mutation";
import { presentStreak } from "@/lib/services/streaks/present-streak";

interface Source {
  slug: ParentSlug;
  id: string;
  /** The name of the copy. */
  name: string;
}

/**
 * Copies a streak or challenge with its milestones, texts, translations and icons as a draft: how a locked rule is
 * changed (DOMAIN 2). Milestones keep their status; nothing of the draft pays before it is live.
 * @returns the copy's id
 * @throws AppError `forbidden`, `not_found`
 */
export async function duplicateCampaign(context: ServiceContext, source: Source): Promise<{ id: string }> {
  return transaction(context.db, async (db) => {
    const inner = { ...context, db };
    const copy = await (source.slug === "streak" ? copyStreak : copyChallenge)(inner, source);
    const milestones = await listMilestonesOf(context.scope, db, source.id);
    for (const milestone of milestones) await copyMilestone(inner, { milestone, parentId: copy.id });
    return copy;
  });
}

const fresh = ({ now }: ServiceContext) => ({ id: newId(), createdAt: now, updatedAt: now });

const copyStreak = mutation(
  { scope: "campaigns:write", slug: "streak", action: "create" },
  async (context, tx, { id, name }: Source) => {
    const found = await findStreak(context.scope, tx, id);
    if (!found) throw new AppError("not_found");
    const row = await insertStreak(context.scope, tx, { ...found, ...fresh(context), name, status: "draft" });
    const after = presentStreak(row, await recordReading(context, tx, [row]));
    return { recordId: row.id, before: null, after, result: { id: row.id } };
  },
);

const copyChallenge = mutation(
  { scope: "campaigns:write", slug: "challenge", action: "create" },
  async (context, tx, { id, name }: Source) => {
    const found = await findChallenge(context.scope, tx, id);
    if (!found) throw new AppError("not_found");
    const row = await insertChallenge(context.scope, tx, { ...found, ...fresh(context), name, status: "draft" });
    const after = presentChallenge(row, await recordReading(context, tx, [row]));
    return { recordId: row.id, before: null, after, result: { id: row.id } };
  },
);

const copyMilestone = mutation(
  { scope: "campaigns:write", slug: "milestone", action: "create" },
  async (context, tx, { milestone, parentId }: { milestone: MilestoneRow; parentId: string }) => {
    const values = { ...milestone, ...fresh(context), linkedSchemaRecordId: parentId };
    const row = await insertMilestone(context.scope, tx, values);
    const after = presentMilestone(row, await recordReading(context, tx, [row]));
    return { recordId: row.id, before: null, after, result: undefined };
  },
);
