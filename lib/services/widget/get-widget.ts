import { listWidgetRows, type WidgetRow } from "@/db/queries/widget";
import type { WidgetReward, WidgetView } from "@/lib/contracts/widget";
import { type RewardState, rewardState } from "@/lib/domain/reward-state";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";

const MAX_REWARDS = 50;

// What can be used comes first, then what is awaited.
const ORDER: Record<RewardState, number> = { issued: 0, pending: 1, redeemed: 2, expired: 3 };

/**
 * What a member sees in the widget: the member's rewards, usable ones first, then by age; in the member's language
 * and time zone. `languageCode` is what the page asked for. Takes one statement.
 * @throws AppError `forbidden` for anybody but a member
 */
export async function getWidget(context: ServiceContext, languageCode: string | null): Promise<WidgetView> {
  const { actor, program, scope, db, now } = context;
  if (actor.kind !== "member") throw new AppError("forbidden", { detail: "The widget is for members." });
  const rows = actor.memberId === null ? [] : await listWidgetRows(scope, db, actor.memberId, MAX_REWARDS + 1);
  const rewards = rows.flatMap((row) => toReward(row, now));
  return {
    programName: program.name,
    languages: [languageCode, rows[0]?.languageCode ?? null, program.defaultLanguage],
    timeZone: rows[0]?.timeZone ?? program.timeZone ?? "UTC",
    reader: {
      kind: "member",
      rewards: rewards.slice(0, MAX_REWARDS).sort((a, b) => ORDER[a.state] - ORDER[b.state]),
      more: rewards.length > MAX_REWARDS,
    },
  };
}

function toReward({ reward, milestone }: WidgetRow, now: number): WidgetReward[] {
  if (!reward || !milestone) return [];
  return [
    {
      id: reward.id,
      title: milestone.eudMilestoneRewardTitle ?? milestone.eudTitle,
      description: milestone.eudDescription,
      state: rewardState(reward, now),
      code: reward.couponCode,
      instruction: milestone.eudMilestoneRewardInstructionMessage,
      expiresAt: reward.rewardExpiryAt,
      redeemedAt: reward.rewardRedeemedAt,
    },
  ];
}
