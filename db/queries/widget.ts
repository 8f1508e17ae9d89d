import { and, desc, eq, getTableColumns, isNull } from "drizzle-orm";
import { member } from "@/db/schema/members";
import { milestone } from "@/db/schema/milestones";
import { rewardLog } from "@/db/schema/reward-logs";
import type { Db } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";

/** A member with one of the member's rewards, or with none. */
export interface WidgetRow {
  languageCode: string | null;
  timeZone: string | null;
  reward: typeof rewardLog.$inferSelect | null;
  milestone: typeof milestone.$inferSelect | null;
}

/** A member and the member's newest rewards in one statement: a widget is loaded with every page of a shop. */
export async function listWidgetRows(
  scope: TenantScope,
  db: Db,
  memberId: string,
  limit: number,
): Promise<WidgetRow[]> {
  return db
    .select({
      languageCode: member.languageCode,
      timeZone: member.timeZone,
      reward: getTableColumns(rewardLog),
      milestone: getTableColumns(milestone),
    })
    .from(member)
    .leftJoin(rewardLog, and(eq(rewardLog.programId, member.programId), eq(rewardLog.memberId, member.id)))
    .leftJoin(milestone, and(eq(milestone.programId, rewardLog.programId), eq(milestone.id, rewardLog.milestoneId)))
    .where(and(eq(member.programId, scope.programId), eq(member.id, memberId), isNull(member.deletedAt)))
    .orderBy(desc(rewardLog.createdAt), desc(rewardLog.id))
    .limit(limit);
}
