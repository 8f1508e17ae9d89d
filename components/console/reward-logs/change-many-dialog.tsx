"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { BoundDate, BoundText } from "@/components/console/forms/bound-fields";
import { RecordForm } from "@/components/console/forms/record-form";
import { useRecordForm } from "@/components/console/forms/use-record-form";
import { Dialog } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { useProgram } from "@/lib/client/program";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import { rewardLogUpdate } from "@/lib/contracts/reward-log";
import type { ChangeMany } from "./reward-actions";
import type { RewardPatch } from "./reward-row";
import type { RewardSelectionState } from "./use-reward-selection";

export type ChangeManyAction = ConsoleAction<ChangeMany, number>;

interface ChangeManyDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  selection: RewardSelectionState;
  query: string;
  action: ChangeManyAction;
}

/** One code, one expiry, or both, for everything that is selected. */
export function ChangeManyDialog(props: ChangeManyDialogProps) {
  const { open, onOpenChange, selection } = props;
  const [changed, setChanged] = useState(false);
  const t = useTranslations("rewardLogs");
  const tForms = useTranslations("forms");
  const format = useFormatter();
  const { count } = selection;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
        // What was selected is not there any more: the reader looks again and selects anew.
        if (!next && changed) selection.clear();
        setChanged(false);
      }}
      title={t("changeManyTitle", { count, shown: format.number(count) })}
      closeLabel={tForms("close")}
    >
      <ChangeManyForm {...props} onSetChanged={() => setChanged(true)} />
    </Dialog>
  );
}

const READS = ["reward-logs", "reward-log-set"];

const contract = rewardLogUpdate.refine(
  ({ couponCode, rewardExpiryAt }) => couponCode !== undefined || rewardExpiryAt !== undefined,
  { path: ["couponCode"], params: { rule: "codeOrExpiry" } },
);

function ChangeManyForm(props: ChangeManyDialogProps & { onSetChanged: () => void }) {
  const { onOpenChange, selection, query, action, onSetChanged } = props;
  const t = useTranslations("rewardLogs");
  const format = useFormatter();
  const { id: program, timeZone } = useProgram();
  const queries = useQueryClient();
  const { run } = useAction(action, { changes: READS });
  const { count } = selection;
  // As it was seen before the dialog: what somebody changes behind it is not taken for seen, not at a second try either.
  const [selected] = useState(() => selection.toWire(query));
  const { form, submit, ...state } = useRecordForm({
    draftKey: "rewards.many",
    contract,
    initial: { couponCode: "", rewardExpiryAt: null as string | null },
    toWire: ({ couponCode, rewardExpiryAt }): RewardPatch => ({
      ...(couponCode.trim() === "" ? {} : { couponCode: couponCode.trim() }),
      ...(rewardExpiryAt === null ? {} : { rewardExpiryAt }),
    }),
    save: async (patch) => {
      const result = await run({ selection: selected, patch });
      if (!result.ok && result.code === "set_changed") {
        onSetChanged();
        for (const noun of READS) void queries.invalidateQueries({ queryKey: [program, noun] });
      }
      return result;
    },
    onSaved: (changed) => {
      showToast(t("manyChanged", { count: changed, shown: format.number(changed) }));
      selection.clear();
      onOpenChange(false);
    },
  });
  return (
    <RecordForm submit={submit} {...state} saveLabel={t("changeManySubmit", { count, shown: format.number(count) })}>
      <p className="text-muted text-sm">{t("changeManyText")}</p>
      <BoundText
        control={form.control}
        name="couponCode"
        autoFocus
        label={t("code")}
        optionalLabel={t("optional")}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        className="font-mono"
      />
      <BoundDate
        control={form.control}
        name="rewardExpiryAt"
        label={t("expiry")}
        optionalLabel={t("optional")}
        hint={t("inZone", { zone: timeZone })}
        timeZone={timeZone}
      />
    </RecordForm>
  );
}
