import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { createLog } from "@/lib/services/activity/create-log";
import { listMilestones } from "@/lib/services/milestones/list-milestones";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { deleteStreak } from "@/lib/services/streaks/delete-streak";
import { getStreak } from "@/lib/services/streaks/get-streak";
import { countTextsByLanguage, listOpenTexts } from "@/lib/services/translations/list-open-texts";
import { duplicateCampaign } from "./duplicate-campaign";
import { previewStatusChange } from "./preview-status-change";
import { saveCampaign } from "./save-campaign";

const NOW = "2026-04-20T12:00:00Z";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const STREAK = {
  name: "Daily",
  description: "Every day",
  status: "live",
  aggregationMethod: "count",
  aggregationTargetValue: 1,
  completionTargetValue: 7,
  eudTitle: "Come by daily",
  eudDescription: "It pays",
  translations: { de: { eudTitle: "Jeden Tag" } },
};
const MILESTONE = {
  values: {
    name: "First",
    description: "A first day",
    milestoneTargetValue: 1,
    status: "live",
    eudTitle: "Day one",
    eudMilestoneRewardInstructionMessage: null,
  },
};

async function inGermanAndArabic(slug: "streak" | "challenge" = "streak") {
  const tenant = await newTenant(database.db, { languages: ["en", "de", "ar"] });
  const { aggregationTargetValue, ...shared } = STREAK;
  const values = slug === "streak" ? { ...shared, aggregationTargetValue } : shared;
  const { id } = await saveCampaign(tenant.at(NOW), { slug, id: null, values, milestones: [MILESTONE] });
  return { tenant, id };
}

async function log(tenant: Tenant, slug: "streak" | "challenge", id: string, member: string, activityAt: string) {
  const answer = await createLog(tenant.at(NOW), slug, {
    [`${slug}Id`]: id,
    ownedBy: { externalId: member },
    activityAt,
    activityId: "a",
    uniqueIdentifier: `${member} ${activityAt}`,
  });
  return answer.achievedMilestoneRewardLog;
}

describe("what a change of status meets", () => {
  it("a streak: members on a run, when their runs end, rewards that stay, languages that lack something", async () => {
    const { tenant, id } = await inGermanAndArabic();
    await log(tenant, "streak", id, "today", "2026-04-20T08:00:00Z");
    const used = await log(tenant, "streak", id, "yesterday", "2026-04-19T08:00:00Z");
    await log(tenant, "streak", id, "lost", "2026-04-01T08:00:00Z");
    await updateRewardLog(tenant.at(NOW), { id: used?.id ?? "", patch: { couponCode: "A" } });
    expect(await previewStatusChange(tenant.at(NOW), "streak", id)).toEqual({
      status: "live",
      membersInProgress: 2,
      endingWithinDay: 1,
      endingWithinWeek: 2,
      liveMilestones: 1,
      rewardsPending: 2,
      rewardsValid: 1,
      incomplete: [
        { language: "de", missing: 2, outdated: 0 },
        { language: "ar", missing: 3, outdated: 0 },
      ],
    });
  });

  it("a challenge: its open windows", async () => {
    const { tenant, id } = await inGermanAndArabic("challenge");
    await log(tenant, "challenge", id, "today", "2026-04-20T08:00:00Z");
    await log(tenant, "challenge", id, "yesterday", "2026-04-19T08:00:00Z");
    expect(await previewStatusChange(tenant.at(NOW), "challenge", id)).toMatchObject({
      membersInProgress: 1,
      endingWithinDay: 1,
      endingWithinWeek: 1,
    });
  });

  it("of another program is not there", async () => {
    const { id } = await inGermanAndArabic();
    const other = await newTenant(database.db);
    await expect(previewStatusChange(other.at(NOW), "streak", id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a duplicate", () => {
  it("is a draft with the same rules, texts, translations and ladder, and nothing of the members'", async () => {
    const { tenant, id } = await inGermanAndArabic();
    await log(tenant, "streak", id, "ada", NOW);
    const copy = await duplicateCampaign(tenant.at(NOW), { slug: "streak", id, name: "Daily, version 2" });
    const made: Record<string, unknown> = await getStreak(tenant.at(NOW), copy.id);
    expect(made).toEqual({
      ...(await getStreak(tenant.at(NOW), id)),
      id: copy.id,
      name: "Daily, version 2",
      status: "draft",
      createdAt: made["createdAt"],
      updatedAt: made["updatedAt"],
    });
    const filters = JSON.stringify({ fieldSlug: "linkedSchemaRecordId", operator: "eq", value: copy.id });
    const ladder = await listMilestones(tenant.at(NOW), new URLSearchParams({ filters }));
    expect(ladder.data).toEqual([expect.objectContaining({ name: "First", milestoneTargetValue: 1, status: "live" })]);
    const rewards = await listRewardLogs(tenant.at(NOW), new URLSearchParams({ filters }));
    expect(rewards.data).toEqual([]);
  });

  it.each(["streak", "challenge"] as const)("of a %s of another program is not there", async (slug) => {
    const { id } = await inGermanAndArabic(slug);
    const other = await newTenant(database.db);
    const copying = duplicateCampaign(other.at(NOW), { slug, id, name: "Mine" });
    await expect(copying).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("texts to translate", () => {
  it("are those that a language lacks or has of an older source, of what can still be shown", async () => {
    const { tenant, id } = await inGermanAndArabic();
    const gone = await duplicateCampaign(tenant.at(NOW), { slug: "streak", id, name: "Gone" });
    await deleteStreak(tenant.at(NOW), gone.id);
    await saveCampaign(tenant.at(NOW), { slug: "streak", id, values: { eudTitle: "Come by" }, milestones: [] });
    const { texts, nextOffset } = await listOpenTexts(tenant.at(NOW), "de", 0);
    expect(texts.map(({ slug, field, state, source }) => [slug, field, state, source])).toEqual([
      ["streak", "eudDescription", "missing", "It pays"],
      ["streak", "eudTitle", "outdated", "Come by"],
      ["milestone", "eudTitle", "missing", "Day one"],
    ]);
    expect(texts.every(({ parentId }) => parentId === id)).toBe(true);
    expect(nextOffset).toBeNull();
    expect(await countTextsByLanguage(tenant.at(NOW))).toEqual([
      { language: "de", missing: 2, outdated: 1 },
      { language: "ar", missing: 3, outdated: 0 },
    ]);
  });

  it("of another program are not there, and no language is refused by name", async () => {
    await inGermanAndArabic();
    const other = await newTenant(database.db, { languages: ["en", "de"] });
    expect(await listOpenTexts(other.at(NOW), "de", 0)).toEqual({ texts: [], nextOffset: null });
    await expect(listOpenTexts(other.at(NOW), "%%", 0)).rejects.toMatchObject({ code: "invalid_request" });
  });
});
