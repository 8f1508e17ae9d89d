import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import messages from "../../messages/console/en.json" with { type: "json" };
import { countClicks } from "../count-clicks";
import { expect, test } from "../fixtures";
import { CampaignPage } from "../pages/campaign-page";
import { SettingsPage } from "../pages/settings-page";

const { campaign: texts, errors } = messages;
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const ICON = { name: "icon.png", mimeType: "image/png", base64: PNG };

const fileOf = ({ name, mimeType, base64 }: typeof ICON) => ({ name, mimeType, buffer: Buffer.from(base64, "base64") });

async function speak(page: Page, languages: string): Promise<void> {
  const settings = new SettingsPage(page);
  await settings.open();
  await settings.languages.fill(languages);
  await settings.save();
  await expect(settings.saved).toBeVisible();
}

test.beforeEach(async ({ ownerPage }) => speak(ownerPage, "en, ar"));

test("A streak with three milestones, an icon and two languages is one page, at most 18 clicks, without documentation.", async ({
  ownerPage,
}) => {
  const name = `Coffee run ${randomUUID().slice(0, 8)}`;
  const clicks = await countClicks(ownerPage);
  const streak = new CampaignPage(ownerPage, "streaks");
  await ownerPage.goto("/streaks");
  await ownerPage.getByRole("link", { name: messages.streaks.create }).click();
  await expect(streak.name).toBeFocused();
  await ownerPage.keyboard.type(name);

  const write = async (field: ReturnType<CampaignPage["text"]>, text: string) => {
    await field.click();
    await ownerPage.keyboard.type(text);
  };
  await write(streak.title, "A coffee a day");
  await write(streak.text("eudTitle", { language: "Arabic" }), "قهوة كل يوم");
  const choosing = ownerPage.waitForEvent("filechooser");
  await streak.part(texts.shown).getByRole("button", { name: texts.icon.choose }).first().click();
  await (await choosing).setFiles(fileOf(ICON));
  await expect(streak.part(texts.shown).getByRole("img", { name: texts.icon.picture })).toBeVisible();
  for (const [target, reward, arabic] of [
    ["3", "A cookie", "كعكة"],
    ["5", "A coffee", "قهوة"],
    ["7", "A breakfast", "فطور"],
  ] as const) {
    const rung = await streak.addMilestone();
    await expect(streak.target(rung)).toBeFocused();
    await ownerPage.keyboard.press("ControlOrMeta+a");
    await ownerPage.keyboard.type(target);
    await write(streak.text("eudMilestoneRewardTitle", { within: rung }), reward);
    await write(streak.text("eudMilestoneRewardTitle", { within: rung, language: "Arabic" }), arabic);
  }
  await streak.save();
  await expect(ownerPage.getByRole("heading", { name, level: 1 })).toBeVisible();
  expect(await clicks()).toBeLessThanOrEqual(18);

  await ownerPage.reload();
  await expect(streak.rungs).toHaveCount(3);
  await expect(streak.rungs.nth(1)).toContainText("5");
  await expect(streak.rungs.nth(1)).toContainText("A coffee");
  await expect(streak.text("eudTitle", { language: "Arabic" })).toHaveValue("قهوة كل يوم");
  await expect(streak.part(texts.shown).getByRole("img", { name: texts.icon.picture })).toBeVisible();
  await expect(streak.preview.getByRole("heading", { name: "A coffee a day" })).toBeVisible();
});

test("Beside the form, the real widget renders the unsaved values within 300 ms of a keystroke; language, direction, light/dark, phone/desktop and member state (start, midway, done, code issued, expired) can be switched.", async ({
  ownerPage,
}) => {
  const streak = new CampaignPage(ownerPage, "streaks");
  await streak.open("new");
  const { preview, page } = streak;
  await streak.title.fill("Morning walk");
  await expect(preview.getByRole("heading", { name: "Morning walk" })).toBeVisible();
  await streak.text("eudTitle", { language: "Arabic" }).fill("مشي الصباح");
  const rung = await streak.addMilestone();
  await streak.text("eudMilestoneRewardTitle", { within: rung }).fill("New shoes");
  await expect(preview.getByText("New shoes").first()).toBeVisible();

  await test.step("member state", async () => {
    const { members } = texts.preview;
    const reward = preview.locator("[data-reward]");
    await expect(reward).toHaveCount(0);
    await streak.choosePreview("member", members.done);
    await expect(reward).toHaveAttribute("data-state", "pending");
    await streak.choosePreview("member", members.issued);
    await expect(reward).toHaveAttribute("data-state", "issued");
    await expect(preview.getByText(/redeem your reward! Valid till \d/)).toBeVisible();
    await streak.choosePreview("member", members.expired);
    await expect(reward).toHaveAttribute("data-state", "expired");
    await streak.choosePreview("member", members.start);
    await expect(reward).toHaveCount(0);
    await streak.choosePreview("member", members.midway);
    await expect(preview.getByText("3 days").first()).toBeVisible();
  });
  await test.step("language and direction", async () => {
    const root = preview.locator("html");
    await streak.choosePreview("language", "Arabic");
    await expect(root).toHaveAttribute("lang", "ar");
    await expect(root).toHaveAttribute("dir", "rtl");
    await expect(preview.getByRole("heading", { name: "مشي الصباح" })).toBeVisible();
    await streak.choosePreview("direction", texts.preview.directions.ltr);
    await expect(root).toHaveAttribute("dir", "ltr");
  });
  await test.step("light and dark, phone and desktop", async () => {
    const root = preview.locator("html");
    const light = await root.evaluate((element) => getComputedStyle(element).backgroundColor);
    await streak.switchPreview(texts.preview.schemes.dark);
    await expect(root).not.toHaveCSS("background-color", light);
    await expect(streak.previewFrame).toHaveCSS("width", "375px");
    await streak.switchPreview(texts.preview.devices.desktop);
    await expect(streak.previewFrame).toHaveCSS("width", "760px");
  });
  await test.step("the address holds it all", async () => {
    await expect(page).toHaveURL(/shown=ar/);
    await page.reload();
    await expect(preview.locator("html")).toHaveAttribute("dir", "ltr");
    await expect(preview.locator("html")).toHaveAttribute("lang", "ar");
  });
});

