import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { listMembers } from "@/lib/services/members/list-members";
import { getHistory } from "@/lib/services/points/get-history";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { listRewardRules } from "@/lib/services/reward-rules/list-reward-rules";
import { listStreakLogs } from "@/lib/services/streak-logs/list-streak-logs";
import { listStreakProgress } from "@/lib/services/streak-progress/list-streak-progress";
import { listStreaks } from "@/lib/services/streaks/list-streaks";
import { listUserGroups } from "@/lib/services/user-groups/list-user-groups";
import { loadDemo } from "./load-demo";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

// Whatever the hour of the first start, no act may lie ahead of it and be refused.
it.each(["2026-11-22T00:00:30Z", "2026-11-22T05:04:00Z", "2026-11-22T23:59:00Z"])(
  "fills a program started at %s with sixty days and rewards in every state",
  async (now) => {
    const tenant = await newTenant(database.db);
    const context = tenant.at(now);
    await loadDemo(context);
    const total = async (list: typeof listMembers, filter?: object) => {
      const filters = filter ? `&filters=${encodeURIComponent(JSON.stringify(filter))}` : "";
      return (
        (await list(context, new URLSearchParams(`limit=1&fetchTotalCount=true${filters}`))).paging.totalCount ?? 0
      );
    };
    expect(await total(listMembers)).toBe(12);
    expect(await total(listStreaks)).toBe(3);
    expect(await total(listStreakLogs)).toBeGreaterThan(900);
    for (const value of ["pending", "issued", "expired", "redeemed"])
      expect(await total(listRewardLogs, { fieldSlug: "state", operator: "eq", value })).toBeGreaterThan(5);
    expect(await total(listRewardRules)).toBe(3);
    expect(await total(listUserGroups)).toBe(2);
    const { data: members } = await listMembers(context, new URLSearchParams());
    for (const { externalId, pointsBalance } of members) {
      const { data, meta } = await getHistory(context, String(externalId), new URLSearchParams("limit=1000"));
      expect(meta.total).toBeGreaterThan(10);
      expect(data[0]?.balanceAfter).toBe(pointsBalance);
      const times = data.map(({ createdAt }) => createdAt);
      expect(times).toEqual(times.toSorted().reverse());
    }
    for (const value of ["in_progress", "broken", "completed"])
      expect(
        await total(listStreakProgress, { fieldSlug: "streakProgressStatus", operator: "eq", value }),
      ).toBeGreaterThan(5);
  },
);
