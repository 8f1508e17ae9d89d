"use client";

import { useTranslations } from "next-intl";
import { RecordList } from "@/components/console/lists/record-list";
import { MemberPicker } from "@/components/console/members/member-picker";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { useListState } from "@/lib/client/use-list-state";
import { useRead } from "@/lib/client/use-read";
import { MILESTONE_EVENT } from "@/lib/domain/points";
import { type AwardAction, AwardPoints } from "./award-points";
import { useLedgerColumns } from "./ledger-columns";
import { PointsHeader } from "./points-header";
import { ledgerListState } from "./points-list-state";
import type { EntryRow, RuleRow } from "./points-rows";

const ANY = "any";

/** Every point that was given or taken, the latest first. */
export function LedgerList({ award }: { award: AwardAction }) {
  const t = useTranslations("points");
  const { state, change, query } = useListState(ledgerListState);
  const filtered = state.member !== null || state.event !== null;
  const clear = () => change({ member: null, event: null });
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6">
      <PointsHeader actions={<AwardPoints memberId={null} action={award} />} />
      <div className="flex flex-wrap items-center gap-3">
        <EventFilter value={state.event} onChange={(event) => change({ event })} />
        <MemberPicker bare label={t("memberFilter")} value={state.member} onChange={(member) => change({ member })} />
        {filtered ? (
          <Button kind="quiet" size="small" onPress={clear}>
            {t("clearFilters")}
          </Button>
        ) : null}
      </div>
      <RecordList<EntryRow>
        noun="ledger"
        query={query}
        label={t("ledger")}
        columns={useLedgerColumns()}
        after={state.after}
        goTo={(after) => change({ after })}
        filtered={filtered}
        clear={clear}
        empty={
          <EmptyState title={t("ledgerEmptyTitle")} action={<AwardPoints memberId={null} action={award} />}>
            {t("ledgerEmpty")}
          </EmptyState>
        }
      />
    </div>
  );
}

function EventFilter({ value, onChange }: { value: string | null; onChange: (value: string | null) => void }) {
  const t = useTranslations("points");
  const { data } = useRead<RuleRow[]>("rule-choices");
  const known = [...new Set([...(data ?? []).map(({ eventType }) => eventType), ...(value ? [value] : [])])];
  return (
    <Select
      bare
      label={t("eventType")}
      value={value ?? ANY}
      onChange={(next) => onChange(next === ANY ? null : next)}
      choices={[
        { value: ANY, label: t("anyEvent") },
        { value: MILESTONE_EVENT, label: t("milestone") },
        ...known.filter((name) => name !== MILESTONE_EVENT).map((name) => ({ value: name, label: name })),
      ]}
    />
  );
}
