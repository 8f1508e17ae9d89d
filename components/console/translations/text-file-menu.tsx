"use client";

import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button-classes";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { useProgram } from "@/lib/client/program";

const FILES = [
  { which: "open", format: "csv" },
  { which: "open", format: "json" },
  { which: "all", format: "csv" },
  { which: "all", format: "json" },
] as const;

/** The texts of a language as a file for a translator: what is open, or all. */
export function TextFileMenu({ language }: { language: string }) {
  const t = useTranslations("openTexts");
  const { id: program } = useProgram();
  return (
    <Menu
      label={t("export.menu")}
      trigger={
        <span className="flex items-center gap-2">
          <Icon name="download" />
          {t("export.button")}
        </span>
      }
      triggerClassName={buttonClasses({ kind: "secondary" })}
      groups={(["open", "all"] as const).map((group) => ({
        id: group,
        title: t(`export.${group}`),
        actions: FILES.filter(({ which }) => which === group).map(({ which, format }) => ({
          id: `${which}-${format}`,
          label: t("export.as", { format: format.toUpperCase() }),
          // An answer that is a file leaves the page where it is; one that leads to sign-in does not.
          onAction: () =>
            window.location.assign(`/data/texts?${new URLSearchParams({ language, format, which, program })}`),
        })),
      }))}
    />
  );
}
