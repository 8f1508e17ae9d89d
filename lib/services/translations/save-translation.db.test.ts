import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newColleague } from "@/lib/auth/testing/team";
import { newTenant } from "@/lib/auth/testing/tenant";
import { updateChallenge } from "@/lib/services/challenges/update-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { getMilestone } from "@/lib/services/milestones/get-milestone";
import { updateMilestone } from "@/lib/services/milestones/update-milestone";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { saveTranslation } from "./save-translation";
import { twoCampaigns } from "./testing/two-campaigns";

const NOW = "2026-04-20T12:00:00Z";
const TITLE = { language: "de", field: "eudTitle", source: "One", text: "Eins" };

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const begin = async () => {
  const tenant = await newTenant(database.db, { languages: ["en", "de"] });
  return { tenant, ...(await twoCampaigns(tenant.at(NOW))) };
};
const german = async (context: ServiceContext, id: string) => {
  const { translations, translationStates } = await getMilestone(context, id);
  return { translations, translationStates };
};

it("saves a translation of the source that was read, by whoever may change texts", async () => {
  const { tenant, ofStreak } = await begin();
  const translator = (await newColleague(database.db, tenant, "translator")).at(NOW);
  await saveTranslation(translator, { slug: "milestone", recordId: ofStreak, ...TITLE });
  expect(await german(translator, ofStreak)).toMatchObject({
    translations: { de: { eudTitle: "Eins" } },
    translationStates: { de: { eudTitle: { outdated: false } } },
  });
  const viewer = (await newColleague(database.db, tenant, "viewer")).at(NOW);
  await expect(saveTranslation(viewer, { slug: "milestone", recordId: ofStreak, ...TITLE })).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("takes none of a source that has changed since, and takes it again of the new one", async () => {
  const { context, streak, challenge, ofStreak } = await begin();
  const patch = { eudTitle: "Uno" };
  await updateStreak(context, { id: streak, patch });
  await updateChallenge(context, { id: challenge, patch });
  await updateMilestone(context, { id: ofStreak, patch });
  const texts = [
    { slug: "streak", recordId: streak, ...TITLE },
    { slug: "challenge", recordId: challenge, ...TITLE },
    { slug: "milestone", recordId: ofStreak, ...TITLE },
  ];
  for (const text of texts)
    await expect(saveTranslation(context, text)).rejects.toMatchObject({ code: "source_changed" });
  expect((await german(context, ofStreak)).translations).toEqual({});
  for (const text of texts) await saveTranslation(context, { ...text, source: "Uno" });
  expect((await german(context, ofStreak)).translations).toMatchObject({ de: { eudTitle: "Eins" } });
});

it("refuses what is no text, and a record that is another program's", async () => {
  const { context, streak } = await begin();
  const stranger = await begin();
  await expect(
    saveTranslation(context, { slug: "streak", recordId: streak, ...TITLE, field: "name" }),
  ).rejects.toMatchObject({ code: "invalid_request" });
  await expect(saveTranslation(context, { slug: "streak", recordId: stranger.streak, ...TITLE })).rejects.toMatchObject(
    { code: "not_found" },
  );
});
