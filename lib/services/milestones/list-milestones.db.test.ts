import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { saveCampaign } from "@/lib/services/campaigns/save-campaign";
import { deleteChallenge } from "@/lib/services/challenges/delete-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { earnRewards } from "@/lib/services/reward-codes/testing/earn-rewards";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { deleteStreak } from "@/lib/services/streaks/delete-streak";
import { getMilestone } from "./get-milestone";
import { listMilestones } from "./list-milestones";

const NOW = "2026-04-10T12:00:00Z";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function listed(context: ServiceContext) {
  const parameters = new URLSearchParams({ sortBy: '[{"fieldSlug":"name","order":"ASC"}]', fetchTotalCount: "true" });
  const { data, paging } = await listMilestones(context, parameters);
  expect(paging.totalCount).toBe(data.length);
  return data.map(({ name }) => name);
}

it("milestones leave the list with their parent, and stay readable by id and in their rewards", async () => {
  const context = (await newTenant(database.db)).at(NOW);
  const { streakId } = await earnRewards(context, { members: 1 });
  const { id: challengeId } = await saveCampaign(context, {
    slug: "challenge",
    id: null,
    values: { name: "Sum", description: "Sum", status: "live", completionTargetValue: 5 },
    milestones: [{ values: { name: "Two", description: "Two", milestoneTargetValue: 1, status: "live" } }],
  });
  expect(await listed(context)).toEqual(["One", "Two"]);
  await deleteStreak(context, streakId);
  expect(await listed(context)).toEqual(["Two"]);
  await deleteChallenge(context, challengeId);
  expect(await listed(context)).toEqual([]);

  const { data } = await listRewardLogs(context, new URLSearchParams());
  expect(data).toMatchObject([{ milestone: { name: "One" } }]);
  const id = String(data[0]?.["milestoneId"]);
  expect(await getMilestone(context, id)).toMatchObject({ id, name: "One", linkedSchemaRecordId: streakId });
});
