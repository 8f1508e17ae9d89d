"use client";

import { useTranslations } from "next-intl";
import { RecordList } from "@/components/console/lists/record-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { useListState } from "@/lib/client/use-list-state";
import { useAuditColumns } from "./audit-columns";
import { AuditFilters } from "./audit-filters";
import { auditListState, WHOLE_HISTORY } from "./audit-list-state";
import type { AuditRow } from "./audit-rows";

/** Everything that was changed in the program, the latest first: of a record, by a person, in some days. */
export function AuditList() {
  const t = useTranslations("audit");
  const { state, change, query } = useListState(auditListState);
  const { kind, record, person, from, to } = state;
  const filtered = [kind, record, person, from, to].some((value) => value !== null);
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6">
      <PageHeader title={t("title")} intro={t("intro")} />
      <AuditFilters state={state} change={change} filtered={filtered} query={query} />
      <RecordList<AuditRow>
        noun="audit"
        query={query}
        label={t("title")}
        columns={useAuditColumns()}
        after={state.after}
        goTo={(after) => change({ after })}
        filtered={filtered}
        clear={() => change(WHOLE_HISTORY)}
        empty={<EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>}
      />
    </div>
  );
}
