import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { counting } from "@/db/testing/counting";
import { explained, touched } from "@/db/testing/plans";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { createLog } from "@/lib/services/activity/create-log";
import { createMember } from "@/lib/services/members/create-member";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { getStreakTimeline } from "@/lib/services/timeline/get-streak-timeline";
import { timelineLogs } from "./timeline-logs";

const NOW = "2026-04-20T12:00:00Z";
const DAY_MS = 86_400_000;
const LAST = Date.parse("2026-04-20") / DAY_MS;
const PERIODS = 100;
const EACH = 50;
const CROWDED = 12_000;

let database: Database;
let tenant: Tenant;
let streakId: string;
let memberIds: string[];

/** Two members with the same 5,000 logs, 50 on each of 100 days; the first has 12,000 more on the last day. */
beforeAll(async () => {
  database = await openTestDatabase();
  tenant = await newTenant(database.db);
  const context = tenant.at(NOW);
  const values = {
    name: "s",
    description: "s",
    status: "live",
    aggregationMethod: "count",
    completionTargetValue: 1000,
  };
  streakId = (await createStreak(context, { ...values, aggregationTargetValue: 1 })).id;
  memberIds = [];
  for (const externalId of ["ada", "ben"]) memberIds.push((await createMember(context, { externalId })).id);
  const insert = (memberId: string, period: ReturnType<typeof sql>, rows: number) =>
    database.db.execute(sql`
      insert into streak_log (program_id, id, member_id, activity_at, activity_id, unique_identifier, period_key,
        period_index, time_zone, streak_id, created_at, updated_at)
      select ${tenant.program.id}, gen_random_uuid(), ${memberId}, now(), 'a', gen_random_uuid()::text, 'k',
        ${period}, 'UTC', ${streakId}, now(), now()
      from generate_series(0, ${rows - 1}::int) n`);
  for (const memberId of memberIds) await insert(memberId, sql`${LAST}::int - n / ${EACH}::int`, PERIODS * EACH);
  await insert(memberIds[0] ?? "", sql`${LAST}::int`, CROWDED);
  await database.db.execute(sql`analyze streak_log`);
}, 120_000);
afterAll(() => database.close());

describe("the logs of a timeline", () => {
  it("cost what they show and count, whatever else the member logged", async () => {
    const periods = Array.from({ length: 20 }, (_, n) => ({ index: LAST - n, endAt: null }));
    const keys = { slug: "streak" as const, parentId: streakId, memberId: memberIds[0] ?? "", periods };
    const statement = timelineLogs(tenant.at(NOW).scope, { ...keys, shown: 20, counted: 1000 });
    const plan = await explained(database.db, statement);
    expect(plan.map((node) => node["Node Type"])).not.toContain("Seq Scan");
    // 19 days of 50 and the crowded one, as far as it is counted; then the 20 latest of each.
    expect(touched(plan, "streak_log")).toBeLessThanOrEqual(19 * EACH + 1000 + 20 * 20);
  });

  it("are read by as many statements for one period as for a hundred", async () => {
    const context = tenant.at(NOW);
    const rung = { name: "r", description: "r", milestoneTargetValue: 1, status: "live" };
    await createMilestone(context, { ...rung, linkedSchemaSlug: "streak", linkedSchemaRecordId: streakId });
    const send = (day: number) =>
      createLog(context, "streak", {
        streakId,
        ownedBy: { externalId: "cleo" },
        activityAt: new Date((LAST - day) * DAY_MS).toISOString(),
        activityId: "a",
        uniqueIdentifier: `day-${day}`,
      });
    let id = "";
    for (let day = 0; day < 12; day++) id = (await send(day)).progress?.id ?? id;
    const statements = async (limit: number) => {
      const counted = counting(database.db);
      const query = new URLSearchParams(`limit=${limit}`);
      const { data } = await getStreakTimeline({ ...context, db: counted.db }, id, query);
      expect(data).toHaveLength(Math.min(limit, 12));
      return counted.count();
    };
    // The run, its tasks, its logs, its rewards.
    expect([await statements(1), await statements(100)]).toEqual([4, 4]);
  });
});
