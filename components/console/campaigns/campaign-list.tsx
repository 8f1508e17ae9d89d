"use client";

import { useFormatter, useTranslations } from "next-intl";
import { RecordList } from "@/components/console/lists/record-list";
import { StatusBadge } from "@/components/console/lists/status-badge";
import { StatusFilter } from "@/components/console/lists/status-filter";
import { Time } from "@/components/console/lists/time";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Column } from "@/components/ui/list-table";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { useCan } from "@/lib/client/program";
import { useListState } from "@/lib/client/use-list-state";
import { CAMPAIGN_SORTS, campaignListState } from "./campaign-list-state";
import type { CampaignRow } from "./campaign-row";

type Noun = "streaks" | "challenges";

/** Every streak or challenge of the program: filtered, searched and sorted by the address of the page. */
export function CampaignList({ noun }: { noun: Noun }) {
  const t = useTranslations(noun);
  const tLists = useTranslations("lists");
  const { state, change, query } = useListState(campaignListState);
  const columns = useColumns(noun);
  const create = useCan("campaigns:write") ? (
    <Link href={`/${noun}/new`} className={buttonClasses()}>
      <Icon name="plus" />
      {t("create")}
    </Link>
  ) : null;
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6">
      <PageHeader title={t("title")} intro={t("intro")} actions={create} />
      <div className="flex flex-wrap items-center gap-3">
        <StatusFilter label={t("status")} value={state.status} onChange={(status) => change({ status })} />
        <SearchField label={t("search")} value={state.q} onChange={(q) => change({ q }, { replace: true })} />
        <Select
          bare
          label={tLists("sort")}
          value={state.sort}
          onChange={(sort) => change({ sort })}
          choices={CAMPAIGN_SORTS.map((value) => ({ value, label: tLists(`sorts.${value}`) }))}
        />
      </div>
      <RecordList<CampaignRow>
        noun={noun}
        query={query}
        label={t("title")}
        columns={columns}
        rowHref={(row) => `/${noun}/${row.id}`}
        after={state.after}
        goTo={(after) => change({ after })}
        filtered={state.q !== "" || state.status !== null}
        clear={() => change({ q: null, status: null })}
        empty={
          <EmptyState title={t("emptyTitle")} action={create}>
            {t("empty")}
          </EmptyState>
        }
      />
    </div>
  );
}

function useColumns(noun: Noun): Column<CampaignRow>[] {
  const t = useTranslations(noun);
  const format = useFormatter();
  return [
    { id: "name", label: t("name"), cell: (row) => <bdi className="wrap-anywhere">{row.name}</bdi> },
    { id: "status", label: t("status"), cell: (row) => <StatusBadge status={row.status} /> },
    {
      id: "goal",
      label: t("goal"),
      cell: (row) =>
        t("goalOf", {
          period: row.aggregationPeriod,
          method: row.aggregationMethod,
          target: format.number(row.aggregationTargetValue ?? row.completionTargetValue),
          periods: row.completionTargetValue,
        }),
    },
    { id: "milestones", label: t("milestones"), end: true, named: true, cell: (row) => format.number(row.milestones) },
    { id: "updated", label: t("updated"), named: true, cell: (row) => <Time at={row.updatedAt} /> },
  ];
}
