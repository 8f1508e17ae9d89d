import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { counting } from "@/db/testing/counting";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { csvText } from "@/lib/services/csv/csv-text";
import { getStreak } from "@/lib/services/streaks/get-streak";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { importTexts } from "./import-texts";
import { newStreaks, textFileOf } from "./testing/text-files";

const NOW = "2026-04-20T12:00:00Z";
const HEADER = ["slug", "id", "field", "source", "translation"];

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a file of very many texts", () => {
  it.each(["json", "csv"] as const)(
    "is taken as %s up to 20,000, and refused with the limit beyond",
    async (format) => {
      const context = (await newTenant(database.db)).at(NOW);
      const texts = Array.from({ length: 20_000 }, (_, position) => ({
        slug: "milestone",
        id: randomUUID(),
        field: "eudTitle",
        source: "One",
        translation: `Un ${position}`,
      }));
      const file = (count: number) => {
        const some = [...texts, ...texts].slice(0, count);
        return bytes(
          format === "json"
            ? JSON.stringify({ language: "fr", texts: some })
            : csvText([HEADER, ...some.map((one) => Object.values(one))]),
        );
      };
      const results = await importTexts(context, { file: file(20_000), language: "fr", dryRun: false });
      expect(results).toHaveLength(20_000);
      expect(new Set(results.map(({ problem }) => problem?.code))).toEqual(new Set(["record_not_found"]));
      await expect(importTexts(context, { file: file(20_001), language: "fr", dryRun: true })).rejects.toMatchObject({
        code: "invalid_request",
        params: {
          errors: [
            {
              code: "too_many_texts",
              message: "the file has more than 20,000 texts: import it in parts",
            },
          ],
        },
      });
    },
  );

  it("is counted before its texts are looked at", async () => {
    const context = (await newTenant(database.db)).at(NOW);
    const file = bytes(JSON.stringify({ language: "fr", texts: Array(20_001).fill(1) }));
    await expect(importTexts(context, { file, language: "fr", dryRun: true })).rejects.toMatchObject({
      params: { errors: [{ code: "too_many_texts" }] },
    });
  });

  it("is looked at in as many statements as one of a single text", async () => {
    const tenant = await newTenant(database.db);
    const ids = await newStreaks(tenant.at(NOW), 12);
    const statements = async (some: string[]) => {
      const counted = counting(database.db);
      const file = textFileOf(
        "fr",
        some.map((id) => ({ id, translation: "Un" })),
      );
      const results = await importTexts({ ...tenant.at(NOW), db: counted.db }, { file, language: "fr", dryRun: true });
      expect(results.map(({ outcome }) => outcome)).toEqual(some.map(() => "changed"));
      return counted.count();
    };
    expect([await statements(ids.slice(0, 1)), await statements(ids)]).toEqual([1, 1]);
  });
});

describe("a text that cannot be kept", () => {
  it("of a language too many names the language, and changes nothing", async () => {
    const context = (await newTenant(database.db)).at(NOW);
    const [id = ""] = await newStreaks(context, 1);
    const languages = Array.from({ length: 50 }, (_, position) => `q${letter(position)}`);
    const translations = Object.fromEntries(languages.map((language) => [language, { eudTitle: "x" }]));
    await updateStreak(context, { id, patch: { translations } });
    for (const dryRun of [true, false])
      expect(
        await importTexts(context, { file: textFileOf("fr", [{ id, translation: "Un" }]), language: "fr", dryRun }),
      ).toMatchObject([
        { outcome: "failed", problem: { code: "too_many_languages", column: null, value: "fr", params: { max: 50 } } },
      ]);
    expect(await getStreak(context, id)).toMatchObject({ translations });
    const [known = ""] = languages;
    const file = textFileOf(known, [{ id, translation: "y" }]);
    expect(await importTexts(context, { file, language: known, dryRun: false })).toMatchObject([
      { outcome: "changed" },
    ]);
  });

  it("is told without a developer's words: characters, and an icon, which is no text", async () => {
    const context = (await newTenant(database.db)).at(NOW);
    const [id = ""] = await newStreaks(context, 1);
    const file = textFileOf("fr", [
      { id, translation: "Un\0" },
      { id, field: "eudIcon", source: "", translation: "red" },
    ]);
    const results = await importTexts(context, { file, language: "fr", dryRun: true });
    expect(results.map(({ problem }) => [problem?.code, problem?.column, problem?.params])).toEqual([
      ["text_invalid", "translation", {}],
      ["field_unknown", "field", {}],
    ]);
  });

  it.each(["und", "de-u-ca-gregory", "x-shop"])(
    "of %s, in which no text is written, is refused with its file",
    async (language) => {
      const context = (await newTenant(database.db)).at(NOW);
      await expect(
        importTexts(context, { file: textFileOf(language, []), language, dryRun: true }),
      ).rejects.toMatchObject({ code: "invalid_request", params: { errors: [{ code: "no_language" }] } });
    },
  );
});

const letter = (position: number) =>
  `${String.fromCharCode(97 + Math.floor(position / 20))}${String.fromCharCode(97 + (position % 20))}`;
