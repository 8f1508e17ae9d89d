"use server";

import { z } from "zod";
import { TEXT_FIELDS, type TextChange } from "@/components/console/translations/open-texts-view";
import type { ActionResult } from "@/lib/actions/action-result";
import { runAction } from "@/lib/actions/run-action";
import { PARENT_SLUGS } from "@/lib/domain/record";
import { updateChallenge } from "@/lib/services/challenges/update-challenge";
import { updateMilestone } from "@/lib/services/milestones/update-milestone";
import { updateStreak } from "@/lib/services/streaks/update-streak";

const UPDATES = { streak: updateStreak, challenge: updateChallenge, milestone: updateMilestone };

const change = z.object({
  slug: z.enum([...PARENT_SLUGS, "milestone"]),
  recordId: z.string(),
  language: z.string(),
  field: z.enum(TEXT_FIELDS),
  text: z.string(),
});

/** Saves one translation, by the service that PATCH calls too. */
export async function saveTranslationAction(program: string, input: TextChange): Promise<ActionResult<void>> {
  return runAction(program, async (context) => {
    const { slug, recordId: id, language, field, text } = change.parse(input);
    await UPDATES[slug](context, { id, patch: { translations: { [language]: { [field]: text } } } });
  });
}
