"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useWatch } from "react-hook-form";
import { BoundDate, BoundNumber, BoundSelect, BoundTags, BoundText } from "@/components/console/forms/bound-fields";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useProgram } from "@/lib/client/program";
import { AGGREGATION_PERIODS, WINDOW_PERIODS } from "@/lib/domain/period";
import { AGGREGATION_METHODS } from "@/lib/domain/record";
import { useEditor } from "./editor";

const FRACTION_DIGITS = 6;

/** What counts, and when it is done. Once there is activity its arithmetic is locked (DOMAIN 2). */
export function RulesCard({ duplicate }: { duplicate: () => void }) {
  const t = useTranslations("campaign");
  const { slug, control, saved, readOnly } = useEditor();
  const { timeZone } = useProgram();
  const zones = useMemo(() => Intl.supportedValuesOf("timeZone"), []);
  const [method, period, zone] = useWatch({ control, name: ["aggregationMethod", "aggregationPeriod", "timeZone"] });
  const locked = saved?.hasLogs === true;
  const fixed = locked || readOnly;
  const periods = slug === "streak" ? AGGREGATION_PERIODS : WINDOW_PERIODS;
  const dates = zone !== "" && zones.includes(zone) ? zone : timeZone;
  return (
    <Card title={t("rules")} intro={t(slug === "streak" ? "rulesStreak" : "rulesChallenge")}>
      {locked ? (
        <div
          role="note"
          className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-border bg-surface-hover px-3 py-2 text-sm"
        >
          <p className="min-w-0 max-w-prose">{t("lockedRules")}</p>
          {readOnly ? null : (
            <Button kind="secondary" size="small" onPress={duplicate}>
              {t("newVersion")}
            </Button>
          )}
        </div>
      ) : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <BoundSelect
          control={control}
          name="aggregationMethod"
          label={t("method")}
          choices={AGGREGATION_METHODS.map((value) => ({ value, label: t(`methods.${value}`) }))}
          disabled={fixed}
        />
        <BoundSelect
          control={control}
          name="aggregationPeriod"
          label={t("period")}
          choices={periods.map((value) => ({ value, label: t(`periods.${value}`) }))}
          disabled={fixed}
        />
        {slug === "streak" ? (
          <BoundNumber
            control={control}
            name="aggregationTargetValue"
            label={t("taskTarget")}
            hint={t("taskTargetHint", { period, method })}
            min={0}
            fractionDigits={FRACTION_DIGITS}
            disabled={fixed}
          />
        ) : null}
        <BoundNumber
          control={control}
          name="completionTargetValue"
          label={t(slug === "streak" ? "goalStreak" : "goalChallenge")}
          hint={slug === "streak" ? t("goalStreakHint", { period }) : t("goalChallengeHint", { method })}
          min={0}
          fractionDigits={slug === "streak" ? 0 : FRACTION_DIGITS}
          disabled={fixed}
        />
        <div className="sm:col-span-2">
          <BoundTags
            control={control}
            name="activityIds"
            label={t("activityIds")}
            optionalLabel={t("optional")}
            hint={t("activityIdsHint")}
            placeholder="made_a_purchase"
            removeLabel={(name) => t("removeActivityId", { name })}
            disabled={readOnly}
          />
        </div>
        <BoundDate
          control={control}
          name="startsAt"
          label={t("startsAt")}
          optionalLabel={t("optional")}
          timeZone={dates}
          disabled={fixed}
        />
        <BoundDate
          control={control}
          name="endsAt"
          label={t("endsAt")}
          optionalLabel={t("optional")}
          timeZone={dates}
          disabled={readOnly}
        />
        <BoundText
          control={control}
          name="timeZone"
          label={t("timeZone")}
          optionalLabel={t("optional")}
          hint={t("timeZoneHint")}
          placeholder={timeZone}
          list="campaign-zones"
          dir="ltr"
          autoComplete="off"
          disabled={fixed}
        />
        <datalist id="campaign-zones">
          {zones.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
    </Card>
  );
}
