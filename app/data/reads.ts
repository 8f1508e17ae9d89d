import { readAudit, readAuditChoices } from "@/app/(console)/audit/read";
import { readCampaign, readStatusOutlook } from "@/app/(console)/campaigns/read";
import { readChallenges, readStreaks } from "@/app/(console)/campaigns/read-list";
import { readReport } from "@/app/(console)/campaigns/read-report";
import { readHome } from "@/app/(console)/home-read";
import { readMember, readMemberName, readMembers } from "@/app/(console)/members/read";
import { readMemberProgress } from "@/app/(console)/members/read-progress";
import { readTimeline } from "@/app/(console)/members/read-timeline";
import { readMilestones } from "@/app/(console)/milestones/read";
import { readLedger, readRewardRules, readRuleChoices } from "@/app/(console)/points/read";
import { readCampaignChoices, readRewardLogs, readRewardSet } from "@/app/(console)/reward-logs/read";
import { readLookPreview } from "@/app/(console)/settings/preview-look";
import { readApiKeys } from "@/app/(console)/settings/read";
import { readTeam } from "@/app/(console)/settings/team/read";
import { readOpenTexts } from "@/app/(console)/translations/read";
import type { ServiceContext } from "@/lib/services/context";
import { searchRecords } from "@/lib/services/search/search-records";

/** A read of the console: what a screen shows, for the query of its address. */
export type Read = (context: ServiceContext, query: URLSearchParams) => Promise<unknown>;

/** What the browser may read from `/data/<name>`; `useRead` names the same. A line for each. */
export const READS: Readonly<Record<string, Read>> = {
  "api-keys": readApiKeys,
  audit: readAudit,
  "audit-choices": readAuditChoices,
  home: readHome,
  "look-preview": readLookPreview,
  "open-texts": readOpenTexts,
  "campaign-choices": readCampaignChoices,
  ledger: readLedger,
  member: readMember,
  "member-name": readMemberName,
  "member-progress": readMemberProgress,
  members: readMembers,
  report: readReport,
  "reward-log-set": readRewardSet,
  "reward-logs": readRewardLogs,
  "reward-rules": readRewardRules,
  "rule-choices": readRuleChoices,
  campaign: readCampaign,
  challenges: readChallenges,
  milestones: readMilestones,
  search: (context, query) => searchRecords(context, query.get("q") ?? ""),
  "status-outlook": readStatusOutlook,
  streaks: readStreaks,
  team: readTeam,
  timeline: readTimeline,
};
