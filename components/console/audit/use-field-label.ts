"use client";

import { useLocale, useTranslations } from "next-intl";
import { languageName } from "@/components/console/translations/language-name";

/** What a changed value is called: a field, a field in a language, or a field and the place within it. */
export function useFieldLabel(): (path: readonly string[]) => string {
  const t = useTranslations("audit");
  const tFields = useTranslations("audit.fields");
  const locale = useLocale();
  type Field = Parameters<typeof tFields.has>[0];
  const known = (name: string): name is Field & string => tFields.has(name as Field);
  const nameOf = (name: string) => (known(name) ? tFields(name) : name);
  return ([first = "", second, ...rest]) => {
    if (second === undefined) return nameOf(first);
    if (first === "translations")
      return t("translated", { field: nameOf(rest.join(".") || first), language: languageName(second, locale) });
    return `${nameOf(first)}: ${[second, ...rest].join(".")}`;
  };
}
