import { listWidgetRows, type WidgetRow } from "@/db/queries/widget";
import { MILESTONE_TEXTS } from "@/lib/contracts/milestone";
import type { WidgetReward, WidgetText, WidgetView } from "@/lib/contracts/widget";
import { languageTag } from "@/lib/domain/language-tag";
import { type RewardState, rewardState } from "@/lib/domain/reward-state";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { type Localized, localize, type Reading, readingIn } from "@/lib/services/localization/localize";

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
  const languages = [languageCode, rows[0]?.languageCode ?? null];
  const reading = readingIn(
    program,
    languages.find((code) => languageTag(code) !== undefined),
  );
  const rewards = rows.flatMap((row) => toReward(row, now, reading));
  return {
    programName: program.name,
    languages: [...languages, program.defaultLanguage],
    timeZone: rows[0]?.timeZone ?? program.timeZone ?? "UTC",
    reader: {
      kind: "member",
      rewards: rewards.slice(0, MAX_REWARDS).sort((a, b) => ORDER[a.state] - ORDER[b.state]),
      more: rewards.length > MAX_REWARDS,
    },
  };
}

function toReward({ reward, milestone }: WidgetRow, now: number, reading: Reading): WidgetReward[] {
  if (!reward || !milestone) return [];
  const texts = localize(milestone, MILESTONE_TEXTS, reading);
  return [
    {
      id: reward.id,
      title: textOf(texts, "eudMilestoneRewardTitle") ?? textOf(texts, "eudTitle"),
      description: textOf(texts, "eudDescription"),
      state: rewardState(reward, now),
      code: reward.couponCode,
      instruction: textOf(texts, "eudMilestoneRewardInstructionMessage"),
      expiresAt: reward.rewardExpiryAt,
      redeemedAt: reward.rewardRedeemedAt,
    },
  ];
}

type MilestoneText = (typeof MILESTONE_TEXTS)[number];

function textOf(texts: Localized<MilestoneText>, field: MilestoneText): WidgetText | null {
  const text = texts[field];
  const language = texts.resolvedLanguages[field];
  return text === null || language === undefined ? null : { text, language };
}
