import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { TextImportPage } from "../pages/text-import-page";
import type { ProgramApi } from "../program-api";

interface Text {
  id: string;
  field: string;
  state: string;
  source: string;
  translation: string;
}

/** A streak with a text that Icelandic lacks and one that it has of an older source, and a milestone. */
async function createTexts(api: ProgramApi) {
  const suffix = randomUUID().slice(0, 8);
  const streak = await api.create("streak", {
    name: `Tea ${suffix}`,
    description: "A tea a day",
    status: "draft",
    aggregationTargetValue: 1,
    completionTargetValue: 7,
    eudTitle: `Tea ${suffix}`,
    eudDescription: "One tea",
    translations: { is: { eudDescription: "Eitt te" } },
  });
  const milestone = await api.create("milestone", {
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: streak.id,
    name: `Cup ${suffix}`,
    description: "A cup",
    milestoneTargetValue: 1,
    status: "draft",
  });
  await api.update("streak", streak.id, { eudDescription: "Two teas" });
  return { suffix, streak: streak.id, milestone: milestone.id };
}

test("Export missing or outdated texts as JSON or CSV for a translator, import with the same kind of dry run.", async ({
  api,
  ownerPage,
}) => {
  const { suffix, streak, milestone } = await createTexts(api);
  const files = new TextImportPage(ownerPage);
  const inIcelandic = async (slug: string, id: string) => (await api.get(slug, id))["translations"];
  let own: Text[] = [];
  let failed = "";

  await test.step("out: what is missing or outdated, as CSV and JSON", async () => {
    await ownerPage.goto("/translations?language=is");
    const csv = await files.export("open", "CSV");
    expect(csv).toContain(`streak,${streak},eudDescription,Tea ${suffix},outdated,Two teas,Eitt te`);
    expect(csv).toContain(`streak,${streak},eudTitle,Tea ${suffix},missing,Tea ${suffix},\r\n`);
    const { language, texts } = JSON.parse(await files.export("open", "JSON"));
    expect(language).toBe("is");
    own = (texts as Text[]).filter(({ id }) => id === streak || id === milestone);
    expect(own.map(({ field, state }) => `${field} ${state}`)).toEqual([
      "eudDescription outdated",
      "eudTitle missing",
      "eudMilestoneRewardInstructionMessage missing",
    ]);
  });

  const answers = ["Tvö te", `Te ${suffix}`, "Gildir til {{rewardValidTil}}."];
  const file = () =>
    JSON.stringify({ language: "is", texts: own.map((text, at) => ({ ...text, translation: answers[at] })) });

  await test.step("a look at it: what would change, and what is left out, where and why", async () => {
    await ownerPage.getByRole("link", { name: "Import" }).click();
    await files.choose("translated.json", file());
    await expect(files.count("will change")).toHaveText("2");
    await expect(files.changes).toContainText([/1.*Tea.*Description.*Eitt te.*Tvö te/s, /2.*Title.*None.*Te /s]);
    await expect(files.failures).toHaveText(
      /3.*Cup.*How to use the reward.*\{\{rewardValidTil}}.*translation.*There is no variable \{\{rewardValidTil}}\. Write \{\{rewardValidTill}}\./s,
    );
    expect(await inIcelandic("streak", streak)).toEqual({ is: { eudDescription: "Eitt te" } });
  });

  await test.step("a save that fails leaves the file where it is, and nothing half done", async () => {
    await ownerPage.route("**/data/texts?*commit=true*", (route) => route.abort());
    await files.submit(2).click();
    await expect(ownerPage.getByRole("alert").filter({ hasText: "Try again in a moment" })).toBeVisible();
    await expect(ownerPage.getByText("translated.json")).toBeVisible();
    expect(await inIcelandic("streak", streak)).toEqual({ is: { eudDescription: "Eitt te" } });
    await ownerPage.unroute("**/data/texts?*commit=true*");
  });

  await test.step("in: what can be taken, in one go", async () => {
    await files.submit(2).click();
    await expect(ownerPage.getByText("2 translations are imported.")).toBeVisible();
    expect(await inIcelandic("streak", streak)).toEqual({ is: { eudDescription: "Tvö te", eudTitle: `Te ${suffix}` } });
    expect(await inIcelandic("milestone", milestone)).toEqual({});
    failed = await files.downloadFailures();
    expect(failed).toContain("Write {{rewardValidTill}}.");
  });

  await test.step("what was left out, corrected; and the same file again changes nothing", async () => {
    await files.choose("translated-left-out.csv", failed.replace("{{rewardValidTil}}.,", "{{rewardValidTill}}.,"));
    await files.submit(1).click();
    await expect(ownerPage.getByText("1 translation is imported.")).toBeVisible();
    expect(await inIcelandic("milestone", milestone)).toEqual({
      is: { eudMilestoneRewardInstructionMessage: "Gildir til {{rewardValidTill}}." },
    });
    answers[2] = "Gildir til {{rewardValidTill}}.";
    await files.choose("again.json", file());
    await expect(files.count("are there already")).toHaveText("3");
    await expect(ownerPage.getByText("There is nothing to import from this file.")).toBeVisible();
  });

  await test.step("a file that is none is refused as a whole", async () => {
    await files.choose("other.json", '{"language":"fr","texts":[]}');
    await expect(ownerPage.getByRole("alert").filter({ hasText: "The file is of another language." })).toBeVisible();
  });
});
