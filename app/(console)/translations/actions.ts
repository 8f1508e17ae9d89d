"use server";

import { z } from "zod";
import { TEXT_FIELDS, type TextChange } from "@/components/console/translations/open-texts-view";
import type { ActionResult } from "@/lib/actions/action-result";
import { runAction } from "@/lib/actions/run-action";
import { PARENT_SLUGS } from "@/lib/domain/record";
import { saveTranslation } from "@/lib/services/translations/save-translation";

const change = z.object({
  slug: z.enum([...PARENT_SLUGS, "milestone"]),
  recordId: z.string(),
  language: z.string(),
  field: z.enum(TEXT_FIELDS),
  source: z.string(),
  text: z.string(),
});

/** Saves one translation of the source that was shown. */
export async function saveTranslationAction(program: string, input: TextChange): Promise<ActionResult<void>> {
  return runAction(program, (context) => saveTranslation(context, change.parse(input)));
}
