import { randomUUID } from "node:crypto";
import messages from "../../messages/console/en.json" with { type: "json" };
import { expect, test } from "../fixtures";
import { CampaignPage } from "../pages/campaign-page";
import { SettingsPage } from "../pages/settings-page";
import type { ProgramApi } from "../program-api";

const { campaign: texts, formErrors, milestones: milestoneTexts, statuses } = messages;

async function makeStreak(api: ProgramApi, status = "live") {
  const streak = await api.create("streak", {
    name: `Tea ${randomUUID().slice(0, 8)}`,
    description: "A tea a day",
    status,
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 7,
    eudTitle: "A tea a day",
    eudDescription: "Drink tea",
  });
  const milestoneId = await addMilestone(api, streak.id, 1);
  return { ...streak, name: String(streak["name"]), milestoneId };
}

async function addMilestone(api: ProgramApi, streakId: string, milestoneTargetValue: number): Promise<string> {
  const milestone = await api.create("milestone", {
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: streakId,
    name: "First tea",
    description: "One day",
    milestoneTargetValue,
    status: "live",
    eudTitle: "First tea",
  });
  return milestone.id;
}

async function drink(api: ProgramApi, streakId: string): Promise<void> {
  await api.create("streak_log", {
    streakId,
    ownedBy: { externalId: `drinker-${randomUUID()}` },
    activityAt: new Date().toISOString(),
    activityId: "drank_tea",
    uniqueIdentifier: randomUUID(),
  });
}

test.beforeEach(async ({ ownerPage }) => {
  const settings = new SettingsPage(ownerPage);
  await settings.open();
  await settings.languages.fill("en, ar");
  await settings.save();
  await expect(settings.saved).toBeVisible();
});

test("Source and translations side by side; each field done, falling back (showing the text the member will really get and its language) or outdated; completeness per language counts only what the widget can show; a mistyped `{{variable}}` blocks the save and names the right one.", async ({
  api,
  ownerPage,
}) => {
  const { id } = await makeStreak(api);
  const streak = new CampaignPage(ownerPage, "streaks");
  await streak.open(id);
  const title = streak.text("eudTitle", { language: "Arabic" });
  const arabic = streak.languages.getByRole("radio", { name: /Arabic/ });

  await test.step("a missing text falls back, and says to what", async () => {
    await expect(title).toHaveAccessibleDescription(/Falls back. Members read \(English\):\s*A tea a day/);
    // Title and description of the streak, title and instruction of the milestone: what is empty is not to be shown.
    await expect(arabic).toHaveText("Arabic 0/4");
  });
  await test.step("a translated text is done", async () => {
    await title.fill("شاي كل يوم");
    await expect(title).toHaveAccessibleDescription(texts.stateDone);
    await expect(arabic).toHaveText("Arabic 1/4");
    await streak.save();
    await expect(streak.saved).toBeVisible();
  });
  await test.step("a changed source makes it outdated, until somebody says that it is still right", async () => {
    await streak.title.fill("One tea a day");
    await expect(title).toHaveAccessibleDescription(texts.stateOutdated);
    await expect(arabic).toHaveText("Arabic 0/4");
    await streak.save();
    await ownerPage.reload();
    await expect(title).toHaveAccessibleDescription(texts.stateOutdated);
    await streak.button(texts.stillRight).click();
    await expect(title).toHaveAccessibleDescription(texts.stateDone);
    await streak.save();
    await expect(streak.saved.first()).toBeVisible();
    await ownerPage.reload();
    await expect(title).toHaveAccessibleDescription(texts.stateDone);
  });
  await test.step("what the widget cannot show does not count", async () => {
    await streak.toggle(streak.rungs.first());
    await streak.rungs.first().getByRole("button", { name: texts.milestoneStatus }).click();
    await ownerPage.getByRole("option", { name: statuses.paused }).click();
    await expect(arabic).toHaveText("Arabic 1/2");
  });
  await test.step("a mistyped variable is told at once, and blocks the save", async () => {
    const instruction = streak.text("eudMilestoneRewardInstructionMessage", {
      within: streak.rungs.first(),
      language: "Arabic",
    });
    await instruction.fill("حتى {{rewardValidTil}}");
    const wrong = formErrors.unknownVariable
      .replace("'{{'{name}'}}'", "{{rewardValidTil}}")
      .replace("'{{'{nearest}'}}'", "{{rewardValidTill}}");
    await expect(instruction).toHaveAccessibleDescription(new RegExp(wrong.replace(/[{}.]/g, "\\$&")));
    await streak.save();
    await expect(instruction).toBeFocused();
    await instruction.fill("حتى {{rewardValidTill}}");
    await streak.save();
    await expect(streak.saved.first()).toBeVisible();
    await expect(instruction).not.toHaveAttribute("aria-invalid");
  });
});

