"use client";

import { useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { ConsoleAction } from "@/lib/client/use-action";
import { OpenTextForm } from "./open-text-form";
import type { OpenTextRow, TextChange } from "./open-texts-view";

interface OpenTextsOfRecordProps {
  language: string;
  texts: [OpenTextRow, ...OpenTextRow[]];
  save: ConsoleAction<TextChange, void>;
}

const ICONS: Record<OpenTextRow["slug"], IconName> = { streak: "flame", challenge: "target", milestone: "flag" };

/** The open texts of one campaign or milestone, under its name, which leads to it. */
export function OpenTextsOfRecord({ language, texts, save }: OpenTextsOfRecordProps) {
  const t = useTranslations("openTexts");
  const [{ slug, recordId, parentSlug, parentId, name }] = texts;
  const place = `/${parentSlug}s/${parentId}`;
  return (
    <section
      aria-labelledby={`record-${recordId}`}
      className="flex min-w-0 flex-col rounded-lg border border-border bg-surface"
    >
      <h2 id={`record-${recordId}`} className="border-border border-b px-4 py-3">
        <Link
          href={slug === "milestone" ? `${place}#milestone-${recordId}` : place}
          className="flex min-w-0 items-center gap-2 font-medium hover:underline"
        >
          <Icon name={ICONS[slug]} className="text-muted" />
          <bdi className="wrap-anywhere min-w-0">{name}</bdi>
          <span className="font-normal text-muted text-xs">{t(`kinds.${slug}`)}</span>
        </Link>
      </h2>
      <div className="flex flex-col divide-y divide-border">
        {texts.map((text) => (
          <OpenTextForm key={text.field} language={language} row={text} save={save} />
        ))}
      </div>
    </section>
  );
}
