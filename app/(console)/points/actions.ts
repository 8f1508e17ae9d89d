"use server";

import type { ActionResult } from "@/lib/actions/action-result";
import { runAction } from "@/lib/actions/run-action";
import { awardByHand } from "@/lib/services/points/award-by-hand";
import { createRewardRule } from "@/lib/services/reward-rules/create-reward-rule";
import { deleteRewardRule } from "@/lib/services/reward-rules/delete-reward-rule";
import { updateRewardRule } from "@/lib/services/reward-rules/update-reward-rule";

export async function createRuleAction(program: string, input: unknown): Promise<ActionResult<unknown>> {
  return runAction(program, (context) => createRewardRule(context, input));
}

export async function updateRuleAction(
  program: string,
  input: { id: string; patch: unknown },
): Promise<ActionResult<unknown>> {
  return runAction(program, (context) => updateRewardRule(context, input));
}

export async function deleteRuleAction(program: string, id: string): Promise<ActionResult<void>> {
  return runAction(program, (context) => deleteRewardRule(context, id));
}

export async function awardAction(
  program: string,
  input: { key: string; input: unknown },
): Promise<ActionResult<{ pointsAwarded: number; userBalance: number }>> {
  return runAction(program, (context) => awardByHand(context, input));
}
