import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { HomePage } from "../pages/home-page";
import { OpenTextsPage } from "../pages/open-texts-page";
import { SettingsPage } from "../pages/settings-page";

test("Every untranslated Arabic text within two clicks of home.", async ({ api, ownerPage }) => {
  const settings = new SettingsPage(ownerPage);
  await settings.open();
  await settings.languages.fill("en, de, ar");
  await settings.save();
  await expect(settings.saved).toBeVisible();
  const suffix = randomUUID().slice(0, 8);
  const streak = await api.create("streak", {
    name: `Tea ${suffix}`,
    description: "A tea a day",
    status: "draft",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 7,
    eudTitle: `A tea a day ${suffix}`,
  });
  await api.create("milestone", {
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: streak.id,
    name: `Cup ${suffix}`,
    description: "A cup",
    milestoneTargetValue: 1,
    status: "draft",
  });

  await new HomePage(ownerPage).open();
  const texts = new OpenTextsPage(ownerPage);
  await ownerPage.getByRole("link", { name: "Arabic" }).click();
  await expect(texts.heading).toBeVisible();
  await texts.goTo(`Cup ${suffix}`);

  const title = texts.record(`Tea ${suffix}`);
  await expect(title).toContainText(`A tea a day ${suffix}`);
  await texts.translate(title, "شاي كل يوم");
  await expect(title).toHaveCount(0);
  await expect(texts.field(texts.record(`Cup ${suffix}`))).toBeFocused();
  const read = await api.read("streak", streak.id, "ar");
  expect(read).toMatchObject({ eudTitle: "شاي كل يوم", resolvedLanguages: { eudTitle: "ar" } });

  const instruction = texts.record(`Cup ${suffix}`);
  await texts.translate(instruction, "استخدم الرمز حتى {{rewardValidTil}}.");
  await expect(texts.field(instruction)).toHaveAccessibleDescription(
    "There is no variable {{rewardValidTil}}. Write {{rewardValidTill}}.",
  );
  await texts.translate(instruction, "استخدم الرمز حتى {{rewardValidTill}}.");
  await expect(instruction).toHaveCount(0);

  await api.update("streak", streak.id, { eudTitle: `Two teas a day ${suffix}` });
  await ownerPage.reload();
  await texts.goTo(`Tea ${suffix}`);
  await expect(title).toContainText("Outdated");
  await expect(texts.field(title)).toHaveValue("شاي كل يوم");
  await texts.choose(/German/);
  await expect(ownerPage).toHaveURL(/language=de/);
  await texts.goTo(`Tea ${suffix}`);
  await expect(title).toContainText("Missing");

  await test.step("one of an older source is not taken for one of the new", async () => {
    const german = async () => (await api.get("streak", streak.id))["translationStates"];
    await api.update("streak", streak.id, { eudTitle: `Three teas a day ${suffix}` });
    await texts.translate(title, "Zwei Tees am Tag");
    await expect(title.getByRole("alert")).toContainText("The source has changed in the meantime");
    await expect(title).toContainText(`Three teas a day ${suffix}`);
    await expect(texts.field(title)).toHaveValue("Zwei Tees am Tag");
    expect(await german()).not.toHaveProperty("de");
    await texts.translate(title, "Drei Tees am Tag");
    await expect(title).toHaveCount(0);
    expect(await german()).toMatchObject({ de: { eudTitle: { outdated: false } } });

    // Nor when the list was read anew while it was typed.
    await api.update("streak", streak.id, { eudTitle: `Four teas a day ${suffix}` });
    await ownerPage.reload();
    await texts.goTo(`Tea ${suffix}`);
    await expect(title).toContainText(`Four teas a day ${suffix}`);
    await texts.field(title).fill("Vier Tees am Tag");
    await api.update("streak", streak.id, { eudTitle: `Five teas a day ${suffix}` });
    await texts.translate(instruction, "Gültig bis {{rewardValidTill}}.");
    await expect(title).toContainText(`Five teas a day ${suffix}`);
    await texts.translate(title, "Vier Tees am Tag!");
    await expect(title.getByRole("alert")).toContainText("The source has changed in the meantime");
    expect(await german()).toMatchObject({ de: { eudTitle: { outdated: true } } });
  });
});
