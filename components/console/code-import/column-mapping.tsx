"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ListTable } from "@/components/ui/list-table";
import { Notice } from "@/components/ui/notice";
import { type Choice, Select } from "@/components/ui/select";
import { CODE_COLUMNS, type CodeColumn, SEPARATORS, type Separator } from "@/lib/domain/code-file";
import { type CodeFile, missingColumn } from "./use-code-file";

const UNUSED = "unused";
const SEPARATOR_NAMES = { ",": "comma", ";": "semicolon", "\t": "tab" } as const;

interface ColumnMappingProps {
  chosen: CodeFile;
  setSeparator: (separator: Separator) => void;
  setHasHeader: (hasHeader: boolean) => void;
  setColumn: (position: number, holds: CodeColumn | null) => void;
}

/** What each column of the file holds, as it was guessed, with the first value beside it. */
export function ColumnMapping({ chosen, setSeparator, setHasHeader, setColumn }: ColumnMappingProps) {
  const t = useTranslations("codeImport");
  const { layout, rows } = chosen;
  const missing = missingColumn(layout);
  const nameOf = useColumnNames(chosen);
  const width = Math.max(...rows.map(({ length }) => length));
  const example = rows[layout.hasHeader ? 1 : 0] ?? [];
  const columns = Array.from({ length: width }, (_, position) => ({
    position,
    name: nameOf(position + 1),
    example: example[position] ?? "",
    holds: CODE_COLUMNS.find((column) => layout.columns[column] === position) ?? null,
  }));
  const choices: Choice<CodeColumn | typeof UNUSED>[] = [
    { value: UNUSED, label: t("unused") },
    ...CODE_COLUMNS.map((value) => ({ value, label: t(`holds.${value}`) })),
  ];
  return (
    <Card title={t("columnsTitle")} intro={t("columnsIntro")}>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Select
          bare
          label={t("separator")}
          value={layout.separator}
          onChange={setSeparator}
          choices={SEPARATORS.map((value) => ({ value, label: t(`separators.${SEPARATOR_NAMES[value]}`) }))}
        />
        <Checkbox label={t("hasHeader")} checked={layout.hasHeader} onChange={setHasHeader} />
      </div>
      {missing ? <Notice kind="danger">{t(`missing.${missing}`)}</Notice> : null}
      <ListTable
        label={t("columnsTitle")}
        rows={columns}
        rowId={({ position }) => String(position)}
        columns={[
          {
            id: "name",
            label: t("column"),
            className: "md:w-[30%]",
            cell: ({ name }) => <bdi className="wrap-anywhere font-medium">{name}</bdi>,
          },
          {
            id: "example",
            label: t("example"),
            cell: ({ example: value }) => (
              <code className="wrap-anywhere line-clamp-2 text-muted text-xs">
                <bdi>{value}</bdi>
              </code>
            ),
          },
          {
            id: "holds",
            label: t("holdsLabel"),
            className: "md:w-[32%]",
            cell: ({ position, name, holds }) => (
              <Select
                bare
                label={t("holdsOf", { column: name })}
                value={holds ?? UNUSED}
                onChange={(value) => setColumn(position, value === UNUSED ? null : value)}
                choices={choices}
              />
            ),
          },
        ]}
      />
    </Card>
  );
}

/** What a column is called, by its number: as the first row names it, or by the number. */
export function useColumnNames({ layout, rows }: Pick<CodeFile, "layout" | "rows">): (column: number) => string {
  const t = useTranslations("codeImport");
  const header = layout.hasHeader ? (rows[0] ?? []) : [];
  return (column) => header[column - 1] || t("columnNumber", { number: column });
}
