import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createLogs } from "@/lib/services/activity/create-log";
import type { ServiceContext } from "@/lib/services/context";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { getWidget } from "@/lib/services/widget/get-widget";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const DAY = "2026-04-10T12:00:00Z";
const LATER = "2026-04-20T12:00:00Z";

/** A member of a new tenant who has earned one reward for each of `titles`, and the server's and the member's contexts. */
async function earn(titles: string[]) {
  const tenant = await newTenant(database.db, { timeZone: "Asia/Kathmandu", defaultLanguage: "de" });
  const server = tenant.at(DAY);
  const streak = await createStreak(server, {
    name: "Visits",
    description: "A visit a day",
    status: "live",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 9,
  });
  for (const title of titles)
    await createMilestone(server, {
      linkedSchemaSlug: "streak",
      linkedSchemaRecordId: streak.id,
      name: "internal",
      description: "internal",
      milestoneTargetValue: 1,
      status: "live",
      eudMilestoneRewardTitle: title,
    });
  await createLogs(server, "streak", [
    {
      streakId: streak.id,
      ownedBy: { externalId: "ada", languageCode: "ar" },
      activityAt: DAY,
      activityId: "visit",
      uniqueIdentifier: "1",
    },
  ]);
  const { data } = await listRewardLogs(server, new URLSearchParams());
  const rewards = data as { id: string; ownedById: string; milestone: { eudMilestoneRewardTitle: string } }[];
  const idOf = (title: string) =>
    rewards.find(({ milestone }) => milestone.eudMilestoneRewardTitle === title)?.id ?? "";
  const memberId = rewards[0]?.ownedById ?? null;
  const member: ServiceContext = { ...tenant.at(LATER), actor: { kind: "member", externalId: "ada", memberId } };
  return { tenant, server, member, idOf };
}

test("a member sees every reward with its state, usable ones first, in the member's language and the program's zone", async () => {
  const { server, member, idOf } = await earn(["redeemed", "expired", "pending", "issued"]);
  const set = (title: string, patch: object) => updateRewardLog(server, { id: idOf(title), patch });
  await set("redeemed", { couponCode: "R" });
  await set("redeemed", { rewardRedeemedAt: "2026-04-11T00:00:00Z" });
  await set("expired", { couponCode: "E", rewardExpiryAt: "2026-04-12T00:00:00Z" });
  await set("issued", { couponCode: "I", rewardExpiryAt: "2026-05-01T00:00:00Z" });

  const view = await getWidget(member, "en-GB");
  expect(view).toMatchObject({ programName: "Test", languages: ["en-GB", "ar", "de"], timeZone: "Asia/Kathmandu" });
  if (view.reader.kind !== "member") throw new Error(view.reader.kind);
  expect(view.reader.rewards.map(({ title, state, code }) => [title?.text, state, code])).toEqual([
    ["issued", "issued", "I"],
    ["pending", "pending", null],
    ["redeemed", "redeemed", "R"],
    ["expired", "expired", "E"],
  ]);
  expect(view.reader.rewards[0]).toMatchObject({
    instruction: { text: expect.stringContaining("{{rewardValidTill}}"), language: "de" },
    expiresAt: Date.UTC(2026, 4, 1),
  });
  expect(JSON.stringify(view)).not.toContain("internal");
});

test("a member sees nothing of others, and one whom the program does not know sees nothing", async () => {
  const { tenant } = await earn(["theirs"]);
  const stranger = { kind: "member", externalId: "nobody", memberId: null } as const;
  const view = await getWidget({ ...tenant.at(LATER), actor: stranger }, null);
  expect(view.reader).toEqual({ kind: "member", rewards: [], more: false });

  const { member } = await earn(["mine"]);
  const elsewhere = { ...tenant.at(LATER), actor: member.actor };
  expect((await getWidget(elsewhere, null)).reader).toEqual({ kind: "member", rewards: [], more: false });
});

test("the widget is for members only", async () => {
  const { server } = await earn(["any"]);
  await expect(getWidget(server, null)).rejects.toMatchObject({ code: "forbidden" });
});
