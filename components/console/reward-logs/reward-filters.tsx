"use client";

import { useTranslations } from "next-intl";
import { DayRange } from "@/components/console/lists/day-range";
import { Time } from "@/components/console/lists/time";
import { MemberPicker } from "@/components/console/members/member-picker";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { useProgram } from "@/lib/client/program";
import type { useListState } from "@/lib/client/use-list-state";
import { useRead } from "@/lib/client/use-read";
import { REWARD_STATES } from "@/lib/domain/reward-state";
import type { CampaignChoices } from "./campaign-choices";
import { ALL_REWARDS, REWARD_SORTS, type rewardListState } from "./reward-list-state";

const ANY = "any";

type ListState = ReturnType<typeof useListState<typeof rewardListState>>;

/** Which rewards the queue shows; every choice is in the address. */
export function RewardFilters({
  state,
  change,
  filtered,
}: Pick<ListState, "state" | "change"> & { filtered: boolean }) {
  const t = useTranslations("rewardLogs");
  const tStates = useTranslations("states");
  const tLists = useTranslations("lists");
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <SegmentedControl
          label={t("state")}
          value={state.state ?? "all"}
          onChange={(value) => change({ state: value === "all" ? null : value })}
          choices={[
            { value: "all" as const, label: tLists("all") },
            ...REWARD_STATES.map((value) => ({ value, label: tStates(value) })),
          ]}
        />
        <Select
          bare
          label={tLists("sort")}
          value={state.sort}
          onChange={(sort) => change({ sort })}
          choices={REWARD_SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <EarnedFilters state={state} change={change} />
        {state.changed ? <ChangedFilter at={state.changed} remove={() => change({ changed: null })} /> : null}
        {filtered ? (
          <Button kind="quiet" size="small" onPress={() => change(ALL_REWARDS)}>
            {t("clearFilters")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** What rewards were earned for, by whom, and when. */
export function EarnedFilters({ state, change }: Pick<ListState, "state" | "change">) {
  const t = useTranslations("rewardLogs");
  const { timeZone } = useProgram();
  return (
    <>
      <CampaignFilter state={state} change={change} />
      <MemberPicker bare label={t("memberFilter")} value={state.member} onChange={(member) => change({ member })} />
      <DayRange from={state.from} to={state.to} change={change} zone={timeZone} />
    </>
  );
}

/** Only what one import of codes changed, as its result leads here. */
function ChangedFilter({ at, remove }: { at: string; remove: () => void }) {
  const t = useTranslations("rewardLogs");
  return (
    <span className="inline-flex items-center gap-1 rounded-full bg-accent-soft py-0.5 ps-3 pe-1 text-accent-soft-foreground text-sm">
      {t.rich("changedAt", { at: () => <Time at={at} /> })}
      <Button kind="quiet" size="small" iconOnly aria-label={t("changedRemove")} onPress={remove}>
        <Icon name="close" />
      </Button>
    </span>
  );
}

/** A campaign and, once one is chosen, one of its milestones. */
function CampaignFilter({ state, change }: Pick<ListState, "state" | "change">) {
  const t = useTranslations("rewardLogs");
  const { data } = useRead<CampaignChoices>("campaign-choices");
  const parents = data?.parents ?? [];
  const milestones = (data?.milestones ?? []).filter(
    ({ parentId, id }) => parentId === state.parent || id === state.milestone,
  );
  const choices = (any: string, items: { id: string; name: string }[], chosen: string | null) => [
    { value: ANY, label: any },
    ...items.map(({ id, name }) => ({ value: id, label: name })),
    ...(chosen && data && !items.some(({ id }) => id === chosen) ? [{ value: chosen, label: t("deletedChoice") }] : []),
  ];
  return (
    <>
      <Select
        bare
        label={t("campaign")}
        value={state.parent ?? ANY}
        onChange={(value) => change({ parent: value === ANY ? null : value, milestone: null })}
        choices={choices(t("anyCampaign"), parents, state.parent)}
      />
      {state.parent || state.milestone ? (
        <Select
          bare
          label={t("milestone")}
          value={state.milestone ?? ANY}
          onChange={(value) => change({ milestone: value === ANY ? null : value })}
          choices={choices(t("anyMilestone"), milestones, state.milestone)}
        />
      ) : null}
    </>
  );
}
