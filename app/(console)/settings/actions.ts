"use server";

import { revalidatePath } from "next/cache";
import type { ProgramSettings } from "@/components/console/settings/program-settings";
import type { ActionResult } from "@/lib/actions/action-result";
import { runAction } from "@/lib/actions/run-action";
import type { WidgetTheme } from "@/lib/domain/widget-theme";
import { createApiKey } from "@/lib/services/api-keys/create-api-key";
import { revokeApiKey } from "@/lib/services/api-keys/revoke-api-key";
import { updateProgram } from "@/lib/services/program-settings/update-program";
import { getWidgetSecret, rotateWidgetSecret } from "@/lib/services/program-settings/widget-secret";
import { updateWidgetTheme } from "@/lib/services/programs/widget-theme";

export async function updateProgramAction(program: string, patch: unknown): Promise<ActionResult<ProgramSettings>> {
  const result = await runAction(program, (context) => updateProgram(context, patch));
  // The header shows the name.
  if (result.ok) revalidatePath("/", "layout");
  return result;
}

export async function createApiKeyAction(program: string, input: unknown): Promise<ActionResult<{ secret: string }>> {
  return runAction(program, (context) => createApiKey(context, input));
}

export async function revokeApiKeyAction(program: string, id: string): Promise<ActionResult<void>> {
  return runAction(program, (context) => revokeApiKey(context, id));
}

export async function showWidgetSecretAction(program: string, _input: null): Promise<ActionResult<string>> {
  return runAction(program, (context) => getWidgetSecret(context));
}

export async function rotateWidgetSecretAction(program: string, _input: null): Promise<ActionResult<string>> {
  return runAction(program, (context) => rotateWidgetSecret(context, undefined));
}

export async function updateWidgetThemeAction(program: string, theme: unknown): Promise<ActionResult<WidgetTheme>> {
  return runAction(program, (context) => updateWidgetTheme(context, theme));
}
