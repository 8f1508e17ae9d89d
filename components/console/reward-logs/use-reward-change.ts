"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { showToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/actions/action-result";
import type { ListPage } from "@/lib/client/list-page";
import { useProgram } from "@/lib/client/program";
import { useAction } from "@/lib/client/use-action";
import { useReadAnew } from "@/lib/client/use-read";
import type { RewardRowActions } from "./reward-actions";
import { rewardListQuery } from "./reward-list-state";
import { type RewardPatch, type RewardRow, seen, wayBack } from "./reward-row";

/** How long a change can be taken back from its report. */
const UNDO_MS = 10_000;

/**
 * Changes one reward. Its row stays where it is and shows what the server made of it, even when a filter would leave
 * it out now: nothing jumps away under the cursor. For ten seconds the report offers to take the change back. A row that
 * somebody else changed since is left as it is, and shown anew.
 */
export function useRewardChange({ change, redeem }: RewardRowActions) {
  const t = useTranslations("rewardLogs");
  const tErrors = useTranslations("errors");
  const showRow = useShowRow();
  const changing = useAction(change, { changes: ["reward-log-set"] });
  const redeeming = useAction(redeem, { changes: ["reward-log-set"] });
  const readAnew = useReadAnew<ListPage<RewardRow>>("reward-logs");

  /** Shows a row anew whose change was refused, because it is another by now. */
  const answered = async ({ id }: RewardRow, result: ActionResult<RewardRow>) => {
    if (result.ok || result.code !== "set_changed") return result;
    // What cannot be read now stays as it was, and is refused again.
    const page = await readAnew(rewardListQuery({ reward: id })).catch(() => null);
    for (const row of page?.rows ?? []) showRow(row);
    return result;
  };
  const send = async (row: RewardRow, patch: RewardPatch) => answered(row, await changing.run({ ...seen(row), patch }));
  const takeBack = async (before: RewardRow, after: RewardRow) => {
    const result = await send(after, wayBack(before, after));
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
    apply: async (row: RewardRow, patch: RewardPatch, said: string) => report(row, await send(row, patch), said),
    redeem: async (row: RewardRow) => report(row, await answered(row, await redeeming.run(seen(row))), t("redeemDone")),
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
