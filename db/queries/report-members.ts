import { and, eq, exists, gte, lt, not, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
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

/**
 * How many members are in each of these sets, in their order. It is the condition of the list behind the number that
 * counts, so that the two agree; deleted members are in neither.
 */
export async function countMembers(
  scope: TenantScope,
  db: Db | Tx,
  reported: Reported,
  sets: readonly MemberSet[],
): Promise<number[]> {
  const { rows } = await db.execute<{ counts: number[] }>(countingMembers(scope, db, reported, sets));
  return rows[0]?.counts ?? [];
}

/** The statement of `countMembers`: one for all sets. */
export function countingMembers(
  scope: TenantScope,
  db: Db | Tx,
  reported: Reported,
  sets: readonly MemberSet[],
): SQLWrapper {
  const counts = sets.map(
    (set) =>
      sql`(${db
        .select({ members: sql`count(*)::int` })
        .from(member)
        .where(and(presentMember(scope), inSet(scope, db, reported, set)))})`,
  );
  return sql`select json_build_array(${sql.join(counts, sql`, `)}) as counts`;
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
function active({ programId }: TenantScope, db: Db | Tx, { slug, id, range }: Reported): SQL {
  const table = slug === "streak" ? streakLog : challengeLog;
  const parent = slug === "streak" ? streakLog.streakId : challengeLog.challengeId;
  const own = and(eq(table.programId, programId), eq(parent, id), eq(table.memberId, member.id));
  const inRange = and(gte(table.activityAt, range.from), lt(table.activityAt, range.to));
  return exists(db.select(one).from(table).where(and(own, inRange)));
}

/** Who earned the reward of a milestone in the range. */
function reached({ programId }: TenantScope, db: Db | Tx, { id, range }: Reported, milestoneId: string): SQL {
  const earned = and(
    eq(rewardLog.programId, programId),
    eq(rewardLog.milestoneId, milestoneId),
    eq(rewardLog.linkedSchemaRecordId, id),
    eq(rewardLog.memberId, member.id),
    gte(rewardLog.createdAt, range.from),
    lt(rewardLog.createdAt, range.to),
  );
  return exists(db.select(one).from(rewardLog).where(earned));
}
