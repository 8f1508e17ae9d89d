import { getTranslations } from "next-intl/server";
import { deleteMemberAction, saveMemberAction } from "@/app/(console)/members/actions";
import { memberOrNotFound } from "@/app/(console)/members/member-or-not-found";
import { awardAction } from "@/app/(console)/points/actions";
import { changeRewardAction, redeemRewardAction } from "@/app/(console)/reward-logs/actions";
import { Prefetched } from "@/app/data/prefetched";
import { loadMemberPage } from "@/components/console/members/member-list-state";
import { MemberPage } from "@/components/console/members/member-page";
import { ledgerListQuery } from "@/components/console/points/points-list-state";
import { rewardListQuery } from "@/components/console/reward-logs/reward-list-state";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("members"))("member") };
}

export default async function OneMemberPage({ params, searchParams }: PageProps<"/members/[id]">) {
  const context = await consoleContext();
  const { id } = await memberOrNotFound(context, (await params).id);
  const { rewards, entries } = loadMemberPage(await searchParams);
  const reads = [
    { noun: "member", query: `?id=${id}` },
    { noun: "member-progress", query: `?id=${id}` },
    { noun: "campaign-choices" },
    { noun: "reward-logs", query: rewardListQuery({ member: id, after: rewards }) },
    { noun: "ledger", query: ledgerListQuery({ member: id, after: entries }) },
  ];
  return (
    <Prefetched context={context} reads={reads}>
      <MemberPage
        id={id}
        rewards={{ change: changeRewardAction, redeem: redeemRewardAction }}
        award={awardAction}
        save={saveMemberAction}
        remove={deleteMemberAction}
      />
    </Prefetched>
  );
}
