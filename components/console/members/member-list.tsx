"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ExportLink } from "@/components/console/lists/export-link";
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
import { useRead } from "@/lib/client/use-read";
import { BehindNumber } from "./behind-number";
import { MEMBER_SORTS, memberListState, NO_REPORT } from "./member-list-state";
import type { MemberListPage, MemberRow } from "./member-row";

/** Every member of the program: found by name, e-mail address or the customer's own id. */
export function MemberList() {
  const t = useTranslations("members");
  const tLists = useTranslations("lists");
  const { state, change, query } = useListState(memberListState);
  const { data } = useRead<MemberListPage>("members", query);
  const ofReport = state.of !== null;
  const columns = useColumns();
  const create = useCan("members:write") ? (
    <Link href="/members/new" className={buttonClasses()}>
      <Icon name="plus" />
      {t("create")}
    </Link>
  ) : null;
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6">
      <PageHeader
        title={t("title")}
        intro={t("intro")}
        actions={
          <>
            <ExportLink list="members" query={query} />
            {create}
          </>
        }
      />
      {ofReport && data?.behind ? <BehindNumber behind={data.behind} showAll={() => change(NO_REPORT)} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <SearchField label={t("search")} value={state.q} onChange={(q) => change({ q }, { replace: true })} />
        <StatusFilter label={t("status")} value={state.status} onChange={(status) => change({ status })} />
        <Select
          bare
          label={tLists("sort")}
          value={state.sort}
          onChange={(sort) => change({ sort })}
          choices={MEMBER_SORTS.map((value) => ({ value, label: tLists(`sorts.${value}`) }))}
        />
      </div>
      <RecordList<MemberRow>
        noun="members"
        query={query}
        label={t("title")}
        columns={columns}
        rowHref={(row) => `/members/${row.id}`}
        after={state.after}
        goTo={(after) => change({ after })}
        filtered={state.q !== "" || state.status !== null || ofReport}
        clear={() => change({ q: null, status: null, ...NO_REPORT })}
        empty={
          <EmptyState title={t("emptyTitle")} action={create}>
            {t("empty")}
          </EmptyState>
        }
      />
    </div>
  );
}

function useColumns(): Column<MemberRow>[] {
  const t = useTranslations("members");
  const format = useFormatter();
  return [
    {
      id: "name",
      label: t("name"),
      className: "md:w-[30%]",
      cell: (row) => (
        <span className="flex min-w-0 flex-col items-start">
          <bdi className="wrap-anywhere">{row.name}</bdi>
          {row.name === row.externalId ? null : (
            <bdi className="wrap-anywhere font-normal text-muted text-xs">{row.externalId}</bdi>
          )}
        </span>
      ),
    },
    { id: "email", label: t("email"), cell: (row) => <bdi className="wrap-anywhere">{row.email}</bdi> },
    { id: "status", label: t("status"), cell: (row) => <StatusBadge status={row.status} /> },
    {
      id: "points",
      label: t("points"),
      named: true,
      end: true,
      cell: (row) => <span className="tabular-nums">{format.number(row.pointsBalance)}</span>,
    },
    { id: "since", label: t("since"), named: true, cell: (row) => <Time at={row.createdAt} /> },
  ];
}
