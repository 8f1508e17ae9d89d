"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { WidgetDocument } from "@/components/console/widget-document";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useRead } from "@/lib/client/use-read";
import { widgetThemeDraft } from "@/lib/contracts/widget-theme";
import { LOOKS, type Look, type LookValues, lookWire } from "./look-values";

/** The real widget in the colours that the form holds. What makes no colour yet leaves the last good one in view. */
export function LookPreview({ values }: { values: LookValues }) {
  const t = useTranslations("look");
  const [chosen, setChosen] = useState<Look>("light");
  const look = values.scheme === "auto" ? chosen : values.scheme;
  const theme = useDeferredValue(JSON.stringify({ ...lookWire(values), scheme: look }));
  const { data: html } = useRead<string>("look-preview", `?theme=${encodeURIComponent(theme)}`, {
    enabled: widgetThemeDraft.safeParse(JSON.parse(theme)).success,
  });
  return (
    <div className="flex min-w-0 flex-col gap-3 max-lg:order-first lg:sticky lg:top-0 lg:self-start">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">{t("preview")}</h3>
        {values.scheme === "auto" ? (
          <SegmentedControl<Look>
            label={t("previewIn")}
            value={chosen}
            onChange={setChosen}
            choices={LOOKS.map((value) => ({ value, label: t(`schemes.${value}`) }))}
          />
        ) : null}
      </div>
      <WidgetDocument
        title={t("preview")}
        html={html ?? ""}
        scheme={look}
        className="h-136 w-full rounded-lg border border-border bg-surface"
      />
    </div>
  );
}
