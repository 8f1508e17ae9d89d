"use client";

import { useFormatter, useTranslations } from "next-intl";
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
  const t = useTranslations("rewardLogs");
  const tForms = useTranslations("forms");
  const format = useFormatter();
  const { count } = selection;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("changeManyTitle", { count, shown: format.number(count) })}
      closeLabel={tForms("close")}
    >
      <ChangeManyForm {...props} />
    </Dialog>
  );
}

const contract = rewardLogUpdate.refine(
  ({ couponCode, rewardExpiryAt }) => couponCode !== undefined || rewardExpiryAt !== undefined,
  { path: ["couponCode"], params: { rule: "codeOrExpiry" } },
);

function ChangeManyForm({ onOpenChange, selection, query, action }: ChangeManyDialogProps) {
  const t = useTranslations("rewardLogs");
  const format = useFormatter();
  const { timeZone } = useProgram();
  const { run } = useAction(action, { changes: ["reward-logs", "reward-log-set"] });
  const { count } = selection;
  const { form, submit, ...state } = useRecordForm({
    draftKey: "rewards.many",
    contract,
    initial: { couponCode: "", rewardExpiryAt: null as string | null },
    toWire: ({ couponCode, rewardExpiryAt }): RewardPatch => ({
      ...(couponCode.trim() === "" ? {} : { couponCode: couponCode.trim() }),
      ...(rewardExpiryAt === null ? {} : { rewardExpiryAt }),
    }),
    save: (patch) => run({ selection: selection.toWire(query), patch }),
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
