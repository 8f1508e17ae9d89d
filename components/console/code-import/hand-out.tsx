"use client";

import { useFormatter, useTranslations } from "next-intl";
import { EarnedFilters } from "@/components/console/reward-logs/reward-filters";
import { handOutQuery, type rewardListState } from "@/components/console/reward-logs/reward-list-state";
import type { SeenSet } from "@/components/console/reward-logs/use-reward-selection";
import { Card } from "@/components/ui/card";
import type { useListState } from "@/lib/client/use-list-state";
import { useRead } from "@/lib/client/use-read";

type HandOutProps = Pick<ReturnType<typeof useListState<typeof rewardListState>>, "state" | "change">;

/** Whose rewards the codes of a file go to that names none; what is chosen is in the address. */
export function HandOut({ state, change }: HandOutProps) {
  const t = useTranslations("codeImport");
  return (
    <Card title={t("handOutTitle")} intro={t("handOut")}>
      <div className="flex flex-wrap items-center gap-3">
        <EarnedFilters state={state} change={change} />
      </div>
      <Waiting query={handOutQuery(state)} />
    </Card>
  );
}

function Waiting({ query }: { query: string }) {
  const t = useTranslations("codeImport");
  const format = useFormatter();
  const address = new URLSearchParams(query);
  address.set("state", "pending");
  const { data, error } = useRead<SeenSet>("reward-log-set", `?${address}`);
  return (
    <p role="status" className="text-muted text-sm">
      {error ? t("waitingMany") : data ? t("waiting", { count: data.count, shown: format.number(data.count) }) : null}
    </p>
  );
}
