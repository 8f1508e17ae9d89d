"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/button-classes";
import { Icon } from "@/components/ui/icon";
import { ListTable } from "@/components/ui/list-table";
import type { CodeRunResult } from "@/lib/client/use-code-run";
import { useColumnNames } from "./column-mapping";
import type { CodeFile } from "./use-code-file";

const PAGE = 20;

interface FailedRowsProps {
  chosen: CodeFile;
  result: CodeRunResult;
}

/** The rows that are left out and why, a page more at a time; the file beside it has them all. */
export function FailedRows({ chosen, result: { failed, failedRows, failedFile } }: FailedRowsProps) {
  const t = useTranslations("codeImport");
  const format = useFormatter();
  const nameOf = useColumnNames(chosen);
  const [shown, setShown] = useState(PAGE);
  if (failed === 0) return null;
  const problems = failedRows
    .slice(0, shown)
    .flatMap(({ line, problems: found }) =>
      found.map((problem, position) => ({ id: `${line}.${position}`, line, ...problem })),
    );
  const beyond = failed - failedRows.length;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="font-medium">{t("failedTitle", { count: failed, shown: format.number(failed) })}</h3>
        {failedFile ? <Download file={failedFile} name={leftOutName(chosen.file.name)} /> : null}
      </div>
      <ListTable
        label={t("failedLabel")}
        rows={problems}
        rowId={({ id }) => id}
        columns={[
          {
            id: "line",
            label: t("line"),
            named: true,
            className: "md:w-[10%]",
            cell: ({ line }) => <span className="tabular-nums">{format.number(line)}</span>,
          },
          {
            id: "column",
            label: t("column"),
            named: true,
            className: "md:w-[20%]",
            cell: ({ column }) => <bdi className="wrap-anywhere">{column === null ? "–" : nameOf(column)}</bdi>,
          },
          {
            id: "value",
            label: t("value"),
            named: true,
            className: "md:w-[25%]",
            cell: ({ value }) => (
              <code className="wrap-anywhere line-clamp-3 text-xs">
                <bdi>{value || "–"}</bdi>
              </code>
            ),
          },
          {
            id: "reason",
            label: t("reason"),
            cell: ({ code, params }) =>
              t(`problems.${code}`, { line: params.line ?? 0, periods: params.periods ?? "" }),
          },
        ]}
      />
      <div className="flex flex-wrap items-center gap-3">
        {shown < failedRows.length ? (
          <Button kind="secondary" size="small" onPress={() => setShown(shown + PAGE)}>
            {t("more")}
          </Button>
        ) : null}
        {shown >= failedRows.length && beyond > 0 ? (
          <p className="text-muted text-sm">{t("moreInFile", { count: beyond, shown: format.number(beyond) })}</p>
        ) : null}
      </div>
    </div>
  );
}

function Download({ file, name }: { file: Blob; name: string }) {
  const t = useTranslations("codeImport");
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (address === null) return null;
  return (
    <a href={address} download={name} className={buttonClasses({ kind: "secondary", size: "small" })}>
      <Icon name="download" />
      {t("downloadFailed")}
    </a>
  );
}

/** Beside the file it came from, in whatever order a folder shows them. */
function leftOutName(name: string): string {
  return `${name.replace(/(-left-out)?(\.\w+)?$/, "")}-left-out.csv`;
}
