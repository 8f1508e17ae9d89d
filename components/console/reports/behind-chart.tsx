"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { useProgram } from "@/lib/client/program";
import type { ReportTable } from "@/lib/contracts/report";
import type { ParentSlug } from "@/lib/domain/record";
import type { Days } from "@/lib/domain/report-range";

/** The table behind a chart, opened where it stands. */
export function TableBehind({ children }: { children: ReactNode }) {
  const t = useTranslations("report");
  return (
    <details className="group flex flex-col">
      <summary className={`${buttonClasses({ kind: "secondary", size: "small" })} w-fit cursor-pointer list-none`}>
        <span className="group-open:hidden">{t("showTable")}</span>
        <span className="hidden group-open:inline">{t("hideTable")}</span>
      </summary>
      <div className="mt-3 min-w-0">{children}</div>
    </details>
  );
}

/** Downloads the table behind a chart. */
export function DownloadCsv(props: { slug: ParentSlug; id: string; days: Days; table: ReportTable; label: string }) {
  const { slug, id, days, table, label } = props;
  const t = useTranslations("report");
  const { id: program } = useProgram();
  const query = new URLSearchParams({ program, slug, id, ...days, table });
  return (
    <a
      href={`/data/report-csv?${query}`}
      className={buttonClasses({ kind: "secondary", size: "small" })}
      aria-label={`${t("csv")}: ${label}`}
    >
      {t("csv")}
    </a>
  );
}
