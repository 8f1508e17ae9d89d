"use client";

import { useFormatter, useTranslations } from "next-intl";
import { TEXT_FIELDS } from "@/components/console/translations/open-texts-view";
import type { Column } from "@/components/ui/list-table";
import { directionOfLanguage } from "@/lib/domain/language-tag";
import type { TextChangeRow, TextFailureRow } from "./text-import-view";

type AboutText = Pick<TextFailureRow, "line" | "name" | "field">;

/** Where in the file a text stands, and whose it is. */
function useTextColumns<Row extends AboutText>(): Column<Row>[] {
  const t = useTranslations("textImport");
  const tTexts = useTranslations("openTexts");
  const format = useFormatter();
  return [
    {
      id: "line",
      label: t("line"),
      named: true,
      className: "md:w-[8%]",
      cell: ({ line }) => <span className="tabular-nums">{format.number(line)}</span>,
    },
    {
      id: "text",
      label: t("text"),
      className: "md:w-[22%]",
      cell: ({ name, field }) => {
        const known = TEXT_FIELDS.find((one) => one === field);
        return (
          <span className="flex min-w-0 flex-col">
            <bdi className="wrap-anywhere font-medium">{name ?? "–"}</bdi>
            <span className="wrap-anywhere text-muted text-xs">{known ? tTexts(`fields.${known}`) : field}</span>
          </span>
        );
      },
    },
  ];
}

/** Columns of what is left out, and why. */
export function useFailureColumns(): Column<TextFailureRow>[] {
  const t = useTranslations("textImport");
  return [
    ...useTextColumns<TextFailureRow>(),
    {
      id: "value",
      label: t("value"),
      className: "md:w-[30%]",
      cell: ({ value, column }) => (
        <span className="flex min-w-0 flex-col">
          <span className="wrap-anywhere line-clamp-3" dir="auto">
            {value || "–"}
          </span>
          {column ? <code className="text-muted text-xs">{column}</code> : null}
        </span>
      ),
    },
    { id: "reason", label: t("reason"), cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span> },
  ];
}

/** Columns of what changes: what it says, and what it will. */
export function useChangeColumns(language: string): Column<TextChangeRow>[] {
  const t = useTranslations("textImport");
  const inLanguage = { lang: language, dir: directionOfLanguage(language) };
  return [
    ...useTextColumns<TextChangeRow>(),
    {
      id: "before",
      label: t("before"),
      named: true,
      className: "md:w-[32%]",
      cell: ({ before }) =>
        before ? (
          <span {...inLanguage} className="wrap-anywhere line-clamp-3 text-muted">
            {before}
          </span>
        ) : (
          <span className="text-muted">{t("noText")}</span>
        ),
    },
    {
      id: "after",
      label: t("after"),
      named: true,
      cell: ({ after }) => (
        <span {...inLanguage} className="wrap-anywhere line-clamp-3">
          {after}
        </span>
      ),
    },
  ];
}
