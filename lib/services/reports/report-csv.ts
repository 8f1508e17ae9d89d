import { REWARD_STATES } from "@/lib/domain/reward-state";
import { csvText } from "@/lib/services/csv/csv-text";
import type { Report } from "./get-report";

/** The table behind the funnel, a milestone a row. */
export function funnelCsv({ active, steps }: Report): string {
  return csvText(
    [
      ["milestone", "target", "members", "lost", "rewards", "biggestDrop"],
      ["", 0, active, 0, "", ""],
      ...steps.map((step) => [
        step.name,
        step.target,
        step.members,
        step.lost,
        step.rewards,
        step.biggestDrop ? "yes" : "",
      ]),
    ],
    { withMark: true },
  );
}

/** The table behind the rewards over time, a day, week or month a row. */
export function rewardsOverTimeCsv({ overTime }: Report): string {
  return csvText(
    [
      ["period", "from", "to", ...REWARD_STATES],
      ...overTime.map(({ key, from, to, states }) => [key, from, to, ...REWARD_STATES.map((state) => states[state])]),
    ],
    { withMark: true },
  );
}