test("Only the legal buttons; the confirmation says what will happen: members in progress, streaks that will break while it is paused, rewards pending and still valid, languages incomplete.", async ({
  api,
  ownerPage,
}) => {
  const { id, name } = await makeStreak(api, "draft");
  const streak = new CampaignPage(ownerPage, "streaks");
  const { goLive, pause } = texts.status;
  await streak.open(id);
  await expect(streak.button(pause)).toBeHidden();
  await streak.button(goLive).click();
  await expect(streak.dialog).toContainText("Nobody is in progress");
  await expect(streak.dialog).toContainText("1 milestone is live");
  await expect(streak.dialog).toContainText("Arabic: 4 texts missing, 0 outdated");
  await streak.dialog.getByRole("button", { name: goLive }).click();
  await expect(ownerPage.getByText(`${name} is live`)).toBeVisible();
  await expect(streak.dialog).toBeHidden();
  await expect(streak.button(goLive)).toBeHidden();

  await drink(api, id);
  await drink(api, id);
  await streak.button(pause).click();
  await expect(streak.dialog).toContainText("2 members are in progress");
  await expect(streak.dialog).toContainText(/within 24 hours while it is paused, 2 within 7 days/);
  await expect(streak.dialog).toContainText("2 rewards wait for a code");
  await expect(streak.dialog).toContainText("No code is in use");
  await ownerPage.keyboard.press("Escape");
  await expect(streak.dialog).toBeHidden();
  await expect(streak.button(pause)).toBeVisible();
  await streak.button(pause).click();
  await streak.dialog.getByRole("button", { name: pause }).click();
  await expect(ownerPage.getByText(`${name} is paused`)).toBeVisible();
  await expect(streak.dialog).toBeHidden();
  await expect(streak.button(goLive)).toBeVisible();
});

test('Locked fields (DOMAIN section 2) say why and offer "duplicate as a new version".', async ({ api, ownerPage }) => {
  const { id, name } = await makeStreak(api);
  await drink(api, id);
  const streak = new CampaignPage(ownerPage, "streaks");
  await streak.open(id);
  await expect(streak.rules).toContainText(texts.lockedRules);
  const length = streak.rules.getByRole("textbox", { name: texts.goalStreak, exact: true });
  await expect(length).toBeDisabled();
  await streak.toggle(streak.rungs.first());
  await expect(streak.target(streak.rungs.first())).toBeDisabled();
  await expect(streak.rungs.first()).toContainText(texts.lockedTarget);

  // What is not locked can still be changed.
  await streak.title.fill("Tea time");
  await streak.save();
  await expect(streak.saved).toBeVisible();

  await streak.button(texts.newVersion).click();
  await expect(ownerPage.getByRole("heading", { name: `${name} (new version)`, level: 1 })).toBeVisible();
  await expect(length).toBeEnabled();
  await expect(streak.title).toHaveValue("Tea time");
  await expect(streak.rungs).toHaveCount(1);
});

for (const noun of ["streaks", "challenges"] as const)
  test.describe("Streaks and Challenges: list, create, edit, duplicate, go live, pause, delete.", () => {
    test(noun, async ({ ownerPage }) => {
      const name = `Life ${randomUUID().slice(0, 8)}`;
      const campaign = new CampaignPage(ownerPage, noun);
      const row = (text: string) => ownerPage.getByRole("table").getByRole("row").filter({ hasText: text });
      await ownerPage.goto(`/${noun}`);
      await ownerPage.getByRole("link", { name: messages[noun].create }).click();
      await campaign.name.fill(name);
      await campaign.save();
      await expect(ownerPage.getByRole("heading", { name, level: 1 })).toBeVisible();

      await campaign.name.fill(`${name} b`);
      await campaign.save();
      await expect(ownerPage.getByRole("heading", { name: `${name} b`, level: 1 })).toBeVisible();
      for (const action of [texts.status.goLive, texts.status.pause]) {
        await campaign.button(action).click();
        await campaign.dialog.getByRole("button", { name: action }).click();
        await expect(campaign.dialog).toBeHidden();
      }
      await ownerPage.goto(`/${noun}?q=${encodeURIComponent(name)}`);
      await expect(row(name)).toContainText(statuses.paused);
      await row(name).getByRole("link").click();

      await campaign.more(texts.duplicate);
      await expect(ownerPage.getByRole("heading", { name: `${name} b (copy)`, level: 1 })).toBeVisible();
      await campaign.more(texts.delete);
      await campaign.dialog.getByRole("button", { name: texts.delete }).click();
      await expect(ownerPage).toHaveURL(new RegExp(`/${noun}$`));
      await expect(row(`${name} b`)).toHaveCount(1);
      await expect(row("(copy)").filter({ hasText: name })).toHaveCount(0);
    });
  });

