import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { listAuditEntries } from "@/db/queries/audit-entries";
import { openTestDatabase } from "@/db/testing/test-database";
import { newColleague } from "@/lib/auth/testing/team";
import { newTenant } from "@/lib/auth/testing/tenant";
import { saveCampaign } from "@/lib/services/campaigns/save-campaign";
import { csvText } from "@/lib/services/csv/csv-text";
import { getStreak } from "@/lib/services/streaks/get-streak";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { exportTexts } from "./export-texts";
import { importTexts } from "./import-texts";
import type { TextResult } from "./text-result";

const NOW = "2026-04-20T12:00:00Z";
const COLUMNS = ["slug", "id", "field", "source", "translation"];

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function start() {
  const tenant = await newTenant(database.db, { languages: ["en", "fr"] });
  const { id } = await saveCampaign(tenant.at(NOW), {
    slug: "streak",
    id: null,
    values: {
      name: "Daily",
      description: "D",
      status: "live",
      aggregationTargetValue: 1,
      completionTargetValue: 7,
      eudTitle: "-10% a day",
      eudDescription: "One\nTwo; three",
      translations: { fr: { eudDescription: "Vieux" } },
    },
    milestones: [
      { values: { name: "One", description: "D", milestoneTargetValue: 1, status: "live", eudTitle: "One" } },
    ],
  });
  await updateStreak(tenant.at(NOW), { id, patch: { eudDescription: "Two\nThree; four" } });
  const translator = (await newColleague(database.db, tenant, "translator")).at(NOW);
  return { tenant, id, translator };
}
type Started = Awaited<ReturnType<typeof start>>;

async function textOf({ translator }: Started, format: "json" | "csv", which: "open" | "all" = "open") {
  let text = "";
  for await (const piece of await exportTexts(translator, "fr", { format, which })) text += piece;
  return text;
}

const send = ({ translator }: Started, text: string, dryRun = false) =>
  importTexts(translator, { file: new TextEncoder().encode(text), language: "fr", dryRun });

const said = ({ line, field, outcome, problem }: TextResult) => [line, field, problem?.code ?? outcome];

interface Text {
  slug: string;
  id: string;
  field: string;
  source: string;
  state: string;
  translation: string;
}
const readCsvTexts = (text: string) => parse(text, { bom: true, columns: true }) as Text[];

