import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { loadRuleList, ruleListQuery } from "@/components/console/points/points-list-state";
import { RuleList } from "@/components/console/points/rule-list";
import { consoleContext } from "@/lib/auth/session";
import { createRuleAction, deleteRuleAction, updateRuleAction } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("points"))("title") };
}

export default async function PointsPage({ searchParams }: PageProps<"/points">) {
  const context = await consoleContext();
  const query = ruleListQuery(loadRuleList(await searchParams));
  return (
    <Prefetched context={context} reads={[{ noun: "reward-rules", query }]}>
      <RuleList actions={{ create: createRuleAction, update: updateRuleAction, remove: deleteRuleAction }} />
    </Prefetched>
  );
}
