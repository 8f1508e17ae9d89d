"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useController, useWatch } from "react-hook-form";
import { BoundNumber, BoundText } from "@/components/console/forms/bound-fields";
import { RecordForm } from "@/components/console/forms/record-form";
import { useRecordForm } from "@/components/console/forms/use-record-form";
import { RoleNote } from "@/components/console/roles/role-note";
import { Card } from "@/components/ui/card";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { showToast } from "@/components/ui/toast";
import { type ConsoleAction, useAction } from "@/lib/client/use-action";
import { widgetTheme } from "@/lib/contracts/widget-theme";
import {
  DEFAULT_THEME_RADIUS,
  MAX_THEME_RADIUS,
  THEME_SCHEMES,
  type ThemeScheme,
  type WidgetTheme,
} from "@/lib/domain/widget-theme";
import { LookPalette } from "./look-palette";
import { LookPreview } from "./look-preview";
import { LOOKS, lookValues, lookWire } from "./look-values";

interface LookFormProps {
  theme: WidgetTheme;
  readOnly: boolean;
  action: ConsoleAction<unknown, WidgetTheme>;
}

/** How the program's widget looks, with the real widget beside it. */
export function LookForm({ theme, readOnly, action }: LookFormProps) {
  const t = useTranslations("look");
  const { run } = useAction(action);
  const initial = useMemo(() => lookValues(theme), [theme]);
  const { form, submit, ...state } = useRecordForm({
    draftKey: "look",
    contract: widgetTheme,
    initial,
    toWire: lookWire,
    save: (wire) => run(wire),
    fromSaved: lookValues,
    onSaved: () => showToast(t("saved")),
  });
  const { control } = form;
  const values = useWatch({ control }) as ReturnType<typeof lookValues>;
  const scheme = useController({ control, name: "scheme" }).field;
  const shown = LOOKS.filter((look) => values.scheme === "auto" || values.scheme === look);
  return (
    <Card title={t("title")} intro={t("intro")}>
      <RoleNote scope="campaigns:write" />
      <div className="grid min-w-0 gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <RecordForm submit={submit} {...state} saveLabel={t("save")} readOnly={readOnly}>
          <div className="flex flex-col items-start gap-1.5">
            <span className="font-medium">{t("scheme")}</span>
            <SegmentedControl<ThemeScheme>
              label={t("scheme")}
              value={scheme.value}
              onChange={scheme.onChange}
              choices={THEME_SCHEMES.map((value) => ({ value, label: t(`schemes.${value}`) }))}
            />
          </div>
          <div className="grid gap-5 sm:grid-cols-2">
            <BoundNumber
              control={control}
              name="radius"
              label={t("radius")}
              hint={t("radiusHint", { default: DEFAULT_THEME_RADIUS })}
              min={0}
              max={MAX_THEME_RADIUS}
            />
            <BoundText
              control={control}
              name="font"
              label={t("font")}
              hint={t("fontHint")}
              placeholder={'"Inter", sans-serif'}
              dir="ltr"
              autoComplete="off"
            />
          </div>
          {shown.map((look) => (
            <LookPalette key={look} control={control} look={look} palette={values[look]} />
          ))}
        </RecordForm>
        <LookPreview values={values} />
      </div>
    </Card>
  );
}
