"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { type Column, ListTable } from "@/components/ui/list-table";

const PAGE = 20;

interface PagedRowsProps<Row> {
  label: string;
  rows: Row[];
  total: number;
  columns: Column<Row>[];
}

/** The first of many rows, and more at a press. */
export function PagedRows<Row extends { line: number }>({ label, rows, total, columns }: PagedRowsProps<Row>) {
  const t = useTranslations("textImport");
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ListTable label={label} rows={rows.slice(0, shown)} rowId={({ line }) => String(line)} columns={columns} />
      {shown < rows.length ? (
        <Button kind="secondary" size="small" onPress={() => setShown(shown + PAGE)} className="self-start">
          {t("more")}
        </Button>
      ) : null}
      {shown >= rows.length && total > rows.length ? (
        <p className="text-muted text-sm">{t("beyond", { count: total - rows.length })}</p>
      ) : null}
    </>
  );
}
