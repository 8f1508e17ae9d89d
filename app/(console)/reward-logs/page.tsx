import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { loadRewardList, rewardListQuery } from "@/components/console/reward-logs/reward-list-state";
import { RewardQueue } from "@/components/console/reward-logs/reward-queue";
import { consoleContext } from "@/lib/auth/session";
import { changeManyAction, changeRewardAction, redeemRewardAction } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("rewardLogs"))("title") };
}

export default async function RewardLogsPage({ searchParams }: PageProps<"/reward-logs">) {
  const [context, list] = [await consoleContext(), loadRewardList(await searchParams)];
  const reads = [
    { noun: "reward-logs", query: rewardListQuery(list) },
    { noun: "campaign-choices" },
    ...(list.member ? [{ noun: "member-name", query: `?id=${list.member}` }] : []),
  ];
  return (
    <Prefetched context={context} reads={reads}>
      <RewardQueue actions={{ change: changeRewardAction, redeem: redeemRewardAction }} changeMany={changeManyAction} />
    </Prefetched>
  );
}
