import { transaction } from "@/db/client";
import { milestoneCreate } from "@/lib/contracts/milestone";
import type { ParentSlug } from "@/lib/domain/record";
import { AppError, type FieldError } from "@/lib/errors";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import { getChallenge } from "@/lib/services/challenges/get-challenge";
import { updateChallenge } from "@/lib/services/challenges/update-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { newId } from "@/lib/services/ids";
import type { Wire } from "@/lib/services/list-records";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { deleteMilestone } from "@/lib/services/milestones/delete-milestone";
import { updateMilestone } from "@/lib/services/milestones/update-milestone";
import { parse } from "@/lib/services/parse";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { getStreak } from "@/lib/services/streaks/get-streak";
import { updateStreak } from "@/lib/services/streaks/update-streak";

/** A milestone within the page that edits its parent: new without `id`, else changed by what is given, or deleted. */
export interface MilestoneEdit {
  id?: string;
  deleted?: boolean;
  values: Record<string, unknown>;
}

/** A streak or challenge with its ladder, as one page saves it; `id` null creates it. */
export interface CampaignEdit {
  slug: ParentSlug;
  id: string | null;
  values: Record<string, unknown>;
  milestones: readonly MilestoneEdit[];
}

const VERBS = {
  streak: { create: createStreak, get: getStreak, update: updateStreak },
  challenge: { create: createChallenge, get: getChallenge, update: updateChallenge },
} as const;

/**
 * Saves a streak or challenge and its milestones in one transaction: all of it, or nothing. Each record goes through
 * the service that REST calls too, and has its own audit entry.
 * @returns the record's id
 * @throws AppError `invalid_request` with every wrong field, those of milestones under `/milestones/{position}`; and
 *   what the services throw
 */
export async function saveCampaign(context: ServiceContext, edit: CampaignEdit): Promise<{ id: string }> {
  return transaction(context.db, async (db) => {
    const problems: FieldError[] = [];
    const inner = { ...context, db };
    const id = await saveParts(inner, edit, async (prefix, work) => {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof AppError) || error.params.errors === undefined) throw error;
        if (error.code !== "invalid_request" && prefix === "") throw error;
        problems.push(...error.params.errors.map((one) => ({ ...one, pointer: `${prefix}${one.pointer}` })));
        return null;
      }
    });
    if (problems.length > 0 || id === null)
      throw new AppError("invalid_request", {
        detail: problems.map(({ pointer, message }) => `${pointer} ${message}`).join("; "),
        errors: problems,
      });
    return { id };
  });
}

/** Runs a part, and keeps what is wrong with it, so that the page can show all of it at once. */
type Attempt = <Result>(prefix: string, work: () => Promise<Result>) => Promise<Result | null>;

async function saveParts(context: ServiceContext, edit: CampaignEdit, attempt: Attempt): Promise<string | null> {
  const { slug, id, values, milestones } = edit;
  if (id === null) {
    const made = await attempt("", () => VERBS[slug].create(context, values));
    await saveMilestones(context, slug, made?.id ?? null, milestones, attempt);
    return made?.id ?? null;
  }
  const update = () =>
    Object.keys(values).length === 0 ? null : attempt("", () => VERBS[slug].update(context, { id, patch: values }));
  const current: Wire = await VERBS[slug].get(context, id);
  // A streak's milestones never lie beyond its end: it grows before they do, and shrinks after them.
  const shrinks = Number(values["completionTargetValue"]) < Number(current["completionTargetValue"]);
  if (!shrinks) await update();
  await saveMilestones(context, slug, id, milestones, attempt);
  if (shrinks) await update();
  return id;
}

async function saveMilestones(
  context: ServiceContext,
  slug: ParentSlug,
  parentId: string | null,
  milestones: readonly MilestoneEdit[],
  attempt: Attempt,
): Promise<void> {
  for (const [position, milestone] of milestones.entries())
    await attempt(`/milestones/${position}`, () => saveMilestone(context, slug, parentId, milestone));
}

async function saveMilestone(
  context: ServiceContext,
  linkedSchemaSlug: ParentSlug,
  parentId: string | null,
  { id, deleted, values }: MilestoneEdit,
): Promise<void> {
  if (id !== undefined && deleted) return deleteMilestone(context, id);
  if (id !== undefined) {
    if (Object.keys(values).length > 0) await updateMilestone(context, { id, patch: values });
    return;
  }
  if (deleted) return;
  const made = { ...values, linkedSchemaSlug, linkedSchemaRecordId: parentId ?? newId() };
  // Without a parent it cannot be made, but what is wrong with it can be said.
  if (parentId === null) parse(milestoneCreate, made);
  else await createMilestone(context, made);
}
