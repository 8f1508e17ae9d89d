import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { MAX_LANGUAGES } from "@/lib/contracts/translations";
import { createLogs } from "@/lib/services/activity/create-log";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import { getChallenge } from "@/lib/services/challenges/get-challenge";
import { updateChallenge } from "@/lib/services/challenges/update-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { getMilestone } from "@/lib/services/milestones/get-milestone";
import { listMilestones } from "@/lib/services/milestones/list-milestones";
import { updateMilestone } from "@/lib/services/milestones/update-milestone";
import { getRewardLog } from "@/lib/services/reward-logs/get-reward-log";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { getStreak } from "@/lib/services/streaks/get-streak";
import { listStreaks } from "@/lib/services/streaks/list-streaks";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { memberWidget } from "@/lib/services/widget/testing/widget-for";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const DAY = "2026-04-10T12:00:00Z";
const LEAST = { name: "n", description: "d", status: "live", aggregationMethod: "count", completionTargetValue: 9 };
const STREAK = { ...LEAST, aggregationTargetValue: 1 };

async function newServer(defaultLanguage = "en"): Promise<ServiceContext> {
  return (await newTenant(database.db, { defaultLanguage })).at(DAY);
}

const asked = (parameters: Record<string, string>) => new URLSearchParams(parameters);
const refused = (pointer: string) => ({
  code: "invalid_request",
  params: { errors: [expect.objectContaining({ pointer })] },
});

describe.each([
  { noun: "streak", least: STREAK, create: createStreak, get: getStreak, update: updateStreak },
  { noun: "challenge", least: LEAST, create: createChallenge, get: getChallenge, update: updateChallenge },
])("the translations of a $noun", ({ least, create, get, update }) => {
  test("are kept, read field by field, merged and taken away", async () => {
    const server = await newServer();
    const { id } = await create(server, {
      ...least,
      eudTitle: "Hello",
      eudDescription: "Every day",
      translations: { "fr-ca": { eudTitle: "Bonjour" }, "zh-Hant": { eudTitle: "你好", eudDescription: "每天" } },
    });
    expect(await get(server, id)).toMatchObject({
      eudTitle: "Hello",
      resolvedLanguages: { eudTitle: "en", eudDescription: "en" },
      translations: { "fr-CA": { eudTitle: "Bonjour" }, "zh-Hant": { eudTitle: "你好", eudDescription: "每天" } },
      translationStates: {
        "fr-CA": { eudTitle: { outdated: false } },
        "zh-Hant": { eudTitle: { outdated: false }, eudDescription: { outdated: false } },
      },
    });
    expect(await get(server, id, "fr")).toMatchObject({
      eudTitle: "Bonjour",
      eudDescription: "Every day",
      resolvedLanguages: { eudTitle: "fr-CA", eudDescription: "en" },
    });
    expect(await get(server, id, "zh-TW")).toMatchObject({ eudTitle: "你好", eudDescription: "每天" });
    expect(await get(server, id, "zz zz")).toMatchObject({ eudTitle: "Hello", resolvedLanguages: { eudTitle: "en" } });

    const patched = await update(server, {
      id,
      patch: { translations: { "fr-CA": { eudDescription: "Chaque jour" }, "zh-Hant": { eudTitle: null }, de: null } },
    });
    expect(patched.translations).toEqual({
      "fr-CA": { eudTitle: "Bonjour", eudDescription: "Chaque jour" },
      "zh-Hant": { eudDescription: "每天" },
    });
    const emptied = await update(server, {
      id,
      patch: { translations: { "fr-CA": null, "zh-Hant": { eudDescription: null } } },
    });
    expect(emptied).toMatchObject({ translations: {}, translationStates: {}, eudTitle: "Hello" });
  });

  test("are outdated once their source changes, until they are written again or the source comes back", async () => {
    const server = await newServer();
    const { id } = await create(server, {
      ...least,
      eudTitle: "Hello",
      translations: { fr: { eudTitle: "Bonjour" }, de: { eudTitle: "Hallo", eudDescription: "Täglich" } },
    });
    const statesAfter = async (patch: object) => (await update(server, { id, patch })).translationStates;
    const [good, outdated] = [{ outdated: false }, { outdated: true }];

    expect(await statesAfter({ eudTitle: "Hello", name: "other" })).toMatchObject({ fr: { eudTitle: good } });
    const both = { fr: { eudTitle: outdated }, de: { eudTitle: outdated, eudDescription: good } };
    expect(await statesAfter({ eudTitle: "Welcome" })).toEqual(both);
    expect(await statesAfter({ name: "another" })).toEqual(both);
    expect(await get(server, id, "fr")).toMatchObject({ eudTitle: "Bonjour", translationStates: both });
    const one = { fr: { eudTitle: good }, de: { eudTitle: outdated, eudDescription: good } };
    expect(await statesAfter({ translations: { fr: { eudTitle: "Bienvenue" } } })).toEqual(one);
    expect(await statesAfter({ eudTitle: "Hi", translations: { de: { eudTitle: "Hi!" } } })).toMatchObject({
      fr: { eudTitle: outdated },
      de: { eudTitle: good },
    });
    expect(await statesAfter({ eudTitle: "Welcome" })).toMatchObject({
      fr: { eudTitle: good },
      de: { eudTitle: outdated },
    });
    expect(await statesAfter({ eudTitle: null })).toMatchObject({ fr: { eudTitle: outdated } });
  });

  test("into the default language are refused, on create and on PATCH, whatever its spelling", async () => {
    const server = await newServer("pt-BR");
    const translations = { "PT-br": { eudTitle: "Olá" } };
    await expect(create(server, { ...least, translations })).rejects.toMatchObject(refused("/translations/pt-BR"));
    const { id } = await create(server, { ...least, translations: { "pt-PT": { eudTitle: "Olá" } } });
    await expect(update(server, { id, patch: { translations } })).rejects.toMatchObject(refused("/translations/pt-BR"));
    expect(await get(server, id)).toMatchObject({ translations: { "pt-PT": { eudTitle: "Olá" } } });
  });

  test("refuse one language too many over several changes", async () => {
    const server = await newServer();
    const tags = Array.from({ length: MAX_LANGUAGES }, (_, index) => [`en-${100 + index}`, { eudTitle: "x" }]);
    const { id } = await create(server, { ...least, translations: Object.fromEntries(tags) });
    const patch = { translations: { fr: { eudTitle: "x" } } };
    await expect(update(server, { id, patch })).rejects.toMatchObject(refused("/translations"));
    await update(server, { id, patch: { translations: { "en-100": null, ...patch.translations } } });
  });
});

