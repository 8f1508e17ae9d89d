import type { WidgetData, WidgetRewardData } from "@/db/queries/widget";
import { MILESTONE_TEXTS } from "@/lib/contracts/milestone";
import type { WidgetPointsEntry, WidgetReward } from "@/lib/contracts/widget";
import type { EpochMs } from "@/lib/domain/period";
import { type RewardState, rewardState } from "@/lib/domain/reward-state";
import { localize, type Reading } from "@/lib/services/localization/localize";
import { iconOf } from "./icon-of";
import { textOf } from "./text-of";

/** How many rewards are shown; the data holds one more when there are more. */
export const MAX_REWARDS = 50;

/** A reward is celebrated when its member looks within this time of earning it; later it is no news. */
const FRESH_MS = 14 * 86_400_000;

/** From when on the end of a code is pointed out. */
const SOON_MS = 86_400_000;

// What can be used comes first, then what is awaited.
const ORDER: Record<RewardState, number> = { issued: 0, pending: 1, redeemed: 2, expired: 3 };

/** A member's rewards, usable ones first, then by age. */
export function presentRewards({ rewards, icons }: WidgetData, reading: Reading, now: EpochMs): WidgetReward[] {
  const shown = rewards.slice(0, MAX_REWARDS).map((row) => presentReward(row, icons, reading, now));
  return shown.sort((a, b) => ORDER[a.state] - ORDER[b.state]);
}

function presentReward(
  row: WidgetRewardData,
  icons: WidgetData["icons"],
  reading: Reading,
  now: EpochMs,
): WidgetReward {
  const texts = localize(row, MILESTONE_TEXTS, reading);
  const state = rewardState(row, now);
  return {
    id: row.id,
    title: textOf(texts, "eudMilestoneRewardTitle") ?? textOf(texts, "eudTitle"),
    description: textOf(texts, "eudDescription"),
    icon: iconOf(texts.eudIcon, icons),
    state,
    code: row.couponCode,
    instruction: textOf(texts, "eudMilestoneRewardInstructionMessage"),
    expiresAt: row.rewardExpiryAt,
    redeemedAt: row.rewardRedeemedAt,
    soon: state === "issued" && row.rewardExpiryAt !== null && row.rewardExpiryAt - now <= SOON_MS,
    fresh: !row.celebrated && (state === "pending" || state === "issued") && now - row.createdAt < FRESH_MS,
  };
}

/** The latest changes of a member's points; a milestone's are called after its reward while that is at hand. */
export function presentEntries({ entries, rewards }: WidgetData, reading: Reading): WidgetPointsEntry[] {
  return entries.map(({ id, eventType, points, reference, createdAt }) => {
    const reward = rewards.find((row) => eventType === "milestone_achieved" && row.id === reference);
    const texts = reward && localize(reward, MILESTONE_TEXTS, reading);
    const milestone = texts && (textOf(texts, "eudTitle") ?? textOf(texts, "eudMilestoneRewardTitle"));
    const event = { text: eventType.replaceAll("_", " "), language: "und" };
    return { id, label: milestone ?? (eventType === "milestone_achieved" ? null : event), points, at: createdAt };
  });
}