test("Milestones as a ladder inside their parent, edited in place, and as their own list.", async ({
  api,
  ownerPage,
}) => {
  const { id, milestoneId } = await makeStreak(api);
  const streak = new CampaignPage(ownerPage, "streaks");
  await streak.open(id);
  await test.step("a new one takes its place by target", async () => {
    const rung = await streak.addMilestone();
    await streak.target(rung).fill("9");
    await streak.text("eudTitle", { within: rung }).fill("Too far");
    await streak.save();
    await expect(streak.target(rung)).toHaveAccessibleDescription(/At most 7/);
    await streak.target(rung).fill("5");
    await streak.save();
    await expect(streak.saved).toBeVisible();
    await expect(streak.rungs.nth(0)).toContainText("First tea");
    await expect(streak.rungs.nth(1)).toContainText("Too far");
  });
  await test.step("it is edited where it stands", async () => {
    await streak.toggle(streak.rungs.nth(0));
    await streak.target(streak.rungs.nth(0)).fill("6");
    await streak.text("eudTitle", { within: streak.rungs.nth(0) }).fill("Last tea");
    await streak.toggle(streak.rungs.nth(0));
    await expect(streak.rungs.nth(1)).toContainText("Last tea");
    await streak.rungs.nth(0).getByRole("button", { name: "Remove Too far" }).click();
    await streak.save();
    await expect(streak.saved.first()).toBeVisible();
    await ownerPage.reload();
    await expect(streak.rungs).toHaveCount(1);
    await expect(streak.rungs).toContainText("Last tea");
    await expect(streak.rungs).toContainText("6");
  });
  await test.step("the list leads to it, opened in its ladder", async () => {
    await ownerPage.goto("/milestones?kind=streak&q=First");
    const row = ownerPage.getByRole("table", { name: milestoneTexts.title }).locator(`a[href$="${milestoneId}"]`);
    await row.click();
    await expect(ownerPage).toHaveURL(new RegExp(`/streaks/${id}#milestone-${milestoneId}$`));
    await expect(streak.target(streak.rungs.first())).toBeVisible();
  });
});

test("what is typed while a save is on its way stays, and what was saved does not turn back", async ({
  api,
  ownerPage,
}) => {
  const { id } = await makeStreak(api);
  const streak = new CampaignPage(ownerPage, "streaks");
  await streak.open(id);
  const [answer, read] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await ownerPage.route(`**/streaks/${id}`, async (route) => {
    await answer.promise;
    await route.continue();
  });
  await ownerPage.route("**/data/campaign?*", async (route) => {
    await read.promise;
    await route.continue();
  });
  await streak.title.fill("Saved tea");
  await streak.save();
  await streak.name.fill("Typed meanwhile");
  answer.resolve();
  await expect(streak.saved).toBeVisible();
  await expect(streak.title).toHaveValue("Saved tea");
  await expect(streak.name).toHaveValue("Typed meanwhile");
  read.resolve();
  await ownerPage.reload();
  await expect(streak.restored).toBeVisible();
  await expect(streak.title).toHaveValue("Saved tea");
  await expect(streak.name).toHaveValue("Typed meanwhile");
  await streak.save();
  await expect(streak.saved).toBeVisible();
  expect(await api.get("streak", id)).toMatchObject({ name: "Typed meanwhile" });
});

test("a draft that is put back leaves what others changed meanwhile as it is", async ({ api, ownerPage }) => {
  const { id, milestoneId } = await makeStreak(api);
  const second = await addMilestone(api, id, 3);
  const streak = new CampaignPage(ownerPage, "streaks");
  await streak.open(id);
  await streak.title.fill("Typed here");
  await streak.toggle(streak.rungs.nth(1));
  await streak.text("eudTitle", { within: streak.rungs.nth(1) }).fill("Typed there");
  await ownerPage.goto("/streaks");

  await api.update("streak", id, { eudDescription: "By a colleague", activityIds: ["drank_tea"] });
  const third = await addMilestone(api, id, 5);
  await api.delete("milestone", milestoneId);
  await streak.open(id);
  await expect(streak.restored).toBeVisible();
  await expect(streak.title).toHaveValue("Typed here");
  await expect(streak.text("eudDescription")).toHaveValue("By a colleague");
  await expect(streak.rungs).toHaveCount(2);
  await streak.save();
  await expect(streak.saved).toBeVisible();
  expect(await api.get("streak", id)).toMatchObject({
    eudTitle: "Typed here",
    eudDescription: "By a colleague",
    activityIds: ["drank_tea"],
  });
  expect(await api.get("milestone", second)).toMatchObject({ eudTitle: "Typed there" });
  expect(await api.get("milestone", third)).toMatchObject({ milestoneTargetValue: 5 });
});
