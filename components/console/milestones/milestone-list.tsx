"use client";

import { useFormatter, useTranslations } from "next-intl";
import { RecordList } from "@/components/console/lists/record-list";
import { StatusBadge } from "@/components/console/lists/status-badge";
import { StatusFilter } from "@/components/console/lists/status-filter";
import { Time } from "@/components/console/lists/time";
import { useAmount } from "@/components/console/use-amount";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Column } from "@/components/ui/list-table";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { useListState } from "@/lib/client/use-list-state";
import { PARENT_SLUGS } from "@/lib/domain/record";
import { MILESTONE_SORTS, milestoneListState } from "./milestone-list-state";
import type { MilestoneRow } from "./milestone-row";

/** Every milestone of the program; a row opens the ladder in which it is edited. */
export function MilestoneList() {
  const t = useTranslations("milestones");
  const tLists = useTranslations("lists");
  const { state, change, query } = useListState(milestoneListState);
  const columns = useColumns();
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6">
      <PageHeader title={t("title")} intro={t("intro")} />
      <div className="flex flex-wrap items-center gap-3">
        <StatusFilter label={t("status")} value={state.status} onChange={(status) => change({ status })} />
        <SearchField label={t("search")} value={state.q} onChange={(q) => change({ q }, { replace: true })} />
        <Select
          bare
          label={t("kind")}
          value={state.kind ?? "all"}
          onChange={(value) => change({ kind: value === "all" ? null : value })}
          choices={[
            { value: "all" as const, label: t("allKinds") },
            ...PARENT_SLUGS.map((value) => ({ value, label: t(`kinds.${value}`) })),
          ]}
        />
        <Select
          bare
          label={tLists("sort")}
          value={state.sort}
          onChange={(sort) => change({ sort })}
          choices={MILESTONE_SORTS.map((value) => ({ value, label: tLists(`sorts.${value}`) }))}
        />
      </div>
      <RecordList<MilestoneRow>
        noun="milestones"
        query={query}
        label={t("title")}
        columns={columns}
        rowHref={({ id, linkedSchemaSlug, linkedSchemaRecordId }) =>
          `/${linkedSchemaSlug}s/${linkedSchemaRecordId}#milestone-${id}`
        }
        after={state.after}
        goTo={(after) => change({ after })}
        filtered={state.q !== "" || state.status !== null || state.kind !== null}
        clear={() => change({ q: null, status: null, kind: null })}
        empty={
          <EmptyState
            title={t("emptyTitle")}
            action={
              <Link href="/streaks" className={buttonClasses()}>
                {t("toStreaks")}
              </Link>
            }
          >
            {t("empty")}
          </EmptyState>
        }
      />
    </div>
  );
}

function useColumns(): Column<MilestoneRow>[] {
  const t = useTranslations("milestones");
  const format = useFormatter();
  const amount = useAmount();
  return [
    { id: "name", label: t("name"), cell: (row) => <bdi className="wrap-anywhere">{row.name}</bdi> },
    {
      id: "parent",
      label: t("parent"),
      cell: (row) => (
        <span className="inline-flex min-w-0 items-center gap-1.5 text-muted">
          <Icon name={row.linkedSchemaSlug === "streak" ? "flame" : "target"} />
          <bdi className="wrap-anywhere">{row.parentName ?? t("parentGone")}</bdi>
        </span>
      ),
    },
    { id: "status", label: t("status"), cell: (row) => <StatusBadge status={row.status} /> },
    {
      id: "target",
      label: t("target"),
      end: true,
      named: true,
      cell: (row) => amount(row.milestoneTargetValue),
    },
    { id: "points", label: t("points"), end: true, named: true, cell: (row) => format.number(row.points) },
    { id: "updated", label: t("updated"), named: true, cell: (row) => <Time at={row.updatedAt} /> },
  ];
}
