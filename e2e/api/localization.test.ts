import { describe, expect, inject, it } from "vitest";
import { newChallenge, newMember, newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, type Json, type WireRecord } from "./support/client";
import { expectProblem } from "./support/problems";
import { asMember, programId, signToken } from "./support/tokens";

const api = admin();
const EXPIRY = "2036-04-10T21:15:38.000Z";

const instruction = (before: string, after: string) => ({
  eudMilestoneRewardInstructionMessage: `${before}{{rewardValidTill}}${after}`,
});

describe.each([
  { noun: "streak" as const, make: newStreak },
  { noun: "challenge" as const, make: newChallenge },
])("a $noun in other languages", ({ noun, make }) => {
  const path = (record: WireRecord) => `/schema/${noun}/record/${record.id}`;
  const texts = {
    eudTitle: "Visits",
    eudDescription: "Every day",
    translations: { "fr-ca": { eudTitle: "Visites" }, "zh-Hant": { eudTitle: "造訪", eudDescription: "每天" } },
  };

  it("answers GET and LIST in the language that fits best, and says which, field by field", async () => {
    const record = await make(api, texts);
    const cases: [string | null, Json, Json][] = [
      [null, { eudTitle: "Visits", eudDescription: "Every day" }, { eudTitle: "en", eudDescription: "en" }],
      ["en-GB", { eudTitle: "Visits", eudDescription: "Every day" }, { eudTitle: "en", eudDescription: "en" }],
      ["fr-CA", { eudTitle: "Visites", eudDescription: "Every day" }, { eudTitle: "fr-CA", eudDescription: "en" }],
      ["fr", { eudTitle: "Visites", eudDescription: "Every day" }, { eudTitle: "fr-CA", eudDescription: "en" }],
      ["zh-TW", { eudTitle: "造訪", eudDescription: "每天" }, { eudTitle: "zh-Hant", eudDescription: "zh-Hant" }],
      ["ja", { eudTitle: "Visits", eudDescription: "Every day" }, { eudTitle: "en", eudDescription: "en" }],
      ["not a code", { eudTitle: "Visits" }, { eudTitle: "en", eudDescription: "en" }],
      ["", { eudTitle: "Visits" }, { eudTitle: "en", eudDescription: "en" }],
    ];
    for (const [languageCode, values, resolvedLanguages] of cases) {
      const language = languageCode === null ? {} : { languageCode };
      const expected = { ...values, resolvedLanguages };
      const one = await api.get<{ data: Json }>(path(record), { query: language });
      expect([languageCode, one.status, one.body.data]).toMatchObject([languageCode, 200, expected]);
      const filters = { fieldSlug: "id", operator: "eq", value: record.id };
      expect((await api.list(noun, { filters, ...language })).data).toMatchObject([expected]);
    }
  });

  it("shows an admin all translations, and marks those whose source changed until they are written again", async () => {
    const record = await make(api, texts);
    expect(record).toMatchObject({
      translations: { "fr-CA": { eudTitle: "Visites" }, "zh-Hant": { eudTitle: "造訪", eudDescription: "每天" } },
      translationStates: { "fr-CA": { eudTitle: { outdated: false } } },
    });
    const changed = await api.patch(path(record), { eudTitle: "Daily visits" });
    expect(changed.body).toMatchObject({
      data: {
        translations: { "fr-CA": { eudTitle: "Visites" } },
        translationStates: {
          "fr-CA": { eudTitle: { outdated: true } },
          "zh-Hant": { eudTitle: { outdated: true }, eudDescription: { outdated: false } },
        },
      },
    });
    await api.patch(path(record), {
      translations: { "FR-CA": { eudTitle: "Visites du jour" }, "zh-Hant": { eudDescription: null } },
    });
    const { translations, translationStates } = await api.read(noun, record.id);
    expect(translations).toEqual({ "fr-CA": { eudTitle: "Visites du jour" }, "zh-Hant": { eudTitle: "造訪" } });
    expect(translationStates).toEqual({
      "fr-CA": { eudTitle: { outdated: false } },
      "zh-Hant": { eudTitle: { outdated: true } },
    });
  });

  it("refuses what is no translation, and points at it", async () => {
    const record = await make(api, texts);
    const cases: [Json, string][] = [
      [{ fr_CA: { eudTitle: "x" } }, "/translations/fr_CA"],
      [{ und: { eudTitle: "x" } }, "/translations/und"],
      [{ en: { eudTitle: "x" } }, "/translations/en"],
      [{ fr: { name: "x" } }, "/translations/fr/name"],
      [{ fr: { eudMilestoneRewardTitle: "x" } }, "/translations/fr/eudMilestoneRewardTitle"],
      [{ fr: { eudTitle: "x".repeat(49) } }, "/translations/fr/eudTitle"],
      [{ fr: { eudDescription: "x".repeat(1025) } }, "/translations/fr/eudDescription"],
      [{ fr: { eudTitle: 5 } }, "/translations/fr/eudTitle"],
      [{ fr: "Visites" }, "/translations/fr"],
    ];
    for (const [translations, pointer] of cases)
      expectProblem(await api.patch(path(record), { translations }), 400, "invalid_request", pointer);
    const { detail } = expectProblem(
      await api.patch(path(record), { translations: { EN: { eudTitle: "x" } } }),
      400,
      "invalid_request",
    );
    expect(detail).toContain("en is the program's default language");
    expectProblem(await api.patch(path(record), { translations: null }), 400, "invalid_request", "/translations");
    expectProblem(
      await api.patch(path(record), { translationStates: {} }),
      400,
      "invalid_request",
      "/translationStates",
    );
    expect(await api.read(noun, record.id)).toMatchObject({ updatedAt: record["updatedAt"] });
  });

  it("shows a member the best text and its language, the ladder's too, and no translations", async () => {
    const record = await make(api, texts);
    await newMilestone(api, noun, record.id, 1, { eudTitle: "First", translations: { fr: { eudTitle: "Premier" } } });
    const member = await asMember(unique("reader"));
    const { body } = await member.get<{ data: Json }>(path(record), { query: { languageCode: "fr-CA" } });
    expect(body.data).toMatchObject({
      eudTitle: "Visites",
      resolvedLanguages: { eudTitle: "fr-CA", eudDescription: "en" },
      milestones: [{ eudTitle: "Premier", resolvedLanguages: { eudTitle: "fr" } }],
    });
    expect(JSON.stringify(body)).not.toContain("ranslation");
  });
});

