"use client";

import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";

/** What stands where a program speaks one language only. */
export function OneLanguage() {
  const t = useTranslations("openTexts");
  return (
    <EmptyState
      title={t("oneLanguageTitle")}
      action={
        <Link href="/settings#languages" className={buttonClasses({ kind: "secondary", size: "small" })}>
          {t("addLanguage")}
        </Link>
      }
    >
      {t("oneLanguage")}
    </EmptyState>
  );
}