describe("texts for a translator", () => {
  it("go out as CSV and as JSON: what is missing or outdated, from what, and what it says so far", async () => {
    const started = await start();
    const csv = readCsvTexts(await textOf(started, "csv"));
    expect(csv.map(({ slug, field, state, source, translation }) => [slug, field, state, source, translation])).toEqual(
      [
        ["streak", "eudDescription", "outdated", "Two\nThree; four", "Vieux"],
        // A spreadsheet would take it for a formula.
        ["streak", "eudTitle", "missing", "'-10% a day", ""],
        [
          "milestone",
          "eudMilestoneRewardInstructionMessage",
          "missing",
          "Use the offer code at checkout to redeem your reward! Valid till {{rewardValidTill}}.",
          "",
        ],
        ["milestone", "eudTitle", "missing", "One", ""],
      ],
    );
    const json = JSON.parse(await textOf(started, "json"));
    expect(json).toMatchObject({ language: "fr", texts: [{ translation: "Vieux" }, { source: "-10% a day" }, {}, {}] });
  });

  it("go out with those that are done, when all are asked for", async () => {
    const started = await start();
    const { id, tenant } = started;
    await updateStreak(tenant.at(NOW), { id, patch: { translations: { fr: { eudTitle: "-10 % par jour" } } } });
    const all = readCsvTexts(await textOf(started, "csv", "all")).map(({ field, state }) => `${field} ${state}`);
    expect(all).toContain("eudTitle done");
    const open = readCsvTexts(await textOf(started, "csv")).map(({ field, state }) => `${field} ${state}`);
    expect(open).toEqual(all.filter((text) => !text.endsWith("done")));
    const whole = await textOf(started, "json", "all");
    expect((await send(started, whole)).map(({ outcome }) => outcome)).toContain("unchanged");
  });

  it.each(["csv", "json"] as const)(
    "come back as %s: a dry run and the import agree, and the second changes nothing",
    async (format) => {
      const started = await start();
      const texts = readCsvTexts(await textOf(started, "csv"));
      const filled = texts.map((text, position) => ({
        ...text,
        translation: position === 3 ? "" : `Texte ${position}`,
      }));
      const file =
        format === "json"
          ? JSON.stringify({
              language: "fr",
              texts: filled.map((one) => ({ ...one, source: one.source.replace("'-", "-") })),
            })
          : csvText([COLUMNS, ...filled.map((one) => COLUMNS.map((column) => one[column as keyof Text]))], {
              withMark: true,
              separator: ";",
            });
      const before = await getStreak(started.translator, started.id);
      const dry = await send(started, file, true);
      expect(dry.map(({ outcome }) => outcome)).toEqual(["changed", "changed", "changed", "skipped"]);
      expect(dry[0]).toMatchObject({ name: "Daily", before: "Vieux", after: "Texte 0" });
      expect(await getStreak(started.translator, started.id)).toEqual(before);
      expect(await send(started, file)).toEqual(dry);
      expect(await getStreak(started.translator, started.id)).toMatchObject({
        translations: { fr: { eudTitle: "Texte 1", eudDescription: "Texte 0" } },
        translationStates: { fr: { eudDescription: { outdated: false } } },
      });
      expect((await send(started, file)).map(({ outcome }) => outcome)).toEqual([
        "unchanged",
        "unchanged",
        "unchanged",
        "skipped",
      ]);
      const trail = await listAuditEntries(started.translator.scope, database.db, 50);
      // One for each record: streak and milestone.
      expect(
        trail
          .filter(({ actorKind }) => actorKind === "user")
          .map(({ slug }) => slug)
          .sort(),
      ).toEqual(["milestone", "streak"]);
    },
  );

  it("are refused one by one, with the line, the column and the reason", async () => {
    const started = await start();
    const { id, tenant } = started;
    const texts = readCsvTexts(await textOf(started, "csv"));
    const milestoneId = texts[3]?.id ?? "";
    await updateStreak(tenant.at(NOW), { id, patch: { eudTitle: "20% a day" } });
    const instruction = "eudMilestoneRewardInstructionMessage";
    const file = csvText([
      COLUMNS,
      ["streak", id, "eudTitle", "-10% a day", "-10 % par jour"],
      ["streak", id, "eudDescription", "Two\nThree; four", "Deux"],
      ["streak", id, "eudDescription", "Two\nThree; four", "Trois"],
      ["milestone", milestoneId, instruction, texts[2]?.source ?? "", "Jusqu'au {{rewardValidTil}}."],
      ["milestone", milestoneId, "eudTitle", "One", "x".repeat(49)],
      ["milestone", milestoneId, "name", "One", "Un"],
      ["streak", milestoneId, "eudTitle", "One", "Un"],
      ["colour", "red", "eudTitle", "One", "Un"],
    ]);
    const results = await send(started, `${file}"streak`);
    expect(results.map(said)).toEqual([
      [2, "eudTitle", "source_changed"],
      [3, "eudDescription", "changed"],
      [5, "eudDescription", "text_repeated"],
      [7, instruction, "unknown_variable"],
      [8, "eudTitle", "text_too_long"],
      [9, "name", "field_unknown"],
      [10, "eudTitle", "record_not_found"],
      [11, "eudTitle", "record_not_found"],
      [12, "", "csv_broken"],
    ]);
    expect(results[0]?.problem).toMatchObject({ column: "source", params: { source: "20% a day" } });
    expect(results[3]?.problem).toMatchObject({
      column: "translation",
      params: { name: "rewardValidTil", nearest: "rewardValidTill" },
      message: "There is no variable {{rewardValidTil}}: did you mean {{rewardValidTill}}?",
    });
    expect(results[4]?.problem?.message).toBe("The translation must be at most 48 characters.");
  });

  it("are refused as a whole: another language, no file of texts, no translator", async () => {
    const started = await start();
    const { translator, tenant } = started;
    const file = new TextEncoder().encode('{"language":"de","texts":[]}');
    for (const [language, bytes] of [
      ["fr", file],
      ["en", file],
      ["!", file],
      ["fr", new TextEncoder().encode("a,b\n1,2")],
      ["fr", new TextEncoder().encode("")],
      ["fr", new TextEncoder().encode("{")],
      // As a spreadsheet of the last century saves it: é is one byte.
      ["fr", Uint8Array.from([...`${COLUMNS.join(",")}\nstreak,1,eudTitle,One,caf\u00e9`].map((c) => c.charCodeAt(0)))],
    ] as const)
      await expect(importTexts(translator, { file: bytes, language, dryRun: true })).rejects.toMatchObject({
        code: "invalid_request",
      });
    await expect(exportTexts(translator, "en", { format: "csv", which: "all" })).rejects.toMatchObject({
      code: "invalid_request",
    });
    const viewer = (await newColleague(database.db, tenant, "viewer")).at(NOW);
    await expect(importTexts(viewer, { file, language: "de", dryRun: true })).rejects.toMatchObject({
      code: "forbidden",
    });
    const huge = new Uint8Array(5_000_001);
    await expect(importTexts(translator, { file: huge, language: "fr", dryRun: true })).rejects.toMatchObject({
      code: "payload_too_large",
    });
  });
});
