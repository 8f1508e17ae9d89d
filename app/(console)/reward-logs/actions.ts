"use server";

import { getTranslations } from "next-intl/server";
import type { IssueState } from "@/components/console/reward-logs/reward-view";
import { runAction } from "@/lib/actions/run-action";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { presentRewards } from "./present-reward";

/** Puts a code on a reward, by the service that `PATCH /schema/reward_log/record/{id}` calls too. */
export async function issueRewardAction(_previous: IssueState, form: FormData): Promise<IssueState> {
  const typed = String(form.get("couponCode") ?? "");
  const couponCode = typed.trim();
  const id = String(form.get("id") ?? "");
  const result = await runAction(null, async (context) => {
    const after = await updateRewardLog(context, { id, patch: { couponCode } });
    return presentRewards(context, [after]);
  });
  if (result.ok) {
    const [reward] = result.value;
    if (reward) return { outcome: "saved", reward };
  }
  const t = await getTranslations();
  const code = result.ok ? "internal" : result.code;
  const aboutCode = !result.ok && result.errors.some(({ pointer }) => pointer === "/couponCode");
  return { outcome: "refused", typed, message: aboutCode ? t("rewardLogs.codeInvalid") : t(`errors.${code}`) };
}
