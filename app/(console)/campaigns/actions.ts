"use server";

import type { CampaignRecord } from "@/components/console/campaigns/campaign-record";
import type { IconValue } from "@/components/console/campaigns/campaign-values";
import type { ActionResult } from "@/lib/actions/action-result";
import { runAction } from "@/lib/actions/run-action";
import type { ParentSlug, Status } from "@/lib/domain/record";
import { AppError } from "@/lib/errors";
import { duplicateCampaign } from "@/lib/services/campaigns/duplicate-campaign";
import { getCampaign } from "@/lib/services/campaigns/get-campaign";
import { type CampaignEdit, saveCampaign } from "@/lib/services/campaigns/save-campaign";
import { deleteChallenge } from "@/lib/services/challenges/delete-challenge";
import { updateChallenge } from "@/lib/services/challenges/update-challenge";
import { createIcon } from "@/lib/services/icons/create-icon";
import { prepareIcon } from "@/lib/services/icons/prepare-icon";
import { deleteStreak } from "@/lib/services/streaks/delete-streak";
import { updateStreak } from "@/lib/services/streaks/update-streak";

interface Named {
  slug: ParentSlug;
  id: string;
}

/** Saves a campaign with its ladder, and answers it as it is then. */
export async function saveCampaignAction(program: string, edit: CampaignEdit): Promise<ActionResult<CampaignRecord>> {
  return runAction(program, async (context) => {
    const { id } = await saveCampaign(context, edit);
    return getCampaign(context, edit.slug, id);
  });
}

export async function changeStatusAction(
  program: string,
  { slug, id, status }: Named & { status: Status },
): Promise<ActionResult<{ status: Status }>> {
  return runAction(program, async (context) => {
    await (slug === "streak" ? updateStreak : updateChallenge)(context, { id, patch: { status } });
    return { status };
  });
}

export async function duplicateCampaignAction(
  program: string,
  source: Named & { name: string },
): Promise<ActionResult<{ id: string }>> {
  return runAction(program, (context) => duplicateCampaign(context, source));
}

export async function deleteCampaignAction(program: string, { slug, id }: Named): Promise<ActionResult<void>> {
  return runAction(program, (context) => (slug === "streak" ? deleteStreak : deleteChallenge)(context, id));
}

/** Keeps the file of a form's field `file` as an icon. */
export async function uploadIconAction(program: string, form: FormData): Promise<ActionResult<IconValue>> {
  return runAction(program, async (context) => {
    const file = form.get("file");
    if (!(file instanceof File)) throw new AppError("unsupported_media_type");
    const prepared = await prepareIcon(context, new Uint8Array(await file.arrayBuffer()));
    const { id, url } = await createIcon(context, prepared);
    return { id, url };
  });
}
