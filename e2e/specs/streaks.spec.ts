import { randomUUID } from "node:crypto";
import { expect, test } from "../fixtures";
import { ConsoleShell } from "../pages/console-shell";
import { StreaksPage } from "../pages/streaks-page";
import type { ProgramApi } from "../program-api";

async function createStreak(api: ProgramApi, name: string, status: string) {
  return api.create("streak", {
    name,
    description: "For the list",
    status,
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 7,
  });
}

test("Every list state is a URL that a fresh session reproduces.", async ({
  api,
  ownerPage,
  browser,
  ownerCookies,
}) => {
  const suffix = randomUUID().slice(0, 8);
  await createStreak(api, `Tea ${suffix}`, "draft");
  await createStreak(api, `Coffee ${suffix}`, "draft");
  await createStreak(api, `Water ${suffix}`, "live");
  const streaks = new StreaksPage(ownerPage);
  await streaks.open();
  await streaks.show("draft");
  await streaks.search.fill(suffix);
  await expect(streaks.rows).toHaveCount(2);
  await expect(ownerPage).toHaveURL(`/streaks?status=draft&q=${suffix}`);
  const address = ownerPage.url();

  const fresh = await browser.newContext();
  await fresh.addCookies(ownerCookies);
  const again = new StreaksPage(await fresh.newPage());
  await again.page.goto(address);
  await expect(again.rows).toHaveCount(2);
  await expect(again.search).toHaveValue(suffix);
  await expect(again.row(`Tea ${suffix}`)).toContainText("Draft");
  await fresh.close();

  await streaks.show("live");
  await expect(streaks.rows).toHaveCount(1);
  await ownerPage.goBack();
  await expect(streaks.rows).toHaveCount(2);
});

test("a search that finds nothing says so and leads back to all", async ({ ownerPage }) => {
  const streaks = new StreaksPage(ownerPage);
  await streaks.open("?q=no-streak-is-called-so");
  await ownerPage.getByRole("button", { name: "Show all" }).click();
  await expect(streaks.rows.first()).toBeVisible();
  await expect(ownerPage).toHaveURL("/streaks");
});

test("Live/test switch in the header with a coloured bar; nothing of one shows in the other.", async ({
  api,
  ownerPage,
}) => {
  const name = `Live only ${randomUUID().slice(0, 8)}`;
  await createStreak(api, name, "live");
  const streaks = new StreaksPage(ownerPage);
  const shell = new ConsoleShell(ownerPage);
  await streaks.open();
  await expect(streaks.row(name)).toBeVisible();
  await shell.switchProgram("test");
  await expect(ownerPage.getByText("Test program: nothing here reaches real members")).toBeVisible();
  await streaks.open();
  await expect(ownerPage.getByRole("heading", { name: "No streaks yet" })).toBeVisible();
  await shell.openPalette();
  await shell.paletteInput.fill(name);
  await expect(shell.palette).toContainText("Nothing found");
  await ownerPage.keyboard.press("Escape");
  await shell.switchProgram("live");
  await streaks.open();
  await expect(streaks.row(name)).toBeVisible();
});
