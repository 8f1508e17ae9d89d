import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import type { RewardView } from "@/components/console/reward-logs/reward-view";
import { REWARD_STATES } from "@/lib/domain/reward-state";
import type { ServiceContext } from "@/lib/services/context";
import type { Wire } from "@/lib/services/list-records";
import { type MemberName, nameMembers } from "@/lib/services/members/name-members";

const instant = z.iso.datetime();

/** What the page reads of a reward log; services answer the record as the API shows it. */
const record = z.object({
  id: z.string(),
  createdAt: instant,
  ownedById: z.string(),
  periodKey: z.string(),
  couponCode: z.string().nullable(),
  rewardIssuedAt: instant.nullable(),
  rewardExpiryAt: instant.nullable(),
  rewardRedeemedAt: instant.nullable(),
  state: z.enum(REWARD_STATES),
  milestone: z.object({ name: z.string(), eudMilestoneRewardTitle: z.string().nullable() }),
});
type RewardRecord = z.output<typeof record>;

/** Rewards as the list shows them: in the reader's language, with times in the program's own zone, which is named. */
export async function presentRewards(context: ServiceContext, records: Wire[]): Promise<RewardView[]> {
  const rewards = records.map((item) => record.parse(item));
  const [names, present] = await Promise.all([
    nameMembers(
      context,
      rewards.map(({ ownedById }) => ownedById),
    ),
    presenter(context.program.timeZone ?? "UTC"),
  ]);
  return rewards.map((reward) => present(reward, names.get(reward.ownedById)));
}

async function presenter(timeZone: string) {
  const [t, format] = await Promise.all([getTranslations(), getFormatter()]);
  const time = (at: string) =>
    format.dateTime(new Date(at), {
      timeZone,
      year: "numeric",
      month: "short",
      day: "numeric",
      hour: "numeric",
      minute: "2-digit",
      timeZoneName: "short",
    });

  const stateDetail = ({ state, rewardIssuedAt, rewardExpiryAt, rewardRedeemedAt }: RewardRecord): string | null => {
    if (state === "redeemed" && rewardRedeemedAt) return t("rewardLogs.redeemed", { at: time(rewardRedeemedAt) });
    if (state === "expired" && rewardExpiryAt) return t("rewardLogs.expired", { at: time(rewardExpiryAt) });
    if (rewardExpiryAt) return t("rewardLogs.expires", { at: time(rewardExpiryAt) });
    return rewardIssuedAt && t("rewardLogs.issued", { at: time(rewardIssuedAt) });
  };

  return (reward: RewardRecord, known: MemberName | undefined): RewardView => {
    const member = known?.name ?? t("rewardLogs.memberGone");
    const { milestone } = reward;
    return {
      id: reward.id,
      member,
      memberDetail: memberDetail(known, t("rewardLogs.memberGone")),
      title: milestone.eudMilestoneRewardTitle || milestone.name,
      detail: milestone.eudMilestoneRewardTitle ? `${milestone.name} · ${reward.periodKey}` : reward.periodKey,
      earnedAt: reward.createdAt,
      earnedText: time(reward.createdAt),
      state: reward.state,
      stateText: t(`states.${reward.state}`),
      stateDetail: stateDetail(reward),
      code: reward.couponCode,
      codeLabel: t("rewardLogs.codeFor", { member }),
      changeLabel: t("rewardLogs.changeFor", { member }),
    };
  };
}

function memberDetail(known: MemberName | undefined, gone: string): string | null {
  if (!known) return null;
  if (known.deleted) return gone;
  return known.name === known.externalId ? null : known.externalId;
}
