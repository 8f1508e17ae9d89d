import type { WindowPeriod } from "@/lib/domain/period";
import type { AggregationMethod, ParentSlug, Status } from "@/lib/domain/record";

/** Texts of a record as an admin reads them, in the default language and the others. */
interface WireTexts {
  eudTitle: string | null;
  eudDescription: string | null;
  eudIcon: { id: string | null; url: string };
  translations: Record<string, Record<string, string>>;
  translationStates: Record<string, Record<string, { outdated: boolean }>>;
}

export interface WireMilestone extends WireTexts {
  id: string;
  name: string;
  description: string;
  milestoneTargetValue: number;
  status: Status;
  points: number;
  repeatable: boolean;
  eudMilestoneRewardTitle: string | null;
  eudMilestoneRewardInstructionMessage: string | null;
}

interface WireCampaign extends WireTexts {
  id: string;
  name: string;
  description: string;
  status: Status;
  aggregationMethod: AggregationMethod;
  aggregationPeriod: WindowPeriod;
  aggregationTargetValue?: number;
  completionTargetValue: number;
  activityIds: string[];
  timeZone: string | null;
  startsAt: string | null;
  endsAt: string | null;
}

/** A streak or challenge with its ladder, as the read `campaign` and the action that saves answer it. */
export interface CampaignRecord {
  slug: ParentSlug;
  record: WireCampaign;
  milestones: WireMilestone[];
  /** Addresses of icons that only translations name, by id. */
  icons: Record<string, string>;
  hasLogs: boolean;
  paidMilestones: string[];
}

export function campaignQuery(slug: ParentSlug, id: string): string {
  return `?${new URLSearchParams({ slug, id })}`;
}
