import { getTranslations } from "next-intl/server";
import { StateFilter } from "@/components/console/reward-logs/state-filter";
import { consoleContext } from "@/lib/auth/session";
import { REWARD_STATES } from "@/lib/domain/reward-state";
import { listHref, readListState } from "./list-state";
import { RewardList } from "./reward-list";

export async function generateMetadata() {
  return { title: (await getTranslations("rewardLogs"))("title") };
}

export default async function RewardLogsPage({ searchParams }: PageProps<"/reward-logs">) {
  const [context, t] = await Promise.all([consoleContext(), getTranslations()]);
  const list = readListState(await searchParams);
  const options = [null, ...REWARD_STATES].map((state) => ({
    href: listHref({ state, after: null }),
    label: state ? t(`states.${state}`) : t("rewardLogs.all"),
    current: state === list.state,
  }));
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6">
      <div className="flex flex-col gap-1">
        <h1 className="font-semibold text-2xl tracking-tight">{t("rewardLogs.title")}</h1>
        <p className="text-muted">{t("rewardLogs.intro")}</p>
      </div>
      <StateFilter label={t("rewardLogs.filter")} options={options} />
      <RewardList context={context} list={list} />
    </div>
  );
}
