"use client";

import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { RecordList } from "@/components/console/lists/record-list";
import { StatusBadge } from "@/components/console/lists/status-badge";
import { StatusFilter } from "@/components/console/lists/status-filter";
import { Time } from "@/components/console/lists/time";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { Column } from "@/components/ui/list-table";
import { SearchField } from "@/components/ui/search-field";
import { useCan } from "@/lib/client/program";
import { useListState } from "@/lib/client/use-list-state";
import { PointsHeader } from "./points-header";
import { ruleListState } from "./points-list-state";
import type { RuleRow } from "./points-rows";
import { type RuleActions, RuleDialog } from "./rule-dialog";
import { RuleMenu } from "./rule-menu";
import { SignedPoints } from "./signed-points";

/** What each kind of event is worth. */
export function RuleList({ actions }: { actions: RuleActions }) {
  const t = useTranslations("points");
  const { state, change, query } = useListState(ruleListState);
  const [creating, setCreating] = useQueryState("new", parseAsStringLiteral(["rule"]));
  const [editing, setEditing] = useState<RuleRow | null>(null);
  const mayWrite = useCan("points:write");
  const columns = useColumns(mayWrite ? { actions, edit: setEditing } : null);
  const create = mayWrite ? (
    <Button onPress={() => void setCreating("rule")}>
      <Icon name="plus" />
      {t("create")}
    </Button>
  ) : null;
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6">
      <PointsHeader actions={create} />
      <div className="flex flex-wrap items-center gap-3">
        <StatusFilter label={t("status")} value={state.status} onChange={(status) => change({ status })} />
        <SearchField label={t("search")} value={state.q} onChange={(q) => change({ q }, { replace: true })} />
      </div>
      <RecordList<RuleRow>
        noun="reward-rules"
        query={query}
        label={t("rules")}
        columns={columns}
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
      <RuleDialog
        rule={null}
        open={mayWrite && creating !== null}
        onClose={() => void setCreating(null)}
        actions={actions}
      />
      <RuleDialog
        key={editing?.id}
        rule={editing}
        open={editing !== null}
        onClose={() => setEditing(null)}
        actions={actions}
      />
    </div>
  );
}

function useColumns(writing: { actions: RuleActions; edit: (rule: RuleRow) => void } | null): Column<RuleRow>[] {
  const t = useTranslations("points");
  const columns: Column<RuleRow>[] = [
    {
      id: "event",
      label: t("eventType"),
      cell: (row) => <bdi className="wrap-anywhere font-medium">{row.eventType}</bdi>,
    },
    { id: "points", label: t("points"), named: true, end: true, cell: (row) => <SignedPoints points={row.points} /> },
    { id: "status", label: t("status"), cell: (row) => <StatusBadge status={row.status} /> },
    { id: "updated", label: t("updated"), named: true, cell: (row) => <Time at={row.updatedAt} /> },
  ];
  if (writing)
    columns.push({
      id: "actions",
      label: t("actions"),
      quiet: true,
      end: true,
      cell: (row) => <RuleMenu rule={row} actions={writing.actions} edit={() => writing.edit(row)} />,
    });
  return columns;
}
