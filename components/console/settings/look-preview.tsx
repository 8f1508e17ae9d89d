"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useProgram } from "@/lib/client/program";
import type { ConsoleAction } from "@/lib/client/use-action";
import { widgetThemeDraft } from "@/lib/contracts/widget-theme";
import { LOOKS, type Look, type LookValues, lookWire } from "./look-values";

/** What the preview's sample campaign says, in the reader's language. */
export interface PreviewTexts {
  title: string;
  description: string;
  milestone: string;
  reward: string;
}

/** Answers the widget's own document for a sample member, in looks that are not saved yet. */
export type PreviewLook = ConsoleAction<{ theme: unknown; language: string; texts: PreviewTexts }, string>;

interface LookPreviewProps {
  values: LookValues;
  preview: PreviewLook;
}

/** The real widget in the colours that the form holds. What makes no colour yet leaves the last good one in view. */
export function LookPreview({ values, preview }: LookPreviewProps) {
  const t = useTranslations("look");
  const language = useLocale();
  const program = useProgram();
  const [chosen, setChosen] = useState<Look>("light");
  const look = values.scheme === "auto" ? chosen : values.scheme;
  const theme = useDeferredValue(JSON.stringify({ ...lookWire(values), scheme: look }));
  const texts = {
    title: t("sample.title"),
    description: t("sample.description"),
    milestone: t("sample.milestone"),
    reward: t("sample.reward"),
  };
  const { data: html } = useQuery({
    queryKey: [program.id, "look-preview", theme, language],
    enabled: widgetThemeDraft.safeParse(JSON.parse(theme)).success,
    placeholderData: (last) => last,
    queryFn: async () => {
      const result = await preview(program.id, { theme: JSON.parse(theme), language, texts });
      if (!result.ok) throw new Error(result.code);
      return result.value;
    },
  });
  return (
    <div className="flex min-w-0 flex-col gap-3">
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
      <iframe
        title={t("preview")}
        srcDoc={html ?? ""}
        style={{ colorScheme: look }}
        className="h-136 w-full rounded-lg border border-border bg-surface"
      />
    </div>
  );
}
