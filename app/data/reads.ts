import { readCampaign, readStatusOutlook } from "@/app/(console)/campaigns/read";
import { readChallenges } from "@/app/(console)/challenges/read";
import { readMilestones } from "@/app/(console)/milestones/read";
import { readApiKeys } from "@/app/(console)/settings/read";
import { readStreaks } from "@/app/(console)/streaks/read";
import type { ServiceContext } from "@/lib/services/context";
import { searchRecords } from "@/lib/services/search/search-records";

/** A read of the console: what a screen shows, for the query of its address. */
export type Read = (context: ServiceContext, query: URLSearchParams) => Promise<unknown>;

/** What the browser may read from `/data/<name>`; `useRead` names the same. A line for each. */
export const READS: Readonly<Record<string, Read>> = {
  "api-keys": readApiKeys,
  campaign: readCampaign,
  challenges: readChallenges,
  milestones: readMilestones,
  search: (context, query) => searchRecords(context, query.get("q") ?? ""),
  "status-outlook": readStatusOutlook,
  streaks: readStreaks,
};
