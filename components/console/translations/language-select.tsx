"use client";

import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { languageName } from "./language-name";
import type { OpenTextsView } from "./open-texts-view";

interface LanguageSelectProps extends Pick<OpenTextsView, "languages"> {
  value: string;
  onChange: (language: string) => void;
}

/** A language of the program's, with how many of its texts are open. */
export function LanguageSelect({ languages, value, onChange }: LanguageSelectProps) {
  const t = useTranslations("openTexts");
  const locale = useLocale();
  const choices = languages.map(({ language, open }) => ({
    value: language,
    label:
      open === null
        ? languageName(language, locale)
        : t("languageOf", { language: languageName(language, locale), count: open }),
  }));
  return <Select bare label={t("language")} value={value} onChange={onChange} choices={choices} />;
}
