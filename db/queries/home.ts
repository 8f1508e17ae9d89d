import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { apiKey } from "@/db/schema/api-keys";
import { auditEntry } from "@/db/schema/audit-entries";
import { challengeLog } from "@/db/schema/challenge-logs";
import { challenge } from "@/db/schema/challenges";
import { program } from "@/db/schema/programs";
import { rewardLog } from "@/db/schema/reward-logs";
import { streakLog } from "@/db/schema/streak-logs";
import { streak } from "@/db/schema/streaks";
import type { Db, Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { ParentSlug } from "@/lib/domain/record";
import type { TenantScope } from "@/lib/domain/tenant-scope";

/** Rewards without a code, counted up to `limit`, and when the one that waits longest was earned. */
export async function countWaitingRewards(
  scope: TenantScope,
  db: Db | Tx,
  now: EpochMs,
  limit: number,
): Promise<{ count: number; oldestAt: EpochMs | null }> {
  const waiting = and(
    eq(rewardLog.programId, scope.programId),
    isNull(rewardLog.rewardRedeemedAt),
    isNull(rewardLog.rewardIssuedAt),
    sql`(${rewardLog.rewardExpiryAt} is null or ${rewardLog.rewardExpiryAt} >= ${new Date(now).toISOString()}::timestamptz)`,
  );
  const some = db.select({ id: rewardLog.id }).from(rewardLog).where(waiting).limit(limit).as("some");
  const [counted] = await db.select({ count: sql<number>`count(*)::int` }).from(some);
  const [oldest] = await db
    .select({ at: rewardLog.createdAt })
    .from(rewardLog)
    .where(waiting)
    .orderBy(asc(rewardLog.createdAt), asc(rewardLog.id))
    .limit(1);
  return { count: counted?.count ?? 0, oldestAt: oldest?.at ?? null };
}

export interface Draft {
  slug: ParentSlug;
  id: string;
  name: string;
  updatedAt: EpochMs;
}

/** Drafts, up to `limit` streaks and as many challenges, those changed last first. */
export async function listDrafts(scope: TenantScope, db: Db | Tx, limit: number): Promise<Draft[]> {
  const of = (slug: ParentSlug, table: typeof streak | typeof challenge) =>
    db
      .select({ slug: sql<ParentSlug>`${slug}::text`, id: table.id, name: table.name, updatedAt: table.updatedAt })
      .from(table)
      .where(and(eq(table.programId, scope.programId), eq(table.status, "draft"), isNull(table.deletedAt)))
      .orderBy(desc(table.updatedAt), desc(table.id))
      .limit(limit);
  const [streaks, challenges] = [await of("streak", streak), await of("challenge", challenge)];
  return [...streaks, ...challenges].sort((a, b) => b.updatedAt - a.updatedAt);
}

/** The first steps of a program, each as done or not. */
export interface FirstSteps {
  campaign: boolean;
  apiKey: boolean;
  activity: boolean;
  widget: boolean;
}

/** Which first steps a program has taken, in one statement of index look-ups. */
export async function findFirstSteps(scope: TenantScope, db: Db | Tx): Promise<FirstSteps> {
  const any = (table: typeof streak | typeof challenge | typeof streakLog | typeof challengeLog) =>
    sql<boolean>`exists (select from ${table} where ${table.programId} = ${scope.programId})`;
  const [steps] = await db
    .select({
      campaign: sql<boolean>`(${any(streak)} or ${any(challenge)})`,
      // A key that the first start made is nobody's step until a server uses it; one that a person made leaves an entry.
      apiKey: sql<boolean>`exists (select from ${apiKey} k where k.program_id = ${scope.programId}
        and (k.last_used_at is not null or exists (select from ${auditEntry} a
          where a.program_id = k.program_id and a.record_id = k.id and a.action = 'create')))`,
      activity: sql<boolean>`(${any(streakLog)} or ${any(challengeLog)})`,
      widget: sql<boolean>`${program.widgetSeenAt} is not null`,
    })
    .from(program)
    .where(eq(program.id, scope.programId));
  return steps ?? { campaign: false, apiKey: false, activity: false, widget: false };
}

/** Remembers that a member opened the widget, the first time. */
export async function markWidgetSeen(scope: TenantScope, db: Db | Tx, now: EpochMs): Promise<void> {
  await db
    .update(program)
    .set({ widgetSeenAt: now })
    .where(and(eq(program.id, scope.programId), isNull(program.widgetSeenAt)));
}
