import type { ListPage } from "@/lib/client/list-page";
import type { MemberSet } from "@/lib/domain/member-set";
import type { ParentSlug, Status } from "@/lib/domain/record";
import type { Days } from "@/lib/domain/report-range";

/** A member as a row of the list shows it. */
export interface MemberRow {
  id: string;
  externalId: string;
  name: string;
  email: string | null;
  status: Status;
  pointsBalance: number;
  createdAt: string;
}

/** Which number of a report a list of members stands behind. */
export interface MembersBehind {
  slug: ParentSlug;
  id: string;
  of: MemberSet["of"];
  campaign: string;
  /** The milestones that it names; null for one that was deleted, or none. */
  milestone: string | null;
  before: string | null;
  days: Days;
  total: number;
}

export interface MemberListPage extends ListPage<MemberRow> {
  behind: MembersBehind | null;
}

/** A member as the console reads it, all of it. */
export interface MemberView {
  id: string;
  createdAt: string;
  externalId: string;
  firstName: string | null;
  lastName: string | null;
  displayName: string | null;
  email: string | null;
  phoneNumber: string | null;
  walletAddress: string | null;
  status: Status;
  timeZone: string | null;
  languageCode: string | null;
  metadata: Record<string, unknown> | null;
  pointsBalance: number;
}

/** What a member is called: by name where there is one, else by the customer's own id. */
export function memberName(member: Pick<MemberView, "displayName" | "firstName" | "lastName" | "externalId">): string {
  const fullName = [member.firstName, member.lastName].filter(Boolean).join(" ");
  return member.displayName || fullName || member.externalId;
}

/** A run on a streak or a window of a challenge, as of now. */
export interface ProgressRow {
  id: string;
  kind: "streak" | "challenge";
  parentId: string;
  /** Null when the campaign was deleted. */
  name: string | null;
  value: number;
  /** What completes it; null when the campaign was deleted. */
  target: number | null;
  status: "in_progress" | "broken" | "completed" | "failed";
  startedAt: string;
  endedAt: string | null;
  task: {
    currentValue: number;
    targetValue: number;
    periodEndAt: string | null;
    status: "in_progress" | "completed" | "missed";
  };
}
