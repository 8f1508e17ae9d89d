import { type AnyColumn, and, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { challenge } from "@/db/schema/challenges";
import { member } from "@/db/schema/members";
import { milestone } from "@/db/schema/milestones";
import { rewardLog } from "@/db/schema/reward-logs";
import { streak } from "@/db/schema/streaks";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";

/** What is looked for: how a text begins or, where `id` is set, the record of that id. */
export interface Sought {
  text: string;
  id: string | null;
  limit: number;
}

export interface FoundCampaign {
  id: string;
  name: string;
  status: string;
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, (char) => `\\${char}`);
const byId = (column: AnyColumn, { id }: Sought) => (id === null ? undefined : eq(column, id));
/** As the prefix indexes are written. */
const begins = (column: AnyColumn, { text }: Sought) =>
  sql`lower(${column}) like ${`${escapeLike(text.toLowerCase())}%`}`;
const contains = (column: AnyColumn, { text }: Sought) => sql`${column} ilike ${`%${escapeLike(text)}%`}`;

/** Streaks or challenges, of which a program has few, by any part of the name. */
export function searchParents(
  scope: TenantScope,
  db: Db | Tx,
  slug: "streak" | "challenge",
  sought: Sought,
): Promise<FoundCampaign[]> {
  const table = slug === "streak" ? streak : challenge;
  return db
    .select({ id: table.id, name: table.name, status: table.status })
    .from(table)
    .where(
      and(
        eq(table.programId, scope.programId),
        isNull(table.deletedAt),
        or(byId(table.id, sought), contains(table.name, sought)),
      ),
    )
    .orderBy(desc(table.updatedAt))
    .limit(sought.limit);
}

export function searchMilestones(scope: TenantScope, db: Db | Tx, sought: Sought) {
  return db
    .select({
      id: milestone.id,
      name: milestone.name,
      status: milestone.status,
      parentSlug: milestone.linkedSchemaSlug,
      parentId: milestone.linkedSchemaRecordId,
    })
    .from(milestone)
    .where(
      and(
        eq(milestone.programId, scope.programId),
        isNull(milestone.deletedAt),
        or(byId(milestone.id, sought), contains(milestone.name, sought)),
      ),
    )
    .orderBy(desc(milestone.updatedAt))
    .limit(sought.limit);
}

/** Members by id or by how their external id, name or e-mail address begins; each by an index of its own. */
export function searchMembers(scope: TenantScope, db: Db | Tx, sought: Sought) {
  const conditions: (SQL | undefined)[] = [
    byId(member.id, sought),
    begins(member.externalId, sought),
    begins(member.displayName, sought),
    begins(member.email, sought),
  ];
  return db
    .select({
      id: member.id,
      externalId: member.externalId,
      displayName: member.displayName,
      email: member.email,
    })
    .from(member)
    .where(and(eq(member.programId, scope.programId), isNull(member.deletedAt), or(...conditions)))
    .limit(sought.limit);
}

/** Rewards by id and, only if asked to, by how their code begins. */
export function searchRewardLogs(scope: TenantScope, db: Db | Tx, sought: Sought, { byCode }: { byCode: boolean }) {
  return db
    .select({ id: rewardLog.id, couponCode: rewardLog.couponCode, periodKey: rewardLog.periodKey })
    .from(rewardLog)
    .where(
      and(
        eq(rewardLog.programId, scope.programId),
        or(byId(rewardLog.id, sought), byCode ? begins(rewardLog.couponCode, sought) : undefined, sql`false`),
      ),
    )
    .limit(sought.limit);
}
