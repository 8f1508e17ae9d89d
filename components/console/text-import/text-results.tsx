"use client";

import { useFormatter, useTranslations } from "next-intl";
import { openTextQuery } from "@/components/console/translations/open-text-state";
import { buttonClasses } from "@/components/ui/button-classes";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { DownloadFailed } from "./download-failed";
import { PagedRows } from "./paged-rows";
import { useChangeColumns, useFailureColumns } from "./text-columns";
import type { TextImportView } from "./text-import-view";

interface TextResultsProps {
  view: TextImportView;
  committed: boolean;
  language: string;
  fileName: string;
}

/** What a file does or did, text by text: what is left out and why first, then what changes. */
export function TextResults({ view, committed, language, fileName }: TextResultsProps) {
  const t = useTranslations("textImport");
  const { counts, changes, failures, failedFile } = view;
  const [failureColumns, changeColumns] = [useFailureColumns(), useChangeColumns(language)];
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {committed ? (
        <div className="flex flex-col items-start gap-3">
          <Notice kind="success">{t("done", { count: counts.changed })}</Notice>
          <Link
            href={`/translations${openTextQuery({ language })}`}
            className={buttonClasses({ kind: "secondary", size: "small" })}
          >
            {t("seeOpen")}
          </Link>
        </div>
      ) : null}
      <Counts counts={counts} committed={committed} />
      {failures.length > 0 ? (
        <section aria-label={t("failuresTitle")} className="flex min-w-0 flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h3 className="font-medium">{t("failuresTitle")}</h3>
            {failedFile ? <DownloadFailed text={failedFile} fileName={fileName} /> : null}
          </div>
          <PagedRows label={t("failuresTitle")} rows={failures} total={counts.failed} columns={failureColumns} />
        </section>
      ) : null}
      {changes.length > 0 ? (
        <section aria-label={t("changesTitle")} className="flex min-w-0 flex-col gap-3">
          <h3 className="font-medium">{t(committed ? "changedTitle" : "changesTitle")}</h3>
          <PagedRows label={t("changesTitle")} rows={changes} total={counts.changed} columns={changeColumns} />
        </section>
      ) : null}
    </div>
  );
}

function Counts({ counts, committed }: Pick<TextResultsProps, "committed"> & Pick<TextImportView, "counts">) {
  const t = useTranslations("textImport");
  const format = useFormatter();
  const told = [
    { count: counts.changed, label: t(committed ? "counts.didChange" : "counts.willChange"), look: "text-success" },
    { count: counts.unchanged, label: t("counts.unchanged"), look: "" },
    { count: counts.skipped, label: t("counts.skipped"), look: "" },
    { count: counts.failed, label: t("counts.failed"), look: "text-danger" },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {told.map(({ count, label, look }) => (
        <div key={label} className="flex flex-col-reverse gap-0.5 rounded-md border border-border px-4 py-3">
          <dt className="text-muted text-sm">{label}</dt>
          <dd className={`font-semibold text-2xl tabular-nums tracking-tight ${count > 0 ? look : "text-muted"}`}>
            {format.number(count)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
