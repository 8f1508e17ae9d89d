"use client";

import { useTranslations } from "next-intl";
import { BoundDate } from "@/components/console/forms/bound-fields";
import { RecordForm } from "@/components/console/forms/record-form";
import { useRecordForm } from "@/components/console/forms/use-record-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/actions/action-result";
import { useProgram } from "@/lib/client/program";
import { rewardLogUpdate } from "@/lib/contracts/reward-log";
import type { RewardPatch, RewardRow } from "./reward-row";
import { useSeenRow } from "./use-seen-row";

interface ExpiryDialogProps {
  row: RewardRow;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  save: (seen: RewardRow, patch: RewardPatch) => Promise<ActionResult<RewardRow>>;
}

/** Until when a reward is valid, in the program's zone. */
export function ExpiryDialog({ row, open, onOpenChange, save }: ExpiryDialogProps) {
  const t = useTranslations("rewardLogs");
  const tForms = useTranslations("forms");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("expiryTitle")} closeLabel={tForms("close")}>
      <ExpiryForm row={row} save={save} onSaved={() => onOpenChange(false)} />
    </Dialog>
  );
}

function ExpiryForm({ row, save, onSaved }: Pick<ExpiryDialogProps, "row" | "save"> & { onSaved: () => void }) {
  const t = useTranslations("rewardLogs");
  const { timeZone } = useProgram();
  const { seen, tell } = useSeenRow(row, "rewardExpiryAt");
  const { form, submit, ...state } = useRecordForm({
    draftKey: `reward-expiry.${row.id}`,
    contract: rewardLogUpdate,
    initial: { rewardExpiryAt: row.rewardExpiryAt },
    toWire: (values) => values,
    save: async (patch: RewardPatch) => {
      const result = await save(seen, patch);
      if (!result.ok && result.code === "set_changed") tell();
      return result;
    },
    onSaved,
  });
  const remove = (
    <Button
      kind="quiet"
      onPress={() => {
        form.setValue("rewardExpiryAt", null);
        void submit();
      }}
    >
      {t("noExpiry")}
    </Button>
  );
  return (
    <RecordForm submit={submit} {...state} saveLabel={t("save")} aside={row.rewardExpiryAt ? remove : null}>
      <BoundDate
        control={form.control}
        name="rewardExpiryAt"
        label={t("expiry")}
        hint={t("inZone", { zone: timeZone })}
        timeZone={timeZone}
        autoFocus
      />
    </RecordForm>
  );
}
