"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useController } from "react-hook-form";
import { BoundSelect, BoundText } from "@/components/console/forms/bound-fields";
import { RecordForm } from "@/components/console/forms/record-form";
import { useRecordForm } from "@/components/console/forms/use-record-form";
import { MemberPicker } from "@/components/console/members/member-picker";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ERROR } from "@/components/ui/field";
import { showToast } from "@/components/ui/toast";
import { useCan } from "@/lib/client/program";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import { useDecision } from "@/lib/client/use-decision";
import { useRead } from "@/lib/client/use-read";
import { handAward } from "@/lib/contracts/points";
import type { RuleRow } from "./points-rows";

export type AwardAction = ConsoleAction<
  { key: string; input: unknown },
  { pointsAwarded: number; userBalance: number }
>;

interface AwardPointsProps {
  /** To whom, where the page says so already. */
  memberId: string | null;
  action: AwardAction;
}

/** Awards the points of a rule by hand, or takes them where the rule's are negative, and says why. */
export function AwardPoints({ memberId, action }: AwardPointsProps) {
  const t = useTranslations("points");
  const tForms = useTranslations("forms");
  const [open, setOpen] = useState(false);
  if (!useCan("points:write")) return null;
  return (
    <>
      <Button kind="secondary" onPress={() => setOpen(true)}>
        {t("award")}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t("award")} closeLabel={tForms("close")}>
        <AwardForm memberId={memberId} action={action} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AwardForm({ memberId, action, onDone }: AwardPointsProps & { onDone: () => void }) {
  const t = useTranslations("points");
  const format = useFormatter();
  const { data } = useRead<RuleRow[]>("rule-choices");
  const rules = (data ?? []).filter(({ status }) => status === "live");
  const { run } = useAction(action, { changes: ["ledger", "member", "members"] });
  const decision = useDecision(`award.${memberId ?? "any"}.key`);
  const { form, submit, ...state } = useRecordForm({
    draftKey: `award.${memberId ?? "any"}`,
    contract: handAward,
    initial: { memberId: memberId ?? "", eventType: null as string | null, reason: "" },
    toWire: (values) => values,
    save: (input) => run({ key: decision.keyOf(input), input }),
    onSaved: ({ pointsAwarded, userBalance }) => {
      decision.settle();
      const points = format.number(pointsAwarded, { signDisplay: "exceptZero" });
      showToast(t("awarded", { points, balance: format.number(userBalance) }));
      onDone();
    },
  });
  const { field, fieldState } = useController({ control: form.control, name: "memberId" });
  return (
    <RecordForm submit={submit} {...state} saveLabel={t("awardSubmit")}>
      <p className="text-muted text-sm">{t("awardText")}</p>
      {memberId === null ? (
        <div className="flex flex-col gap-1.5">
          <MemberPicker label={t("member")} value={field.value || null} onChange={(id) => field.onChange(id ?? "")} />
          {fieldState.error ? <p className={ERROR}>{fieldState.error.message}</p> : null}
        </div>
      ) : null}
      <BoundSelect
        control={form.control}
        name="eventType"
        label={t("rule")}
        placeholder={t("chooseRule")}
        hint={data && rules.length === 0 ? t("noLiveRule") : undefined}
        choices={rules.map(({ eventType, points }) => ({
          value: eventType,
          label: eventType,
          detail: format.number(points, { signDisplay: "exceptZero" }),
        }))}
      />
      <BoundText control={form.control} name="reason" label={t("reason")} hint={t("reasonHint")} dir="auto" />
    </RecordForm>
  );
}
