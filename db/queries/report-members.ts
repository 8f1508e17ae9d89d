import { and, eq, exists, gte, lt, not, or, type SQL, sql } from "drizzle-orm";
import { challengeLog } from "@/db/schema/challenge-logs";
import { challengeProgress } from "@/db/schema/challenge-progress";
import { member } from "@/db/schema/members";
import { rewardLog } from "@/db/schema/reward-logs";
import { streakLog } from "@/db/schema/streak-logs";
import { streakProgress } from "@/db/schema/streak-progress";
import type { Db, Tx } from "@/db/types";
import type { MemberSet } from "@/lib/domain/member-set";
import type { ParentSlug } from "@/lib/domain/record";
import type { ReportRange } from "@/lib/domain/report-range";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import type { ListQuery, Page } from "./list";
import { type MemberRow, pageOfMembers, presentMember } from "./members";

/** Of which parent and range a report tells. */
export interface Reported {
  slug: ParentSlug;
  id: string;
  range: ReportRange;
}

/** How many members ever began. Deleted ones count nowhere, as no list of members holds them. */
export function countEnrolled(scope: TenantScope, db: Db | Tx, reported: Reported) {
  return db
    .select({ members: sql<number>`count(*)::int` })
    .from(member)
    .where(and(presentMember(scope), enrolled(scope, db, reported)));
}

/**
 * Members who were active or reached one of these milestones in the range, as many at a time as did the same: `reached`
 * holds a 1 for each milestone that they reached, else a 0. Each table is read once, however many milestones there are.
 */
export function countJourneys(scope: TenantScope, db: Db | Tx, reported: Reported, milestoneIds: readonly string[]) {
  const none = sql`${"0".repeat(milestoneIds.length)}::varbit`;
  const position = sql`array_position(${`{${milestoneIds.join()}}`}::uuid[], ${rewardLog.milestoneId})`;
  const steps = db
    .select({
      memberId: sql<string>`${rewardLog.memberId}`.as("stepping"),
      bits: sql<string>`bit_or(set_bit(${none}, ${position} - 1, 1))`.as("bits"),
    })
    .from(rewardLog)
    .where(and(earned(scope, reported), sql`${position} is not null`))
    .groupBy(rewardLog.memberId)
    .as("steps");
  const { table, where } = activity(scope, reported);
  const doers = db
    .selectDistinct({ memberId: sql<string>`${table.memberId}`.as("doing") })
    .from(table)
    .where(where)
    .as("doers");
  return db
    .select({
      active: sql<boolean>`${doers.memberId} is not null`.as("active"),
      reached: sql<string>`coalesce(${steps.bits}, ${none})::text`.as("reached"),
      members: sql<number>`count(*)::int`,
    })
    .from(doers)
    .fullJoin(steps, eq(doers.memberId, steps.memberId))
    .innerJoin(member, and(presentMember(scope), eq(member.id, sql`coalesce(${doers.memberId}, ${steps.memberId})`)))
    .groupBy(sql`1`, sql`2`);
}

/** The members of a set, by the parameters of every list. */
export function listMembersOfSet(
  scope: TenantScope,
  db: Db | Tx,
  query: ListQuery,
  reported: Reported,
  set: MemberSet,
): Promise<Page<MemberRow>> {
  return pageOfMembers(scope, db, query, inSet(scope, db, reported, set));
}

function inSet(scope: TenantScope, db: Db | Tx, reported: Reported, set: MemberSet): SQL | undefined {
  if (set.of === "enrolled") return enrolled(scope, db, reported);
  if (set.of === "active") return active(scope, db, reported);
  const here = reached(scope, db, reported, set.milestoneId);
  if (set.of === "reached") return here;
  const before = set.before === null ? active(scope, db, reported) : reached(scope, db, reported, set.before);
  return and(before, not(here));
}

const one = { one: sql`1` };

/** Who ever began: has progress, by the unique keys of streaks' runs. */
function enrolled({ programId }: TenantScope, db: Db | Tx, { slug, id }: Reported): SQL {
  const table = slug === "streak" ? streakProgress : challengeProgress;
  const parent = slug === "streak" ? streakProgress.streakId : challengeProgress.challengeId;
  const runs = slug === "streak" ? or(sql`${streakProgress.length} > 0`, sql`${streakProgress.length} = 0`) : undefined;
  const own = and(eq(table.programId, programId), eq(parent, id), eq(table.memberId, member.id));
  return exists(db.select(one).from(table).where(and(own, runs)));
}

/** Who did something for the parent in the range, by `activityAt`. */
function active(scope: TenantScope, db: Db | Tx, reported: Reported): SQL {
  const { table, where } = activity(scope, reported);
  return exists(
    db
      .select(one)
      .from(table)
      .where(and(where, eq(table.memberId, member.id))),
  );
}

/** Who earned the reward of a milestone in the range. */
function reached(scope: TenantScope, db: Db | Tx, reported: Reported, milestoneId: string): SQL {
  const own = and(eq(rewardLog.milestoneId, milestoneId), eq(rewardLog.memberId, member.id));
  return exists(
    db
      .select(one)
      .from(rewardLog)
      .where(and(earned(scope, reported), own)),
  );
}

/** The logs of the parent in the range. */
function activity({ programId }: TenantScope, { slug, id, range }: Reported) {
  const table = slug === "streak" ? streakLog : challengeLog;
  const parent = slug === "streak" ? streakLog.streakId : challengeLog.challengeId;
  const inRange = and(gte(table.activityAt, range.from), lt(table.activityAt, range.to));
  return { table, where: and(eq(table.programId, programId), eq(parent, id), inRange) };
}

/** The rewards of the parent that were earned in the range. */
function earned({ programId }: TenantScope, { id, range }: Reported): SQL | undefined {
  return and(
    eq(rewardLog.programId, programId),
    eq(rewardLog.linkedSchemaRecordId, id),
    gte(rewardLog.createdAt, range.from),
    lt(rewardLog.createdAt, range.to),
  );
}
