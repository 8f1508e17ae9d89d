"use server";

import type { CodeFilePreview, PreviewCodes } from "@/components/console/code-import/code-file-preview";
import type { ChangeMany, RewardChange, SeenReward } from "@/components/console/reward-logs/reward-actions";
import { loadRewardList } from "@/components/console/reward-logs/reward-list-state";
import type { RewardRow } from "@/components/console/reward-logs/reward-row";
import type { ActionResult } from "@/lib/actions/action-result";
import { runAction } from "@/lib/actions/run-action";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { previewCodeFile } from "@/lib/services/reward-codes/preview-code-file";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { updatePickedRewardLogs, updateRewardLogs } from "@/lib/services/reward-logs/update-reward-logs";
import { presentRewards } from "./present-rewards";
import { rewardFilters } from "./reward-filters";

async function changed(context: ServiceContext, { id, updatedAt, patch }: RewardChange): Promise<RewardRow> {
  const [row] = await presentRewards(context, [await updateRewardLog(context, { id, patch, seenAt: updatedAt })]);
  if (!row) throw new AppError("not_found");
  return row;
}

/**
 * Changes one reward, or takes a change of it back, unless somebody has changed it since it was seen: by the service
 * that `PATCH /schema/reward_log/record/{id}` calls too.
 */
export async function changeRewardAction(program: string, change: RewardChange): Promise<ActionResult<RewardRow>> {
  return runAction(program, (context) => changed(context, change));
}

/** Redeems a reward at the server's time: the reader's clock may lie before the issue. */
export async function redeemRewardAction(program: string, seen: SeenReward): Promise<ActionResult<RewardRow>> {
  return runAction(program, (context) =>
    changed(context, { ...seen, patch: { rewardRedeemedAt: new Date(context.now).toISOString() } }),
  );
}

/** One change for many rewards: exactly those that were seen, or none. Answers how many. */
export async function changeManyAction(
  program: string,
  { selection, patch }: ChangeMany,
): Promise<ActionResult<number>> {
  return runAction(program, (context) => {
    if (selection.kind === "rows") return updatePickedRewardLogs(context, { rewards: selection.rewards, patch });
    const list = loadRewardList(new URLSearchParams(selection.query));
    return updateRewardLogs(context, {
      filters: rewardFilters(list, context.program.timeZone ?? "UTC"),
      expected: selection.seen,
      patch,
    });
  });
}

/** How a file of codes is to be read, guessed from its beginning. */
export async function previewCodesAction(
  program: string,
  { head, separator }: PreviewCodes,
): Promise<ActionResult<CodeFilePreview>> {
  return runAction(program, () => previewCodeFile(head, separator));
}
