"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type Column, ListSkeleton, ListTable } from "@/components/ui/list-table";
import type { ListPage } from "@/lib/client/list-page";
import { useRead } from "@/lib/client/use-read";
import { Paging } from "./paging";
import { isStalePage, ReadFailure } from "./read-failure";

interface RecordListProps<Row> {
  /** The read, as app/data/reads.ts names it, and its query: the list's state as in the address. */
  noun: string;
  query: string;
  label: string;
  columns: Column<Row>[];
  rowHref?: (row: Row) => string;
  /** The cursor in the address, and how to go to another. */
  after: string | null;
  goTo: (after: string | null) => void;
  /** Whether the list shows less than all, and how to show all again. */
  filtered: boolean;
  clear: () => void;
  /** What stands there while there is no record at all, with one next step. */
  empty: ReactNode;
}

/** A list as its address says: rows, paging, and words for every way of having none. */
export function RecordList<Row extends { id: string }>(props: RecordListProps<Row>) {
  const { noun, query, label, columns, rowHref, after, goTo, filtered, clear, empty } = props;
  const t = useTranslations("lists");
  const { data, error, isPlaceholderData, refetch } = useRead<ListPage<Row>>(noun, query);

  if (error && isStalePage(error, after))
    return <Nothing title={t("staleTitle")} text={t("stale")} action={t("first")} onAction={() => goTo(null)} />;
  if (error) return <ReadFailure error={error} retry={() => void refetch()} />;
  if (!data) return <ListSkeleton />;
  if (data.rows.length === 0 && (filtered || after))
    return <Nothing title={t("noneTitle")} text={t("none")} action={t("showAll")} onAction={clear} />;
  if (data.rows.length === 0) return empty;
  return (
    <>
      <ListTable
        label={label}
        columns={columns}
        rows={data.rows}
        rowId={(row) => row.id}
        rowHref={rowHref}
        busy={isPlaceholderData}
      />
      <Paging after={after} next={data.nextCursor} goTo={goTo} />
    </>
  );
}

function Nothing(props: { title: string; text: string; action: string; onAction: () => void }) {
  return (
    <EmptyState
      title={props.title}
      action={
        <Button kind="secondary" size="small" onPress={props.onAction}>
          {props.action}
        </Button>
      }
    >
      {props.text}
    </EmptyState>
  );
}
