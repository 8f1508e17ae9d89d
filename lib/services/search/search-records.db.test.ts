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

const CAMPAIGN = { description: "d", status: "draft", aggregationTargetValue: 1, completionTargetValue: 7 };

test("records are found by any part of a name, by the beginning of a member's external id, and by id", async () => {
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

test("of many that fit, the one that is just so comes first, then those that begin so", async () => {
  const context = (await newTenant(db)).at(NOW);
  const later = { ...context, now: context.now + 1000 };
  const added = async (externalId: string, names: object = {}) =>
    (await createMember(context, { externalId, ...names })).id;
  const longer: string[] = [];
  for (let n = 120; n <= 125; n++) longer.push(await added(`ord-${n}`));
  const exact = await added("ord-12");
  const otherCase = await added("ORD-12");
  expect(await ids(context, "ord-12")).toEqual([exact, otherCase, ...longer.slice(0, 3)]);
  expect(await ids(context, "ORD-12")).toEqual([otherCase, exact, ...longer.slice(0, 3)]);

  for (let n = 0; n < 6; n++) await added(`a${n}`, { displayName: `Mr Lin ${n}`, lastName: "Lindqvist" });
  const lin = await added("z", { firstName: "Lin" });
  expect((await ids(context, "lin"))[0]).toBe(lin);

  const { id: named } = await createStreak(context, { ...CAMPAIGN, name: "Gift" });
  const { id: beginning } = await createStreak(context, { ...CAMPAIGN, name: "Gifts" });
  const add = (name: string) => ({
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: named,
    name,
    description: "d",
    milestoneTargetValue: 1,
    status: "draft",
  });
  const { id: milestone } = await createMilestone(context, add("Bonus"));
  for (let n = 0; n < 6; n++) {
    await createStreak(later, { ...CAMPAIGN, name: `A gift ${n}` });
    await createMilestone(later, add(`Bonus ${n}`));
  }
  const gifts = await searchRecords(context, "gift");
  expect(gifts).toHaveLength(5);
  expect(gifts.slice(0, 2).map(({ id }) => id)).toEqual([named, beginning]);
  expect((await ids(context, "bonus"))[0]).toBe(milestone);
});

test("of many codes that begin so, the one that is just so comes first", async () => {
  const context = (await newTenant(db)).at(NOW);
  await earnRewards(context, { members: 7 });
  const { data } = await listRewardLogs(context, new URLSearchParams());
  const rewards = data.map((reward) => String(reward["id"]));
  for (const [n, id] of rewards.entries())
    await updateRewardLog(context, { id, patch: { couponCode: n < 6 ? `OFF-1${n}` : "OFF-1" } });
  expect(await ids(context, "off-1")).toEqual([rewards[6], ...rewards.slice(0, 4)]);
});

test("members are found by each word of their names, and are called by them", async () => {
  const context = (await newTenant(db)).at(NOW);
  const zerlina = await createMember(context, { externalId: "m-1", firstName: "Zerlina", lastName: "Quux" });
  const kiran = await createMember(context, { externalId: "m-2", displayName: "Kiran Thapa" });
  const bo = await createMember(context, { externalId: "m-3", firstName: "Bo", lastName: "Li-Quuxley" });
  for (const text of ["zerlina", "Zerlina Quux", "quux  zerlina", "ze qu"])
    expect(await ids(context, text)).toEqual([zerlina.id]);
  expect(await ids(context, "quux")).toEqual([zerlina.id, bo.id]);
  for (const text of ["Thapa", "kiran t", "th", "hapa"]) expect(await ids(context, text)).toEqual([kiran.id]);
  for (const text of ["li", "bo li"]) expect(await ids(context, text)).toEqual([bo.id]);
  expect(await ids(context, "zerlina thapa")).toEqual([]);
  expect(await searchRecords(context, "zerlina")).toMatchObject([{ title: "Zerlina Quux", detail: "m-1" }]);
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
  expect(await ids(other, "three")).toHaveLength(1);
  await deleteStreak(other, streak.id);
  // Its milestone lives on for the rewards that it gave, with no place where it could be opened.
  for (const text of ["morning", "three"]) expect(await ids(other, text)).toEqual([]);
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
