import type { WidgetData, WidgetMilestoneData } from "@/db/queries/widget";
import { MILESTONE_TEXTS } from "@/lib/contracts/milestone";
import type { WidgetRung } from "@/lib/contracts/widget";
import { type Amount, amountFromText } from "@/lib/domain/amount";
import { localize, type Reading } from "@/lib/services/localization/localize";
import { iconOf } from "./icon-of";
import { numberOf } from "./number-of";
import { textOf } from "./text-of";

/** Where a member stands: the value that milestones are measured by, and the first period that counts for it. */
interface Standing {
  value: Amount;
  since: string;
  /** Nothing more can be reached: what was ever, stays so. */
  over: boolean;
}

/** A campaign's live milestones by target, each with where the member stands with it. */
export function presentRungs(
  parentId: string,
  { data, reading }: { data: WidgetData; reading: Reading },
  standing: Standing,
): WidgetRung[] {
  const own = data.milestones.filter((milestone) => milestone.parentId === parentId);
  const rungs = own.map((milestone) => ({ milestone, target: amountFromText(milestone.target) }));
  const since = standing.over ? "" : standing.since;
  const isPaid = ({ milestone }: (typeof rungs)[number]) => paid(milestone, since);
  const next = rungs.find((rung) => rung.target > standing.value && !isPaid(rung))?.target;
  return rungs.map((rung) => {
    const { milestone, target } = rung;
    const texts = localize(milestone, MILESTONE_TEXTS, reading);
    const open = target > standing.value ? (target === next ? "current" : "locked") : "later";
    return {
      id: milestone.id,
      title: textOf(texts, "eudTitle"),
      reward: textOf(texts, "eudMilestoneRewardTitle"),
      icon: iconOf(texts.eudIcon, data.icons),
      target: numberOf(target),
      points: milestone.points,
      state: isPaid(rung) ? "done" : standing.over ? "locked" : open,
    };
  });
}

/** Keys of one kind of period sort as their periods do. */
function paid({ lastPaid, repeatable }: WidgetMilestoneData, since: string): boolean {
  return lastPaid !== null && (!repeatable || lastPaid >= since);
}
