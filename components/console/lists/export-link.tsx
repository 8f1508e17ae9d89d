"use client";

import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button-classes";
import { Icon } from "@/components/ui/icon";
import { useProgram } from "@/lib/client/program";

/** The list as it is filtered now, as a CSV file; `list` and its query as in the list's address. */
export function ExportLink({ list, query }: { list: string; query: string }) {
  const t = useTranslations("lists");
  const address = new URLSearchParams(query);
  address.delete("after");
  address.set("program", useProgram().id);
  return (
    <a href={`/data/exports/${list}?${address}`} className={buttonClasses({ kind: "quiet" })}>
      <Icon name="download" />
      {t("export")}
    </a>
  );
}
