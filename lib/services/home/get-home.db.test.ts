import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { insertApiKey, touchKey } from "@/db/queries/programs";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createLog } from "@/lib/services/activity/create-log";
import { createApiKey } from "@/lib/services/api-keys/create-api-key";
import { newApiSecret, storedSecret } from "@/lib/services/api-keys/secret";
import { saveCampaign } from "@/lib/services/campaigns/save-campaign";
import { newId } from "@/lib/services/ids";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { noteFirstVisit } from "@/lib/services/widget/note-first-visit";
import { getHome } from "./get-home";

const NOW = "2026-04-20T12:00:00Z";
const LATER = "2026-04-20T13:00:00Z";
const STREAK = {
  name: "Daily",
  description: "Every day",
  status: "live",
  aggregationMethod: "count",
  aggregationTargetValue: 1,
  completionTargetValue: 7,
};
const MILESTONE = { name: "First", description: "A day", milestoneTargetValue: 1, status: "live", eudTitle: "Day one" };

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("an empty program has every step before it", async () => {
  const tenant = await newTenant(database.db);
  expect(await getHome(tenant.at(NOW))).toEqual({
    waiting: { count: 0, oldestAt: null },
    drafts: [],
    moreDrafts: [],
    texts: [],
    steps: { campaign: false, apiKey: false, activity: false, widget: false, language: false },
  });
});

it("tells what waits, what is a draft, what is not translated, and ticks the steps by what is there", async () => {
  const tenant = await newTenant(database.db, { languages: ["en", "ar"] });
  const milestones = [{ values: MILESTONE }];
  const { id } = await saveCampaign(tenant.at(NOW), { slug: "streak", id: null, values: STREAK, milestones });
  const draft = { ...STREAK, name: "Next", status: "draft" };
  const next = await saveCampaign(tenant.at(LATER), { slug: "streak", id: null, values: draft, milestones: [] });
  const rewardOf = async (externalId: string, at: string) => {
    const log = {
      streakId: id,
      ownedBy: { externalId },
      activityAt: NOW,
      activityId: "a",
      uniqueIdentifier: externalId,
    };
    const answer = await createLog(tenant.at(at), "streak", log);
    return answer.achievedMilestoneRewardLog?.id ?? "";
  };
  const issued = await rewardOf("ada", NOW);
  await rewardOf("bob", LATER);
  await updateRewardLog(tenant.at(LATER), { id: issued, patch: { couponCode: "A" } });
  await expect(noteFirstVisit(tenant.at(LATER))).rejects.toMatchObject({ code: "forbidden" });
  await noteFirstVisit({ ...tenant.at(LATER), actor: { kind: "member", externalId: "ada", memberId: null } });

  expect(await getHome(tenant.at(LATER))).toEqual({
    waiting: { count: 1, oldestAt: "2026-04-20T13:00:00.000Z" },
    drafts: [{ slug: "streak", id: next.id, name: "Next", updatedAt: "2026-04-20T13:00:00.000Z" }],
    moreDrafts: [],
    // The milestone's title and its default instruction.
    texts: [{ language: "ar", missing: 2, outdated: 0 }],
    steps: { campaign: true, apiKey: false, activity: true, widget: true, language: true },
  });
});

it("shows the five drafts that were changed last, and says of which kind there are more", async () => {
  const tenant = await newTenant(database.db);
  let minute = 0;
  const draft = (slug: "streak" | "challenge", name: string) => {
    const { aggregationTargetValue: target, ...both } = STREAK;
    const values = { ...both, ...(slug === "streak" ? { aggregationTargetValue: target } : {}), name, status: "draft" };
    const at = `2026-04-20T12:${String(minute++).padStart(2, "0")}:00Z`;
    return saveCampaign(tenant.at(at), { slug, id: null, values, milestones: [] });
  };
  const shown = async () => {
    const { drafts, moreDrafts } = await getHome(tenant.at(LATER));
    return { names: drafts.map(({ name }) => name), moreDrafts };
  };
  for (const name of ["a", "b"]) await draft("challenge", name);
  for (const name of ["c", "d", "e"]) await draft("streak", name);
  expect(await shown()).toEqual({ names: ["e", "d", "c", "b", "a"], moreDrafts: [] });
  await draft("streak", "f");
  expect(await shown()).toEqual({ names: ["f", "e", "d", "c", "b"], moreDrafts: ["challenge"] });
  for (const name of ["g", "h"]) await draft("streak", name);
  expect(await shown()).toEqual({ names: ["h", "g", "f", "e", "d"], moreDrafts: ["streak", "challenge"] });
});

it("the key of the first start is nobody's step until it is used; one that somebody made is", async () => {
  const stepDone = async (tenant: Awaited<ReturnType<typeof newTenant>>) =>
    (await getHome(tenant.at(NOW))).steps.apiKey;
  const started = await newTenant(database.db);
  const key = { programId: started.program.id, id: newId() };
  const stored = { ...storedSecret(newApiSecret("live")), name: "First key", scopes: [], createdAt: 1, updatedAt: 1 };
  await transaction(database.db, (tx) => insertApiKey(tx, { ...key, ...stored }));
  expect(await stepDone(started)).toBe(false);
  await touchKey(database.db, key, 2);
  expect(await stepDone(started)).toBe(true);

  const made = await newTenant(database.db);
  await createApiKey(made.at(NOW), { name: "Shop", scopes: ["activity:write"] });
  expect(await stepDone(made)).toBe(true);
});
