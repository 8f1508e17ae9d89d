import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createMember } from "@/lib/services/members/create-member";
import { updateMember } from "@/lib/services/members/update-member";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { findPauses } from "./find-pauses";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("knows when a campaign and a member were not live", async () => {
  const tenant = await newTenant(database.db);
  const day = (n: number) => Date.UTC(2026, 3, n);
  const streak = await createStreak(tenant.at(day(1)), {
    name: "Daily",
    description: "d",
    status: "live",
    aggregationTargetValue: 1,
    completionTargetValue: 9,
  });
  const member = await createMember(tenant.at(day(1)), { externalId: "ada" });
  const change = (n: number, status: string) => updateStreak(tenant.at(day(n)), { id: streak.id, patch: { status } });
  await change(3, "paused");
  await updateStreak(tenant.at(day(4)), { id: streak.id, patch: { name: "Each day" } });
  await change(5, "live");
  await updateMember(tenant.at(day(8)), { id: member.id, patch: { status: "paused" } });

  const ids = { parentId: streak.id, memberId: member.id };
  const find = (from: number, to: number, context = tenant.at(day(20))) =>
    findPauses(context, { ...ids, startAt: day(from), endAt: day(to) });
  expect(await find(1, 3)).toEqual({ parent: null, member: null });
  expect(await find(4, 5)).toEqual({
    parent: { from: "2026-04-03T00:00:00.000Z", to: "2026-04-05T00:00:00.000Z" },
    member: null,
  });
  expect(await find(9, 10)).toEqual({ parent: null, member: { from: "2026-04-08T00:00:00.000Z", to: null } });

  const foreign = (await newTenant(database.db)).at(day(20));
  expect(await find(4, 10, foreign)).toEqual({ parent: null, member: null });
  const actor = { kind: "key" as const, id: "k", scopes: ["rewards:read" as const] };
  await expect(find(4, 5, { ...tenant.at(day(20)), actor })).rejects.toMatchObject({ code: "forbidden" });
});
