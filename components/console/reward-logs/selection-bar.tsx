"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { useRead } from "@/lib/client/use-read";
import { type ChangeManyAction, ChangeManyDialog } from "./change-many-dialog";
import type { RewardRow } from "./reward-row";
import type { RewardSelectionState, SeenSet } from "./use-reward-selection";

interface SelectionBarProps {
  rows: RewardRow[];
  /** Whether the list has other pages than the one in view. */
  more: boolean;
  query: string;
  selection: RewardSelectionState;
  changeMany: ChangeManyAction;
}

/** What is selected, and what can be done with it: the rows that were picked, or all that the filters match. */
export function SelectionBar({ rows, more, query, selection, changeMany }: SelectionBarProps) {
  const t = useTranslations("rewardLogs");
  const format = useFormatter();
  const [changing, setChanging] = useState(false);
  const { count, matching } = selection;
  const all = matching !== null || rows.every(({ id }) => selection.has(id));
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2" aria-live="polite">
      <Checkbox
        label={count > 0 ? t("selected", { count, shown: format.number(count) }) : t("selectPage")}
        checked={count > 0 && all}
        partly={count > 0}
        onChange={(on) => (on ? selection.add(rows) : selection.clear())}
      />
      {count > 0 && all && more && matching === null ? (
        <SelectMatching query={query} onSelect={selection.match} />
      ) : null}
      {count > 0 ? (
        <Button size="small" onPress={() => setChanging(true)}>
          {t("changeMany")}
        </Button>
      ) : null}
      <ChangeManyDialog
        open={changing}
        onOpenChange={setChanging}
        selection={selection}
        query={query}
        action={changeMany}
      />
    </div>
  );
}

/** Offers every reward that the filters match, by the number that is there now. */
function SelectMatching({ query, onSelect }: { query: string; onSelect: (seen: SeenSet) => void }) {
  const t = useTranslations("rewardLogs");
  const format = useFormatter();
  const { data, error } = useRead<SeenSet>("reward-log-set", query);
  if (error) return <span className="text-muted text-sm">{t("tooMany")}</span>;
  if (!data) return null;
  return (
    <Button kind="secondary" size="small" onPress={() => onSelect(data)}>
      {t("selectMatching", { count: data.count, shown: format.number(data.count) })}
    </Button>
  );
}
