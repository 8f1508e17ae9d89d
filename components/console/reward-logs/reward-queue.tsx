"use client";

import { useTranslations } from "next-intl";
import { ExportLink } from "@/components/console/lists/export-link";
import { RecordList } from "@/components/console/lists/record-list";
import { buttonClasses } from "@/components/ui/button-classes";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Column } from "@/components/ui/list-table";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { ListPage } from "@/lib/client/list-page";
import { useCan } from "@/lib/client/program";
import { useListState } from "@/lib/client/use-list-state";
import { useRead } from "@/lib/client/use-read";
import type { ChangeManyAction } from "./change-many-dialog";
import type { RewardRowActions } from "./reward-actions";
import { useRewardColumns } from "./reward-columns";
import { RewardFilters } from "./reward-filters";
import { ALL_REWARDS, handOutQuery, rewardListQuery, rewardListState } from "./reward-list-state";
import type { RewardRow } from "./reward-row";
import { SelectionBar } from "./selection-bar";
import { useCampaigns } from "./use-campaigns";
import { type RewardSelectionState, useRewardSelection } from "./use-reward-selection";

interface RewardQueueProps {
  actions: RewardRowActions;
  changeMany: ChangeManyAction;
}

/** The work queue: which rewards wait, a code for each or one for many. */
export function RewardQueue({ actions, changeMany }: RewardQueueProps) {
  const t = useTranslations("rewardLogs");
  const { state, change, query } = useListState(rewardListState);
  const { data } = useRead<ListPage<RewardRow>>("reward-logs", query);
  const rows = data?.rows ?? [];
  const allPages = rewardListQuery({ ...state, after: null });
  const selection = useRewardSelection(allPages, rows);
  const [mayWrite, maySee] = [useCan("rewards:write"), useCan("codes:read")];
  const columns = [
    ...useSelectColumn(mayWrite, selection),
    ...useRewardColumns({ actions, campaigns: useCampaigns() }),
  ];
  const { sort: _, after: __, ...filters } = state;
  const filtered = Object.values(filters).some((value) => value !== null);
  return (
    <div className="mx-auto flex max-w-7xl flex-col gap-6">
      <PageHeader
        title={t("title")}
        intro={t("intro")}
        actions={
          <>
            <ExportLink list="reward-logs" query={query} />
            {mayWrite ? (
              <Link href={`/reward-logs/codes${handOutQuery(state)}`} className={buttonClasses({ kind: "secondary" })}>
                <Icon name="upload" />
                {t("importCodes")}
              </Link>
            ) : null}
          </>
        }
      />
      {maySee ? null : <Notice kind="info">{t("codesHidden")}</Notice>}
      <RewardFilters state={state} change={change} filtered={filtered} />
      <div className="flex min-w-0 flex-col gap-3">
        {mayWrite && rows.length > 0 ? (
          <SelectionBar
            rows={rows}
            more={data?.nextCursor != null || state.after !== null}
            query={allPages}
            selection={selection}
            changeMany={changeMany}
          />
        ) : null}
        <RecordList<RewardRow>
          noun="reward-logs"
          query={query}
          label={t("title")}
          columns={columns}
          after={state.after}
          goTo={(after) => change({ after })}
          filtered={filtered}
          clear={() => change(ALL_REWARDS)}
          empty={<NoRewards />}
        />
      </div>
    </div>
  );
}

function useSelectColumn(mayWrite: boolean, selection: RewardSelectionState): Column<RewardRow>[] {
  const t = useTranslations("rewardLogs");
  if (!mayWrite) return [];
  return [
    {
      id: "select",
      label: t("select"),
      quiet: true,
      cell: (row) => (
        <Checkbox
          bare
          label={t("selectRow", { member: row.member?.name ?? t("memberGone"), reward: row.title })}
          checked={selection.has(row.id)}
          onChange={(on) => selection.toggle(row, on)}
        />
      ),
    },
  ];
}

function NoRewards() {
  const t = useTranslations("rewardLogs");
  return (
    <EmptyState
      title={t("emptyTitle")}
      action={
        <Link href="/streaks" className={buttonClasses({ kind: "secondary" })}>
          {t("emptyAction")}
        </Link>
      }
    >
      {t("empty")}
    </EmptyState>
  );
}
