"use client";

import { useTranslations } from "next-intl";
import { BoundNumber, BoundSelect, BoundText } from "@/components/console/forms/bound-fields";
import { RecordForm } from "@/components/console/forms/record-form";
import { useRecordForm } from "@/components/console/forms/use-record-form";
import { Dialog } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast";
import { changesOf } from "@/lib/client/changes-of";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import { rewardRuleCreate, rewardRuleUpdate } from "@/lib/contracts/reward-rule";
import { STATUSES } from "@/lib/domain/record";
import type { RuleRow } from "./points-rows";

export interface RuleActions {
  create: ConsoleAction<unknown, unknown>;
  update: ConsoleAction<{ id: string; patch: unknown }, unknown>;
  remove: ConsoleAction<string, void>;
}

/** The reads that a change of a rule makes old. */
export const RULE_READS = ["reward-rules", "rule-choices"];

interface RuleDialogProps {
  /** Null for a new one. */
  rule: RuleRow | null;
  open: boolean;
  onClose: () => void;
  actions: RuleActions;
}

/** A reward rule, new or changed. */
export function RuleDialog({ rule, open, onClose, actions }: RuleDialogProps) {
  const t = useTranslations("points");
  const tForms = useTranslations("forms");
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      title={rule ? t("editTitle", { name: rule.eventType }) : t("create")}
      closeLabel={tForms("close")}
    >
      <RuleForm rule={rule} onClose={onClose} actions={actions} />
    </Dialog>
  );
}

function RuleForm({ rule, onClose, actions }: Omit<RuleDialogProps, "open">) {
  const t = useTranslations("points");
  const tStatuses = useTranslations("statuses");
  const creating = useAction(actions.create, { changes: RULE_READS });
  const updating = useAction(actions.update, { changes: RULE_READS });
  const { form, submit, ...state } = useRecordForm({
    draftKey: rule ? `rule.${rule.id}` : "rule.new",
    contract: rule ? rewardRuleUpdate : rewardRuleCreate,
    initial: {
      eventType: rule?.eventType ?? "",
      points: (rule?.points ?? null) as number | null,
      status: (rule?.status ?? "live") as string,
    },
    toWire: (values) => values,
    save: (values, before) =>
      rule ? updating.run({ id: rule.id, patch: changesOf(before, values) }) : creating.run(values),
    onSaved: () => {
      showToast(t("saved"));
      onClose();
    },
  });
  const { control } = form;
  return (
    <RecordForm submit={submit} {...state} saveLabel={rule ? t("save") : t("createSubmit")}>
      <BoundText
        control={control}
        name="eventType"
        autoFocus
        label={t("eventType")}
        hint={t("eventTypeHint")}
        autoComplete="off"
        dir="auto"
      />
      <BoundNumber control={control} name="points" label={t("points")} hint={t("pointsHint")} />
      <BoundSelect
        control={control}
        name="status"
        label={t("status")}
        choices={STATUSES.map((value) => ({ value, label: tStatuses(value) }))}
      />
    </RecordForm>
  );
}