describe("a milestone's translations", () => {
  async function rewarded() {
    const tenant = await newTenant(database.db, { defaultLanguage: "en" });
    const server = tenant.at(DAY);
    const streak = await createStreak(server, {
      ...STREAK,
      eudTitle: "Visits",
      translations: { he: { eudTitle: "ביקורים" } },
    });
    const milestone = await createMilestone(server, {
      linkedSchemaSlug: "streak",
      linkedSchemaRecordId: streak.id,
      name: "internal",
      description: "internal",
      milestoneTargetValue: 1,
      status: "live",
      eudTitle: "First step",
      eudMilestoneRewardTitle: "Free coffee",
      translations: {
        he: { eudMilestoneRewardTitle: "קפה חינם" },
        fr: { eudTitle: "Premier pas", eudMilestoneRewardInstructionMessage: "Jusqu’au {{rewardValidTill}}." },
      },
    });
    const [answer] = await createLogs(server, "streak", [
      {
        streakId: streak.id,
        ownedBy: { externalId: "ada", languageCode: "iw" },
        activityAt: DAY,
        activityId: "visit",
        uniqueIdentifier: "1",
      },
    ]);
    if (!answer || !("log" in answer)) throw new Error("the log was refused");
    const [reward] = answer.log.achievedMilestoneRewardLogs;
    if (!reward) throw new Error("no reward");
    const member: ServiceContext = {
      ...server,
      actor: { kind: "member", externalId: "ada", memberId: reward.ownedById },
    };
    return { server, member, streak, milestone, reward, answer: answer.log };
  }

  test("are read through the milestone, the ladder of its parent and the reward log, alone and in lists", async () => {
    const { server, member, streak, milestone, reward } = await rewarded();
    const french = { eudTitle: "Premier pas", resolvedLanguages: expect.objectContaining({ eudTitle: "fr" }) };
    expect(await getMilestone(server, milestone.id, "fr-BE")).toMatchObject(french);
    expect((await listMilestones(server, asked({ languageCode: "fr" }))).data).toEqual([
      expect.objectContaining(french),
    ]);
    expect(await getStreak(member, streak.id, "fr")).toMatchObject({ eudTitle: "Visits", milestones: [french] });
    const { data: streaks } = await listStreaks(member, asked({ languageCode: "he" }));
    expect(streaks).toMatchObject([
      { eudTitle: "ביקורים", milestones: [{ eudMilestoneRewardTitle: "קפה חינם", eudTitle: "First step" }] },
    ]);
    expect((await listStreaks(server, asked({ languageCode: "he" }))).data).toMatchObject([{ eudTitle: "ביקורים" }]);

    for (const reader of [server, member]) {
      expect(await getRewardLog(reader, reward.id, "fr")).toMatchObject({ milestone: french });
      expect(await getRewardLog(reader, reward.id)).toMatchObject({ milestone: { eudTitle: "First step" } });
      const { data } = await listRewardLogs(reader, asked({ languageCode: "fr" }));
      expect(data).toMatchObject([{ milestone: french }]);
    }
  });

  test("are the marketer's: a member reads texts and their languages, never all translations", async () => {
    const { member, streak, reward } = await rewarded();
    const seen = [await getStreak(member, streak.id, "fr"), await getRewardLog(member, reward.id, "fr")];
    expect(JSON.stringify(seen)).not.toMatch(/translation|outdated|קפה|ביקורים/);
    expect(JSON.stringify(seen)).toContain("resolvedLanguages");
  });

  test("an ingest answers in the default language", async () => {
    const { answer } = await rewarded();
    expect(answer.achievedMilestone).toMatchObject({ eudTitle: "First step", resolvedLanguages: { eudTitle: "en" } });
    expect(answer.achievedMilestoneRewardLog?.milestone).toMatchObject({ eudTitle: "First step" });
  });

  test("have unknown variables refused, and follow their source like all others", async () => {
    const { server, milestone } = await rewarded();
    const patch = { translations: { de: { eudMilestoneRewardInstructionMessage: "Bis {{rewardValidTil}}." } } };
    await expect(updateMilestone(server, { id: milestone.id, patch })).rejects.toMatchObject({
      params: {
        detail: expect.stringContaining("did you mean {{rewardValidTill}}?"),
        errors: [expect.objectContaining({ pointer: "/translations/de/eudMilestoneRewardInstructionMessage" })],
      },
    });
    const changed = await updateMilestone(server, { id: milestone.id, patch: { eudTitle: "Step one" } });
    expect(changed.translationStates).toEqual({
      he: { eudMilestoneRewardTitle: { outdated: false } },
      fr: { eudTitle: { outdated: true }, eudMilestoneRewardInstructionMessage: { outdated: false } },
    });
  });

  test("reach the widget: in the language asked for, else the member's, else the default one, each text told", async () => {
    const { member } = await rewarded();
    const rewardIn = async (languageCode: string | null) => {
      const { rewards } = await memberWidget(member, "ada", languageCode);
      return rewards[0];
    };
    expect(await rewardIn(null)).toMatchObject({ title: { text: "קפה חינם", language: "he" }, description: null });
    expect(await rewardIn("fr-CA")).toMatchObject({
      title: { text: "קפה חינם", language: "he" },
      instruction: { text: "Jusqu’au {{rewardValidTill}}.", language: "fr" },
    });
    expect(await rewardIn("en-GB")).toMatchObject({ title: { text: "Free coffee", language: "en" } });
    expect(await rewardIn("ja")).toMatchObject({ title: { language: "he" }, instruction: { language: "en" } });
    expect(await rewardIn("not a tag")).toMatchObject({ title: { language: "he" }, instruction: { language: "en" } });
  });
});
