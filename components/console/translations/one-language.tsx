"use client";

import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { useCan } from "@/lib/client/program";

/** What stands where a program speaks one language only. */
export function OneLanguage() {
  const t = useTranslations("openTexts");
  const mayAddLanguage = useCan("keys:write");
  return (
    <EmptyState
      title={t("oneLanguageTitle")}
      action={
        mayAddLanguage ? (
          <Link href="/settings#languages" className={buttonClasses({ kind: "secondary", size: "small" })}>
            {t("addLanguage")}
          </Link>
        ) : null
      }
    >
      {t("oneLanguage")}
    </EmptyState>
  );
}
