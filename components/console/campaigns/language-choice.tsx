"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { Link } from "@/components/ui/link";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useCan } from "@/lib/client/program";
import type { CampaignValues } from "./campaign-values";
import { useEditor } from "./editor";
import { typedCompleteness } from "./text-states";
import { useLanguageName } from "./use-language-name";

interface LanguageChoiceProps {
  languages: readonly string[];
  onChange: (language: string) => void;
}

/** Which language stands beside the default one, and how much of each is done. */
export function TranslationLanguage({ languages, onChange }: LanguageChoiceProps) {
  const t = useTranslations("campaign");
  const { control, saved, language } = useEditor();
  const values = useWatch({ control }) as CampaignValues;
  const nameOf = useLanguageName();
  const mayAddLanguage = useCan("keys:write");
  if (language === null)
    return (
      <p className="text-muted text-sm">
        {t.rich("oneLanguage", {
          link: (text) =>
            mayAddLanguage ? (
              <Link href="/settings" className="text-link underline">
                {text}
              </Link>
            ) : (
              text
            ),
        })}
      </p>
    );
  const choices = languages.map((value) => {
    const { done, outdated, missing } = typedCompleteness(values, saved, value);
    return { value, label: t("completeness", { language: nameOf(value), done, all: done + outdated + missing }) };
  });
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-2">
      <span className="text-muted text-sm">{t("translateTo")}</span>
      <SegmentedControl label={t("translateTo")} value={language} onChange={onChange} choices={choices} />
    </div>
  );
}