test("Icon: drop, paste or choose; preview; a refusal is one sentence that says how to fix it.", async ({
  ownerPage,
}) => {
  const streak = new CampaignPage(ownerPage, "streaks");
  await streak.open("new");
  const shown = streak.part(texts.shown);
  const picture = shown.getByRole("img", { name: texts.icon.picture });
  const said = shown.getByRole("alert").first();
  const choose = (name: string, buffer: Buffer) =>
    shown.locator("input[type=file]").first().setInputFiles({ name, mimeType: "image/png", buffer });
  const { refused } = texts.icon;

  await choose("big.png", Buffer.alloc(102_401));
  await expect(said).toHaveText(refused.payload_too_large.replace("{size, number}", "101"));
  await choose("text.png", Buffer.from("not an image at all"));
  await expect(said).toHaveText(refused.unsupported_media_type);
  await choose("evil.svg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script'));
  await expect(said).toHaveText(errors.icon_unclean);
  await expect(picture).toBeHidden();

  for (const how of ["drop", "paste"] as const) {
    await streak.bring(how, ICON);
    await expect(picture).toBeVisible();
    await expect(said).toHaveText("");
    await expect(streak.preview.locator("img").first()).toHaveAttribute("src", /^\/icons\//);
    await shown.getByRole("button", { name: texts.icon.remove }).click();
    await expect(picture).toBeHidden();
  }
  await choose("icon.png", fileOf(ICON).buffer);
  await expect(picture).toBeVisible();
  await expect(streak.preview.locator("img").first()).toHaveJSProperty("naturalWidth", 1);
});

test("a campaign's page loses nothing of its ladder and translations on reload, Back or a failed save", async ({
  ownerPage,
}) => {
  const name = `Kept ${randomUUID().slice(0, 8)}`;
  const challenge = new CampaignPage(ownerPage, "challenges");
  await challenge.open("new");
  await challenge.name.fill(name);
  await challenge.text("eudTitle", { language: "Arabic" }).fill("تحدي الشهر");
  const rung = await challenge.addMilestone();
  await challenge.target(rung).fill("2.5");
  await challenge.text("eudTitle", { within: rung }).fill("Halfway there");
  await challenge.text("eudTitle", { within: rung }).blur();

  const kept = async () => {
    await expect(challenge.restored).toBeVisible();
    await expect(challenge.name).toHaveValue(name);
    await expect(challenge.text("eudTitle", { language: "Arabic" })).toHaveValue("تحدي الشهر");
    await expect(challenge.rungs).toContainText("Halfway there");
  };
  await ownerPage.reload();
  await kept();
  await ownerPage.goto("/streaks");
  await ownerPage.goBack();
  await kept();

  await challenge.title.fill("x".repeat(49));
  await challenge.save();
  await expect(challenge.title).toBeFocused();
  await expect(challenge.title).toHaveAccessibleDescription(/At most 48 characters/);
  await ownerPage.reload();
  await kept();
  await challenge.title.fill("Once a month");
  await challenge.save();
  await expect(ownerPage.getByRole("heading", { name, level: 1 })).toBeVisible();
  await challenge.open("new");
  await expect(challenge.name).toHaveValue("");
});

test("a streak is made by keyboard alone", async ({ ownerPage }) => {
  const name = `Keys ${randomUUID().slice(0, 8)}`;
  const streak = new CampaignPage(ownerPage, "streaks");
  const { keyboard } = ownerPage;
  await streak.open("new");
  await expect(streak.name).toBeFocused();
  await keyboard.type(name);
  const tabTo = async (target: ReturnType<CampaignPage["button"]>) => {
    for (let presses = 0; presses < 80; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press("Tab");
    }
    throw new Error("the keyboard does not get there");
  };
  await tabTo(streak.button(texts.addMilestone));
  await keyboard.press("Enter");
  await expect(streak.target(streak.rungs.first())).toBeFocused();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(ownerPage.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(streak.rungs).toContainText("6");
});
