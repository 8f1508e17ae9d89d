"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { showToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions/action-result";
import type { ListPage } from "@/lib/client/list-page";
import { useProgram } from "@/lib/client/program";
import { useAction } from "@/lib/client/use-action";
import type { RewardRowActions } from "./reward-actions";
import { type RewardPatch, type RewardRow, wayBack } from "./reward-row";

/** How long a change can be taken back from its report. */
const UNDO_MS = 10_000;

/**
 * Changes one reward. Its row stays where it is and shows what the server made of it, even when a filter would leave
 * it out now: nothing jumps away under the cursor. For ten seconds the report offers to take the change back.
 */
export function useRewardChange({ change, redeem, undo }: RewardRowActions) {
  const t = useTranslations("rewardLogs");
  const tErrors = useTranslations("errors");
  const showRow = useShowRow();
  const changing = useAction(change, { changes: ["reward-log-set"] });
  const redeeming = useAction(redeem, { changes: ["reward-log-set"] });
  const undoing = useAction(undo, { changes: ["reward-log-set"] });

  const takeBack = async (before: RewardRow, after: RewardRow) => {
    const { id, updatedAt } = after;
    const result = await undoing.run({ id, updatedAt, patch: wayBack(before, after) });
    if (!result.ok) return showToast(tErrors(result.code), { kind: "danger" });
    showRow(result.value);
    return showToast(t("undone"));
  };
  const report = (before: RewardRow, result: ActionResult<RewardRow>, said: string) => {
    if (!result.ok) return result;
    const after = result.value;
    showRow(after);
    showToast(said, {
      detail: nameOf(before),
      shownMs: UNDO_MS,
      action: { label: t("undo"), onPress: () => void takeBack(before, after) },
    });
    return result;
  };
  const nameOf = ({ member, title }: RewardRow) => `${member?.name ?? t("memberGone")} · ${title}`;
  return {
    apply: async (row: RewardRow, patch: RewardPatch, said: string) =>
      report(row, await changing.run({ id: row.id, patch }), said),
    redeem: async (row: RewardRow) => report(row, await redeeming.run({ id: row.id }), t("redeemDone")),
  };
}

/** Puts a reward in the place of its older self in every list that is kept; those are read anew when next opened. */
function useShowRow() {
  const program = useProgram();
  const queries = useQueryClient();
  const queryKey = [program.id, "reward-logs"];
  return (row: RewardRow) => {
    queries.setQueriesData<ListPage<RewardRow>>(
      { queryKey },
      (page) => page && { ...page, rows: page.rows.map((item) => (item.id === row.id ? row : item)) },
    );
    void queries.invalidateQueries({ queryKey, refetchType: "none" });
  };
}
