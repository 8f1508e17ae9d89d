"use client";

import { useTranslations } from "next-intl";
import { DayRange } from "@/components/console/lists/day-range";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import type { ListPage } from "@/lib/client/list-page";
import { useProgram } from "@/lib/client/program";
import type { useListState } from "@/lib/client/use-list-state";
import { useRead } from "@/lib/client/use-read";
import { type auditListState, WHOLE_HISTORY } from "./audit-list-state";
import type { AuditChoices, AuditRow } from "./audit-rows";
import { useActorName } from "./use-actor-name";

const ANY = "any";

type ListState = ReturnType<typeof useListState<typeof auditListState>>;

/** Which changes the history shows; every choice is in the address. */
export function AuditFilters({ state, change, filtered, query }: ListState & { filtered: boolean }) {
  const t = useTranslations("audit");
  const { timeZone } = useProgram();
  const { data } = useRead<AuditChoices>("audit-choices");
  const kinds = [...new Set([...(data?.kinds ?? []), ...(state.kind ? [state.kind] : [])])];
  return (
    <div className="flex flex-wrap items-center gap-3">
      {state.record ? (
        <OneRecord id={state.record} query={query} remove={() => change({ record: null, kind: null })} />
      ) : (
        <Select
          bare
          label={t("kind")}
          value={state.kind ?? ANY}
          onChange={(value) => change({ kind: kinds.find((kind) => kind === value) ?? null })}
          choices={[
            { value: ANY, label: t("anyKind") },
            ...kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          ]}
        />
      )}
      <PersonFilter actors={data?.actors ?? null} value={state.person} onChange={(person) => change({ person })} />
      <DayRange from={state.from} to={state.to} change={change} zone={timeZone} />
      {filtered ? (
        <Button kind="quiet" size="small" onPress={() => change(WHOLE_HISTORY)}>
          {t("clearFilters")}
        </Button>
      ) : null}
    </div>
  );
}

/** The one record whose history it is; by what its changes call it. */
function OneRecord({ id, query, remove }: { id: string; query: string; remove: () => void }) {
  const t = useTranslations("audit");
  const { data } = useRead<ListPage<AuditRow>>("audit", query);
  const row = data?.rows.find(({ recordId }) => recordId === id);
  const name = row ? [t(`kinds.${row.slug}`), row.title].filter(Boolean).join(": ") : t("thisRecord");
  return (
    <span className="flex h-9 min-w-0 max-w-full items-center gap-1 rounded-md bg-accent-soft ps-3 pe-1 text-accent-soft-foreground text-sm">
      <span className="sr-only">{t("record")}</span>
      <bdi className="truncate">{name}</bdi>
      <Button kind="quiet" size="small" iconOnly aria-label={t("removeRecord")} onPress={remove}>
        <Icon name="close" />
      </Button>
    </span>
  );
}

interface PersonFilterProps {
  actors: AuditChoices["actors"] | null;
  value: string | null;
  onChange: (id: string | null) => void;
}

function PersonFilter({ actors, value, onChange }: PersonFilterProps) {
  const t = useTranslations("audit");
  const nameOf = useActorName();
  const known = (actors ?? []).flatMap((actor) => (actor.id === null ? [] : [{ ...actor, id: actor.id }]));
  const strange = value !== null && actors !== null && !known.some(({ id }) => id === value);
  return (
    <Select
      bare
      label={t("person")}
      value={value ?? ANY}
      onChange={(next) => onChange(next === ANY ? null : next)}
      choices={[
        { value: ANY, label: t("anyPerson") },
        ...known.map((actor) => ({
          value: actor.id,
          label: nameOf(actor),
          ...(actor.kind === "key" ? { detail: t("key") } : actor.detail ? { detail: actor.detail } : {}),
        })),
        ...(strange ? [{ value, label: t("unknown") }] : []),
      ]}
    />
  );
}
