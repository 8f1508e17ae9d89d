"use client";

import { useTranslations } from "next-intl";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { PREVIEW_STATES, type PreviewState } from "@/lib/contracts/widget-preview";
import { PreviewFrame } from "./preview-frame";
import { DEVICES, DIRECTIONS, SCHEMES } from "./preview-state";
import { useLanguageName } from "./use-language-name";

/** How the preview is looked at. */
export interface Look {
  language: string;
  member: PreviewState;
  direction: (typeof DIRECTIONS)[number];
  scheme: (typeof SCHEMES)[number];
  device: (typeof DEVICES)[number];
}

interface WidgetPreviewProps {
  /** The rendered document; null until the first is there. */
  html: string | null;
  look: Look;
  onChange: (patch: Partial<Look>) => void;
  languages: readonly string[];
}

/** The member's screen while it is written, and ways to look at it. */
export function WidgetPreview({ html, look, onChange, languages }: WidgetPreviewProps) {
  const t = useTranslations("campaign.preview");
  const nameOf = useLanguageName();
  return (
    <section aria-label={t("title")} className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          bare
          label={t("member")}
          value={look.member}
          onChange={(member) => onChange({ member })}
          choices={PREVIEW_STATES.map((value) => ({ value, label: t(`members.${value}`) }))}
        />
        <Select
          bare
          label={t("language")}
          value={look.language}
          onChange={(language) => onChange({ language })}
          choices={languages.map((value) => ({ value, label: nameOf(value) }))}
        />
        <Select
          bare
          label={t("direction")}
          value={look.direction}
          onChange={(direction) => onChange({ direction })}
          choices={DIRECTIONS.map((value) => ({ value, label: t(`directions.${value}`) }))}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label={t("scheme")}
          value={look.scheme}
          onChange={(scheme) => onChange({ scheme })}
          choices={SCHEMES.map((value) => ({ value, label: t(`schemes.${value}`) }))}
        />
        <SegmentedControl
          label={t("device")}
          value={look.device}
          onChange={(device) => onChange({ device })}
          choices={DEVICES.map((value) => ({ value, label: t(`devices.${value}`) }))}
        />
      </div>
      {html === null ? (
        <Skeleton className="h-96 w-full" />
      ) : (
        <PreviewFrame
          title={t("title")}
          html={html}
          direction={look.direction}
          scheme={look.scheme}
          device={look.device}
        />
      )}
      <p className="text-muted text-xs">{t("note")}</p>
    </section>
  );
}