describe("two who translate at once", () => {
  it("lose nothing of each other's", async () => {
    const record = await newStreak(api, { eudTitle: "Visits" });
    const languages = ["fr", "de", "it", "nl", "pl", "tr", "ru", "ar", "he", "hi"];
    const replies = await Promise.all(
      languages.map((language) =>
        api.patch(`/schema/streak/record/${record.id}`, { translations: { [language]: { eudTitle: language } } }),
      ),
    );
    expect(replies.map(({ status }) => status)).toEqual(languages.map(() => 200));
    const { translations } = await api.read("streak", record.id);
    expect(translations).toEqual(Object.fromEntries(languages.map((language) => [language, { eudTitle: language }])));
  });
});

describe("a reward in other languages", () => {
  async function earn(translations: Json, values: Json = {}) {
    const streak = await newStreak(api);
    const milestone = await newMilestone(api, "streak", streak.id, 1, {
      eudMilestoneRewardTitle: "Free coffee",
      ...instruction("Show it at the till. Valid till ", "."),
      translations,
    });
    const member = await newMember(api, { timeZone: "Asia/Tokyo", ...values });
    const { body } = await api.post<{ data: Json }>(
      "/schema/streak_log/record",
      streakLog(streak.id, { ownedById: member.id }),
    );
    const reward = body.data["achievedMilestoneRewardLog"] as WireRecord;
    return { milestone, reward, externalId: String(member["externalId"]) };
  }

  const widget = async (externalId: string, languageCode?: string) => {
    const query = languageCode === undefined ? "" : `?${new URLSearchParams({ languageCode })}`;
    const response = await fetch(`${inject("server").baseUrl}/widget/${await programId()}${query}`, {
      method: "POST",
      body: new URLSearchParams({ token: await signToken(externalId) }),
    });
    expect(response.status).toBe(200);
    return response.text();
  };

  it("reads its milestone in the language asked for, for admin and member, alone and in a list", async () => {
    const { reward, externalId } = await earn({ "pt-BR": { eudMilestoneRewardTitle: "Café grátis" } });
    const expected = {
      milestone: {
        eudMilestoneRewardTitle: "Café grátis",
        resolvedLanguages: { eudMilestoneRewardTitle: "pt-BR", eudMilestoneRewardInstructionMessage: "en" },
      },
    };
    const query = { languageCode: "pt" };
    for (const reader of [api, await asMember(externalId)]) {
      const { body } = await reader.get<{ data: Json }>(`/schema/reward_log/record/${reward.id}`, { query });
      expect(body.data).toMatchObject(expected);
      const filters = { fieldSlug: "id", operator: "eq", value: reward.id };
      expect((await reader.list("reward_log", { filters, ...query })).data).toMatchObject([expected]);
      expect(await reader.read("reward_log", reward.id)).toMatchObject({
        milestone: { eudMilestoneRewardTitle: "Free coffee" },
      });
    }
  });

  it("refuses an unknown variable in a translation with the nearest name", async () => {
    const { milestone } = await earn({});
    const translations = { de: instruction("Gültig bis {{rewardValidTil}} und ", ".") };
    const { errors } = expectProblem(
      await api.patch(`/schema/milestone/record/${milestone.id}`, { translations }),
      400,
      "invalid_request",
      "/translations/de/eudMilestoneRewardInstructionMessage",
    );
    expect(errors[0]?.message).toBe("has no variable {{rewardValidTil}}: did you mean {{rewardValidTill}}?");
  });

  it("is shown by the widget with the expiry as its reader writes it, fragments that fell back marked", async () => {
    const { reward, externalId } = await earn({
      he: { eudMilestoneRewardTitle: "קפה חינם", ...instruction("הציגו בקופה. בתוקף עד ", ".") },
      ja: instruction("レジで提示してください。有効期限は", "です。"),
      de: instruction("An der Kasse zeigen. Gültig bis ", "."),
    });
    await api.patch(`/schema/reward_log/record/${reward.id}`, { couponCode: "X" });
    const without = await widget(externalId, "ja");
    expect(without).toContain('dir="auto">レジで提示してください。</p>');

    await api.patch(`/schema/reward_log/record/${reward.id}`, { rewardExpiryAt: EXPIRY });
    const japanese = await widget(externalId, "ja-JP");
    expect(japanese).toContain("有効期限は2036/4/11 6:15:38です。");
    expect(japanese).toContain('<bdi lang="en" dir="ltr">Free coffee</bdi>');
    const german = await widget(externalId, "de-AT");
    expect(german).toContain('<html lang="de" dir="ltr"');
    expect(german).toContain('dir="auto">An der Kasse zeigen. Gültig bis 11.4.2036, 06:15:38.</p>');
    expect(german).toContain('<bdi lang="en" dir="ltr">Free coffee</bdi>');
    const hebrew = await widget(externalId, "iw");
    expect(hebrew).toContain('<bdi dir="auto">קפה חינם</bdi>');
    expect(hebrew).toContain("בתוקף עד \u206811.4.2036, 6:15:38\u2069.");
    expect(await widget(externalId, "%%%")).toContain('<html lang="en" dir="ltr"');
  });

  it("is shown in the member's own language when the page asks for none", async () => {
    const { externalId } = await earn({ fr: { eudMilestoneRewardTitle: "Café offert" } }, { languageCode: "fr-BE" });
    expect(await widget(externalId)).toContain('<bdi dir="auto">Café offert</bdi>');
    expect(await widget(externalId, "en")).toContain('<bdi dir="auto">Free coffee</bdi>');
  });
});
