import { afterAll, expect, test } from "vitest";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import type { ConsoleScope } from "@/lib/contracts/scopes";
import type { ServiceContext } from "@/lib/services/context";
import { createMember } from "@/lib/services/members/create-member";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { earnRewards } from "@/lib/services/reward-codes/testing/earn-rewards";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { deleteStreak } from "@/lib/services/streaks/delete-streak";
import { searchRecords } from "./search-records";

const NOW = "2026-04-10T12:00:00Z";
const database = await openTestDatabase();
const { db } = database;
afterAll(() => database.close());

async function fill(context: ServiceContext) {
  const streak = await createStreak(context, {
    name: "Morning Tea",
    description: "Tea",
    status: "draft",
    aggregationTargetValue: 1,
    completionTargetValue: 7,
  });
  const milestone = await createMilestone(context, {
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: streak.id,
    name: "Three teas",
    description: "Half way",
    milestoneTargetValue: 3,
    status: "draft",
  });
  const member = await createMember(context, {
    externalId: "Shop_42%",
    displayName: "Teagan",
    email: "t@example.com",
  });
  return { streak, milestone, member };
}

const ids = async (context: ServiceContext, text: string) => (await searchRecords(context, text)).map(({ id }) => id);

test("records are found by any part of a campaign's name, by the beginning of a member's, and by id", async () => {
  const context = (await newTenant(db)).at(NOW);
  const { streak, milestone, member } = await fill(context);
  expect(await ids(context, "TEA")).toEqual([streak.id, milestone.id, member.id]);
  expect(await ids(context, "shop_42%")).toEqual([member.id]);
  expect(await ids(context, "T@EXAMPLE")).toEqual([member.id]);
  for (const { id } of [streak, milestone, member]) expect(await ids(context, id.toUpperCase())).toEqual([id]);
  expect(await searchRecords(context, "three")).toEqual([
    {
      kind: "milestone",
      id: milestone.id,
      title: "Three teas",
      detail: null,
      parent: { slug: "streak", id: streak.id },
    },
  ]);
});

test("wildcards are letters like any other, and odd or short texts find nothing", async () => {
  const context = (await newTenant(db)).at(NOW);
  await fill(context);
  for (const text of ["", "t", "__", "%%", "shop%42", "te\0a", "\ud800x", "x".repeat(300)])
    expect(await ids(context, text)).toEqual([]);
});

test("neither another program's records nor deleted ones are found", async () => {
  const [mine, other] = [(await newTenant(db)).at(NOW), (await newTenant(db)).at(NOW)];
  const { streak } = await fill(other);
  expect(await ids(mine, "tea")).toEqual([]);
  expect(await ids(mine, streak.id)).toEqual([]);
  await deleteStreak(other, streak.id);
  expect(await ids(other, "morning")).toEqual([]);
});

test("kinds that the caller may not read are left out", async () => {
  const context = (await newTenant(db)).at(NOW);
  const { member } = await fill(context);
  const reader = { ...context, actor: { kind: "user" as const, id: "u", scopes: ["members:read" as const] } };
  expect(await ids(reader, "tea")).toEqual([member.id]);
});

test("a code finds its reward for who may see codes, and tells nobody else of it", async () => {
  const context = (await newTenant(db)).at(NOW);
  await earnRewards(context, { members: 2 });
  const { data } = await listRewardLogs(context, new URLSearchParams());
  const id = String(data[0]?.["id"]);
  await updateRewardLog(context, { id, patch: { couponCode: "SPRING-7" } });
  const user = (...scopes: ConsoleScope[]) => ({ ...context, actor: { kind: "user" as const, id: "u", scopes } });
  const [seer, viewer] = [user("rewards:read", "codes:read"), user("rewards:read")];
  expect(await searchRecords(seer, "spring")).toMatchObject([{ id, title: "SPRING-7" }]);
  expect(await searchRecords(viewer, "spring")).toEqual([]);
  expect(await searchRecords(viewer, id)).toMatchObject([{ id, title: id }]);
});
