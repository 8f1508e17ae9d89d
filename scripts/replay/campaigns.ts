import type { Api } from "./api";
import type { ActivityEvent } from "./read-activity";

/** A streak or challenge that a file is replayed into. */
export interface Campaign {
  kind: "daily" | "weekly" | "monthly" | "count" | "sum";
  slug: "streak" | "challenge";
  values: object;
  /** Targets of its milestones, each paid once per member. */
  rungs: readonly number[];
  /** What an event adds up to, where the campaign sums. */
  amountOf?(event: ActivityEvent): number;
}

export interface RunningCampaign extends Campaign {
  id: string;
}

/** More periods, and a larger total, than any history has: nothing completes, so runs are as long as they were. */
const NEVER_COMPLETE = 100_000;
const UNREACHABLE_TOTAL = 1_000_000_000;

const streak = (kind: "daily" | "weekly" | "monthly", rungs: readonly number[]): Campaign => ({
  kind,
  slug: "streak",
  values: {
    aggregationMethod: "count",
    aggregationPeriod: kind,
    aggregationTargetValue: 1,
    completionTargetValue: NEVER_COMPLETE,
  },
  rungs,
});

const challenge = (kind: "count" | "sum", rungs: readonly number[]): Campaign => ({
  kind,
  slug: "challenge",
  values: { aggregationMethod: kind, aggregationPeriod: "all_time", completionTargetValue: UNREACHABLE_TOTAL },
  rungs,
});

export const CAMPAIGNS: readonly Campaign[] = [
  streak("daily", [3, 7, 14, 30, 100]),
  streak("weekly", [2, 4, 8, 12, 26, 52]),
  streak("monthly", [2, 3, 6, 12, 24]),
  challenge("count", [10, 50, 100, 500, 1000]),
  // A division of whole numbers is the double nearest to the exact tenth, whose shortest form is that tenth.
  { ...challenge("sum", [1, 10, 100, 1000]), amountOf: ({ filesChanged }) => filesChanged / 10 },
];

/** Finds the campaigns of an earlier replay under this label by their names, and creates those that are not there. */
export async function startCampaigns(api: Api, label: string): Promise<RunningCampaign[]> {
  const running: RunningCampaign[] = [];
  for (const campaign of CAMPAIGNS) running.push({ ...campaign, id: await startCampaign(api, label, campaign) });
  return running;
}

async function startCampaign(api: Api, label: string, campaign: Campaign): Promise<string> {
  const name = `Replay of ${label}: ${campaign.kind}`;
  const description = "Recorded activity, sent again by npm run replay.";
  const named = { fieldSlug: "name", operator: "eq", value: name };
  const [known] = (await api.list(campaign.slug, { filters: named, limit: 1 })).data;
  const { id } =
    known ??
    (await api.create(campaign.slug, { name, description, status: "live", timeZone: "UTC", ...campaign.values }));

  // One by one, since a replay may have been stopped between them.
  const of = { fieldSlug: "linkedSchemaRecordId", operator: "eq", value: id };
  const there = new Set((await api.list("milestone", { filters: of, limit: 1000 })).data.map((rung) => rung.name));
  for (const target of campaign.rungs) {
    const rung = `${name}, ${target}`;
    if (there.has(rung)) continue;
    await api.create("milestone", {
      linkedSchemaSlug: campaign.slug,
      linkedSchemaRecordId: id,
      name: rung,
      description,
      milestoneTargetValue: target,
      status: "live",
      repeatable: false,
    });
  }
  return id;
}
