import type { Api } from "./api";
import type { RunningCampaign } from "./campaigns";
import type { Sent } from "./send";

export interface Standing {
  runs: number;
  /** Longest run by the streak's period. */
  longest: { kind: string; value: number }[];
  rewards: number;
}

/** What the server holds for these campaigns now, asked of its lists. */
export async function readStanding(api: Api, campaigns: readonly RunningCampaign[]): Promise<Standing> {
  const standing: Standing = { runs: 0, longest: [], rewards: 0 };
  for (const { id, kind, slug } of campaigns) {
    const of = (fieldSlug: string) => ({ fieldSlug, operator: "eq", value: id });
    const rewards = { filters: of("linkedSchemaRecordId"), limit: 1, fetchTotalCount: true };
    standing.rewards += (await api.list("reward_log", rewards)).paging.totalCount ?? 0;
    if (slug !== "streak") continue;
    const { data, paging } = await api.list("streak_progress", {
      filters: of("streakId"),
      sortBy: [{ fieldSlug: "currentProgressValue", order: "DESC" }],
      limit: 1,
      fetchTotalCount: true,
    });
    standing.runs += paging.totalCount ?? 0;
    standing.longest.push({ kind, value: data[0]?.currentProgressValue ?? 0 });
  }
  return standing;
}

const UNITS: Record<string, string> = { daily: "days", weekly: "weeks", monthly: "months" };

/** The closing lines of a replay. */
export function describeReplay(events: number, members: number, sent: Sent, standing: Standing, seconds: number) {
  const logs = sent.accepted + sent.repeats;
  const longest = standing.longest.map(({ kind, value }) => `${value} ${UNITS[kind] ?? kind}`).join(", ");
  return [
    `events   ${number(events)}`,
    `members  ${number(members)}`,
    `logs     ${number(sent.accepted)} new, ${number(sent.repeats)} repeats`,
    `runs     ${number(standing.runs)}`,
    `longest  ${longest}`,
    `rewards  ${number(standing.rewards)} (${number(sent.rewards)} of this replay)`,
    `speed    ${number(Math.round(logs / seconds))} logs/s (${seconds.toFixed(1)} s)`,
  ];
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
