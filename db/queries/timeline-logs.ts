import { type SQL, sql } from "drizzle-orm";
import { challengeLog } from "@/db/schema/challenge-logs";
import { streakLog } from "@/db/schema/streak-logs";
import type { Db } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { ParentSlug } from "@/lib/domain/record";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { jsonParameter } from "./json";

/** Whose logs, and of which periods; logs that were received from `endAt` on are late. */
export interface TimelineKeys {
  slug: ParentSlug;
  parentId: string;
  memberId: string;
  periods: { index: number; endAt: EpochMs | null }[];
  /** So many of a period's logs are shown, and so many counted, at most. */
  shown: number;
  counted: number;
}

export interface TimelineLogRow {
  id: string;
  activityAt: EpochMs;
  receivedAt: EpochMs;
  activityId: string;
  uniqueIdentifier: string;
  /** Decimal text. */
  activityValue: string | null;
  timeZone: string;
}

export interface PeriodLogsRow {
  index: number;
  total: number;
  late: number;
  /** The latest first, by `activityAt`. */
  logs: TimelineLogRow[];
}

/** The logs of some periods of one member, in one statement; each period costs as much as it shows and counts. */
export async function findTimelineLogs(scope: TenantScope, db: Db, keys: TimelineKeys): Promise<PeriodLogsRow[]> {
  const { rows } = await db.execute<PeriodLogsRow & Record<string, unknown>>(timelineLogs(scope, keys));
  return rows;
}

/** The statement of `findTimelineLogs`, whose plan a test looks at. */
export function timelineLogs({ programId }: TenantScope, keys: TimelineKeys): SQL {
  const iso = (at: EpochMs | null) => (at === null ? null : new Date(at).toISOString());
  const periods = keys.periods.map(({ index, endAt }) => ({ index, endAt: iso(endAt) }));
  const table = keys.slug === "streak" ? streakLog : challengeLog;
  const parent = keys.slug === "streak" ? streakLog.streakId : challengeLog.challengeId;
  const ofPeriod = sql`${table.programId} = ${programId} and ${table.memberId} = ${keys.memberId}
    and ${parent} = ${keys.parentId} and ${table.periodIndex} = p.index`;
  return sql`
    select p.index, counted.total, counted.late, shown.logs
    from jsonb_to_recordset(${jsonParameter(periods)}) as p(index int, "endAt" timestamptz)
    cross join lateral (
      select count(*)::int as total, count(*) filter (where c.created_at >= p."endAt")::int as late
      from (select ${table.createdAt} from ${table} where ${ofPeriod} limit ${keys.counted}) c) counted
    cross join lateral (
      select coalesce(json_agg(json_build_object('id', l.id, 'activityAt', epoch_ms(l.activity_at),
        'receivedAt', epoch_ms(l.created_at), 'activityId', l.activity_id, 'uniqueIdentifier', l.unique_identifier,
        'activityValue', l.activity_value::text, 'timeZone', l.time_zone)), '[]') as logs
      from (
        select ${table}.* from ${table} where ${ofPeriod}
        order by ${table.activityAt} desc, ${table.id} desc limit ${keys.shown}) l) shown`;
}
