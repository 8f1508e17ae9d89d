import { readMember, readMemberName, readMembers } from "@/app/(console)/members/read";
import { readMemberProgress } from "@/app/(console)/members/read-progress";
import { readLedger, readRewardRules, readRuleChoices } from "@/app/(console)/points/read";
import { readCampaignChoices, readRewardLogs, readRewardSet } from "@/app/(console)/reward-logs/read";
import { readApiKeys } from "@/app/(console)/settings/read";
import { readStreaks } from "@/app/(console)/streaks/read";
import type { ServiceContext } from "@/lib/services/context";
import { searchRecords } from "@/lib/services/search/search-records";

/** A read of the console: what a screen shows, for the query of its address. */
export type Read = (context: ServiceContext, query: URLSearchParams) => Promise<unknown>;

/** What the browser may read from `/data/<name>`; `useRead` names the same. A line for each. */
export const READS: Readonly<Record<string, Read>> = {
  "api-keys": readApiKeys,
  "campaign-choices": readCampaignChoices,
  ledger: readLedger,
  member: readMember,
  "member-name": readMemberName,
  "member-progress": readMemberProgress,
  members: readMembers,
  "reward-log-set": readRewardSet,
  "reward-logs": readRewardLogs,
  "reward-rules": readRewardRules,
  "rule-choices": readRuleChoices,
  search: (context, query) => searchRecords(context, query.get("q") ?? ""),
  streaks: readStreaks,
};
